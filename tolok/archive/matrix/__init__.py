"""The completeness matrix: which paper is expected of whom and when, and where it stands."""
