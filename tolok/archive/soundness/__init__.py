"""Whether kept files are still what was kept: looked at again, little by little."""
