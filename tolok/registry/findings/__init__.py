"""Data rules: what each doubts, and the findings people decide on."""
