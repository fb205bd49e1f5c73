"""Bringing files in: read, compare with what was there, take over, take back."""
