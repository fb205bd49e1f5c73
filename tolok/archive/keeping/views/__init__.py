"""Pages of archive data, the retention schedule and disposals."""
