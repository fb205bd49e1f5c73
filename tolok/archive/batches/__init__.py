"""Batches: all papers of one document in one go, behind the page."""
