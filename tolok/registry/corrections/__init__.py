"""What people decide about doubtful facts: right, corrected, or kept out of an indicator."""
