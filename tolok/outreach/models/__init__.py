"""One file a concept; this is where migrations find them."""
