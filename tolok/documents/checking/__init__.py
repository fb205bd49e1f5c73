"""Templates that an office brings: refused with all that is wrong, or shown with the example."""
