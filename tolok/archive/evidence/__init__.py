"""Evidence for maturity variable V7, Manajemen Kinerja: what proves it, what is missing."""
