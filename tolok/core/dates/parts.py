"""The parts of a written date put together, each checked against the others."""

from datetime import date, time, timedelta
from typing import Final

from tolok.core.dates import refusals
from tolok.core.dates.moment import UTC, Moment, moment
from tolok.core.dates.names import MONTH_NUMBER, MONTHS, WEEKDAY_NUMBER, WEEKDAYS
from tolok.core.problem import Problem
from tolok.core.zones import Zone

Parts = dict[str, str | None]

_CENTURY_TURN: Final = 70  # "69" is 2069 and "70" is 1970, as POSIX has it
_NOON: Final = 12


def moment_of(text: str, parts: Parts) -> Moment | Problem:
    """The moment that the parts of one shape make, or what contradicts what."""
    day = _day(text, parts)
    if isinstance(day, Problem):
        return day
    try:
        clock = _clock(parts)
    except ValueError:
        return refusals.impossible_time(text)
    return moment(text, day, clock, offset=_offset(parts))


def _day(text: str, parts: Parts) -> date | Problem:
    name = parts.get("name")
    month = MONTH_NUMBER.get(name) if name else int(parts["month"] or 0)
    weekday = parts.get("weekday")
    if month is None or (weekday and weekday not in WEEKDAY_NUMBER):
        return refusals.unreadable(text)
    number = int(parts["day"] or 0)
    try:
        day = date(_year(parts["year"] or ""), month, number)
    except ValueError:
        month_came_first = month > len(MONTHS) >= number > 0 and not parts.get("iso")
        return refusals.month_first(text) if month_came_first else refusals.impossible(text)
    if weekday and WEEKDAY_NUMBER[weekday] != day.weekday():
        return refusals.wrong_weekday(text, WEEKDAYS[day.weekday()])
    return day


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > len("24"):
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _clock(parts: Parts) -> time | None:
    if parts["hour"] is None:
        return None
    hour, half = int(parts["hour"]), parts.get("half")
    if half and not 1 <= hour <= _NOON:
        raise ValueError(hour)
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    fraction = (parts.get("fraction") or "")[:6].ljust(6, "0")
    return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0), int(fraction))


def _offset(parts: Parts) -> timedelta | None:
    if zone := parts["zone"]:
        return Zone[zone.upper()].offset
    offset = parts.get("offset")
    if offset is None:
        return None
    if offset == "z":
        return UTC
    digits = offset[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if offset[0] == "-" else size
