"""The public page that says whether a paper with a code was issued, and compares a file."""
