"""The pages: inbox, one task, the year, the SOPs."""
