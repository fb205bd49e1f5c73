"""Pages of piles and of single sheets."""
