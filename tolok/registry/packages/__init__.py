"""One package: what is known, what is missing, its story, and lists of packages."""
