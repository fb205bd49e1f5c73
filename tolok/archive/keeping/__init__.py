"""Archive data: where a paper lies, how long it stays, and how it goes."""
