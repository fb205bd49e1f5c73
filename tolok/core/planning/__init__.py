"""The performance plan of a year (domain rules 4, LKPP's V7): its content, checks, target help."""
