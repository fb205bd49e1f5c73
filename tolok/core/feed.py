"""A calendar feed (iCalendar, RFC 5545) of whole days: deadlines, collection windows, meetings.

Days need no time zone: a deadline is the day it ends on by the unit's own calendar.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

_LINE: Final = 75  # octets, without the line's end
_CONTROL: Final = {code: None for code in range(32) if code not in (9, 10)}
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something on a day, or on several days in a row."""

    uid: str  # the same for as long as it is the same thing
    title: str
    first: date
    last: date  # included
    link: str = ""


def feed(name: str, events: Iterable[DayEvent], now: datetime) -> str:
    """The whole file, its lines folded at 75 octets and ended by CR LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tolok//Kalender//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    for event in events:
        lines += _lines_of(event, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _lines_of(event: DayEvent, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + _ONE_DAY:%Y%m%d}",  # the day after the last
        f"SUMMARY:{_text(event.title)}",
        *([f"URL:{event.link}"] if event.link else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    """A value in which nothing is taken for a new property (RFC 5545, 3.3.11)."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 octets, no character cut in two (RFC 5545, 3.1)."""
    parts, part, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            parts.append(part)
            part, size = "", 1  # the space that begins a continued line counts
        part += character
        size += octets
    return "\r\n ".join([*parts, part])
