"""Dates as Indonesian readers write them."""

from datetime import date, datetime, time

from tolok.core.dates.names import MONTHS, WEEKDAYS
from tolok.core.zones import Zone


def format_date(day: date) -> str:
    """21 Maret 2024: months are written in full."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_date_with_day(day: date) -> str:
    """Kamis, 21 Maret 2024: invitations and minutes."""
    return f"{WEEKDAYS[day.weekday()]}, {format_date(day)}"


def format_date_short(day: date) -> str:
    """21/03/2024: tables."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def format_time(moment: datetime, zone: Zone) -> str:
    """14.30 WIT: the clock of the unit's zone, and never a time without its zone.

    A moment without an offset is taken to be the clock of that zone already.
    """
    local = moment if moment.tzinfo is None else moment.astimezone(zone.tz)
    return f"{local:%H.%M} {zone.name}"


def format_clock(clock: time) -> str:
    """14.30, for a field or a list whose zone stands beside it."""
    return f"{clock:%H.%M}"


def format_span(starts: time, ends: time | None, zone: Zone) -> str:
    """09.00-12.00 WIT with a dash between; "09.00 WIT sampai selesai" without an end."""
    if ends is None:
        return f"{format_clock(starts)} {zone.name} sampai selesai"
    return f"{format_clock(starts)}\u2013{format_clock(ends)} {zone.name}"


def format_deed(person: object, moment: datetime | None, zone: Zone) -> str:
    """Who did something and when, to whoever comes second and asks why it is too late:
    "oleh Sari, Kamis, 21 Maret 2024, 14.30 WIT"."""
    who = f"oleh {person}" if person else "tanpa nama"
    if moment is None:
        return who
    local = moment.astimezone(zone.tz)
    return f"{who}, {format_date_with_day(local)}, {format_time(local, zone)}"
