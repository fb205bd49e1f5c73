"""How values are printed: `{% load formats %}`, then `{{ value|angka:1 }}`.

Built on core.numbers and core.dates alone. A value that is missing prints a dash with the reason,
never "None" and never zero. The reason is the value's own `reason` where it has one.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tolok.core.dates import format_date, format_date_short, format_date_with_day, format_time
from tolok.core.identifiers import format_nip
from tolok.core.numbers import format_number, format_percent, format_rupiah
from tolok.core.zones import Zone

register = template.Library()

NO_DATA: Final = "belum ada data"
_SCALES: Final = (
    (Decimal(10) ** 12, "triliun"),
    (Decimal(10) ** 9, "miliar"),
    (Decimal(10) ** 6, "juta"),
)


@register.simple_tag
def missing(reason: str = NO_DATA) -> SafeString:
    """A dash that says why there is nothing, to the eye on hovering and to the ear at once."""
    return format_html(
        '<span class="dim" title="{}"><span aria-hidden="true">—</span>'
        '<span class="vh">{}</span></span>',
        reason,
        reason,
    )


@register.filter
def angka(value: object, places: int | None = None) -> str:
    """1.234,5; without `places` the decimals as they are."""
    number = _number(value)
    return _missing(value) if number is None else format_number(number, places)


@register.filter
def persen(value: object, places: int | None = None) -> str:
    """85,5 % for 85.5."""
    number = _number(value)
    return _missing(value) if number is None else format_percent(number, places)


@register.filter
def rupiah(value: object, places: int = 2) -> str:
    """Rp1.234.567,89."""
    number = _number(value)
    return _missing(value) if number is None else format_rupiah(number, places)


@register.filter
def rupiah_ringkas(value: object, places: int = 1) -> str:
    """Rp84,1 miliar: for a glance; the full amount stands in the table beside it."""
    number = _number(value)
    if number is None:
        return _missing(value)
    amount = Decimal(number)
    for scale, name in _SCALES:
        if abs(amount) >= scale:
            return f"{format_rupiah(amount / scale, places)}\u00a0{name}"
    return format_rupiah(amount, 0)


@register.filter
def nip(digits: str) -> str:
    """19700610 199201 1 002."""
    return format_nip(digits)


@register.filter
def tanggal(value: object) -> str:
    """21 Maret 2024."""
    day = _day(value)
    return _missing(value) if day is None else format_date(day)


@register.filter
def tanggal_panjang(value: object) -> str:
    """Kamis, 21 Maret 2024: days on which something happens."""
    day = _day(value)
    return _missing(value) if day is None else format_date_with_day(day)


@register.filter
def tanggal_pendek(value: object) -> str:
    """21/03/2024: tables."""
    day = _day(value)
    return _missing(value) if day is None else format_date_short(day)


@register.filter
def batas(value: object, zone: str) -> str:
    """Kamis, 21 Maret 2024, 23.59 WIT: the last day of a deadline, to its last minute."""
    day = _day(value)
    if day is None:
        return _missing(value)
    return f"{format_date_with_day(day)}, {Zone[zone].end_of_day}"


@register.filter
def waktu(value: datetime | None, zone: str) -> str:
    """14.30 WIT: never a time without its zone (the agency's `time_zone`)."""
    return _missing(value) if value is None else format_time(value, Zone[zone])


@register.filter
def saat(value: datetime | None, zone: str) -> str:
    """Kamis, 21 Maret 2024, 14.30 WIT: day and time by the clock of the zone."""
    if value is None:
        return _missing(value)
    local = value if value.tzinfo is None else value.astimezone(Zone[zone].tz)
    return f"{format_date_with_day(local)}, {format_time(local, Zone[zone])}"


def _missing(value: object) -> SafeString:
    return missing(getattr(value, "reason", None) or NO_DATA)


def _number(value: object) -> Decimal | int | None:
    """The number, or None when the value says it is missing; anything else is a bug and rises."""
    if _is_missing(value):
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise TypeError(f"a number must be Decimal or int, not {value!r}")
    return value


def _day(value: object) -> date | None:
    """The day; a moment with an offset has none before its zone is chosen (use `saat`)."""
    if _is_missing(value):
        return None
    if not isinstance(value, date) or (isinstance(value, datetime) and value.tzinfo is not None):
        raise TypeError(f"a day must be a date, not {value!r}")
    return value


def _is_missing(value: object) -> bool:
    return value is None or hasattr(value, "reason")
