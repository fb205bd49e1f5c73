"""From published tables to packages: the SQL in `sql/`, in the order of its numbers."""
