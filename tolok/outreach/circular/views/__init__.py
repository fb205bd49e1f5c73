"""Pages of the circular."""
