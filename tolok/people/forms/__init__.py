"""The forms of persons, offices and sign-in."""
