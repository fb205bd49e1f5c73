"""Where procurement data comes from: one folder per source system."""
