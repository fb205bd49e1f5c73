"""Telling everybody about the plan: the circular and its receipts, meetings with all their papers."""
