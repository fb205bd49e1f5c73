"""The pages of persons, offices and sign-in: one file for each kind of page."""
