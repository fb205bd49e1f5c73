"""Pages in a real browser. Fixtures: `page`, `live`, `sign_in`, `pictures`; checks: checks.py."""
