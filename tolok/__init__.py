"""Tolok: a procurement unit's performance year, by its own SOP."""
