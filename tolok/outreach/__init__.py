"""Telling everybody about the plan: the circular and its receipts, and the meetings."""
