"""Issuances: many drafts of one document issued in one go, behind the page."""
