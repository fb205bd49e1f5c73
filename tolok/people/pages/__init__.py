"""The tables of who opens which page: one line a page, under its URL name."""
