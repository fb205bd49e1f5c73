"""A whole year walked through on demo data, by the actions the pages use, with a moving clock."""
