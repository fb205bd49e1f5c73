"""Letter numbers: series by which they are counted, and the register of all that were given."""
