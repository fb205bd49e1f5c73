"""Dates as the papers of the plan word them."""

from datetime import date

from tolok.core.dates import MONTHS


def month_of(day: date | None) -> str:
    """Februari 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}" if day else "belum dijadwalkan"
