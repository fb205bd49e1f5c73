"""From a cell to a date or moment, or to the reason why not."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from tolok.core.blank import is_blank, trim
from tolok.core.dates import refusals
from tolok.core.dates.moment import Moment, moment
from tolok.core.dates.parts import moment_of
from tolok.core.dates.shapes import SHAPES
from tolok.core.problem import Problem

_FIRST_SERIAL: Final = 18264  # 1 January 1950; smaller numbers are years, counts, codes
_LAST_SERIAL: Final = 73415  # 31 December 2100
_SERIAL_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no zone
_SERIAL: Final = re.compile(r"[0-9]{5}(?:\.[0-9]{1,15})?")
_SECONDS_A_DAY: Final = 86_400
_LONGEST: Final = 60
_CLOCK: Final = re.compile(
    r"(?:pukul |jam )?([0-9]{1,2})[.:]([0-9]{2})(?: ?(?:wib|wita|wit))?", re.I
)
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59


def read_date(value: object, *, spreadsheet: bool = False) -> date | Problem | None:
    """The day in a cell, None for an empty one, or why it is refused.

    `spreadsheet` says that the column holds a spreadsheet's dates, so 45372 is one of them.
    """
    found = read_moment(value, spreadsheet=spreadsheet)
    return found.day if isinstance(found, Moment) else found


def read_moment(value: object, *, spreadsheet: bool = False) -> Moment | Problem | None:
    """The moment in a cell, on the clock it was published by: nothing is ever shifted.

    "Z" and "+00:00" are how the source systems label their local clock (a contract day comes
    as "T00:00:00.000000Z", office hours as "08:00:00Z"); a midnight with "Z" is a bare day.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _read_text(value, spreadsheet=spreadsheet)
    if isinstance(value, datetime):
        return moment(str(value), value.date(), value.time(), offset=value.utcoffset())
    if isinstance(value, date):
        return moment(str(value), value, None, offset=None)
    return _read_number(str(value), spreadsheet=spreadsheet)


def read_clock(text: str) -> time | Problem | None:
    """The time of day in "14.30", "14:30" or "pukul 14.30 WIB"; the zone is the unit's."""
    text = trim(text)
    if is_blank(text):
        return None
    found = _CLOCK.fullmatch(text)
    hour, minute = map(int, found.groups()) if found else (_LAST_HOUR + 1, 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return refusals.impossible_time(text)
    return time(hour, minute)


@lru_cache(maxsize=1 << 14)
def _read_text(text: str, *, spreadsheet: bool) -> Moment | Problem | None:
    """Cached: a column repeats its days, and a file its columns."""
    text = trim(text)
    if is_blank(text):
        return None
    if len(text) <= _LONGEST:
        lowered = " ".join(text.lower().split())
        for shape in SHAPES:
            if found := shape.fullmatch(lowered):
                return moment_of(text, found.groupdict())
    return _read_number(text, spreadsheet=spreadsheet)


def _read_number(text: str, *, spreadsheet: bool) -> Moment | Problem:
    """A spreadsheet counts days from 30 December 1899 and writes the time as a fraction."""
    if not (spreadsheet and _SERIAL.fullmatch(text)):
        return refusals.unreadable(text)
    serial = float(text)
    if not _FIRST_SERIAL <= serial < _LAST_SERIAL + 1:
        return refusals.unreadable(text)
    seconds = round(serial * _SECONDS_A_DAY)
    found = _SERIAL_ZERO + timedelta(seconds=seconds)
    return Moment(found.date(), found.time() if seconds % _SECONDS_A_DAY else None)
