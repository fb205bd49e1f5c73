"""What people do from beginning to end, in a real browser: one file per role and phase."""
