"""Rules and arithmetic: no Django, no files, no clock, no randomness."""
