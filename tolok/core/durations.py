"""How long a step may take: ISO-8601 durations in whole days, months or years.

The SOPs say P30D, P3D, P45D, P10D, and "selama tahun anggaran", which no ISO text says.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tolok.core.blank import quoted, trim
from tolok.core.problem import Problem

_DAYS_A_WEEK: Final = 7
_LONGEST: Final = 9999
_ISO: Final = re.compile(r"P(?P<amount>[0-9]{1,4})(?P<unit>[DWMY])")
_FISCAL_YEAR: Final = frozenset({"fiscal-year", "the fiscal year", "tahun anggaran"})


class DayType(StrEnum):
    """What "hari" means: set once for each SOP version, printed at each deadline."""

    CALENDAR = "calendar"
    WORKING = "working"

    @property
    def label(self) -> str:
        return {DayType.CALENDAR: "hari kalender", DayType.WORKING: "hari kerja"}[self]


class Span(StrEnum):
    """What a duration counts; the value is how ISO 8601 writes it."""

    DAYS = "D"
    MONTHS = "M"
    YEARS = "Y"
    FISCAL_YEAR = "fiscal-year"  # until 31 December, however late it starts


@dataclass(frozen=True, slots=True)
class Duration:
    """So many days, months or years, or until the fiscal year ends."""

    amount: int
    span: Span = Span.DAYS

    def __str__(self) -> str:
        """P30D; the fiscal year as "fiscal-year"."""
        if self.span is Span.FISCAL_YEAR:
            return self.span.value
        return f"P{self.amount}{self.span.value}"

    def label(self, days: DayType) -> str:
        """30 hari kerja, 1 tahun, sampai akhir tahun anggaran."""
        match self.span:
            case Span.DAYS:
                return f"{self.amount} {days.label}"
            case Span.MONTHS:
                return f"{self.amount} bulan"
            case Span.YEARS:
                return f"{self.amount} tahun"
            case Span.FISCAL_YEAR:
                return "sampai akhir tahun anggaran"


FISCAL_YEAR: Final = Duration(1, Span.FISCAL_YEAR)


def read_duration(text: str) -> Duration | Problem | None:
    """P30D, P2W, P6M, P1Y or fiscal-year; None for an empty text: such a step has no clock."""
    wanted = trim(text)
    if not wanted:
        return None
    if wanted.casefold() in _FISCAL_YEAR:
        return FISCAL_YEAR
    found = _ISO.fullmatch(wanted.upper())
    if found is None:
        return _unreadable(text)
    amount = int(found["amount"])
    if found["unit"] == "W":
        amount, span = amount * _DAYS_A_WEEK, Span.DAYS
    else:
        span = Span(found["unit"])
    return Duration(amount, span) if 0 < amount <= _LONGEST else _without_length(text)


def _unreadable(text: str) -> Problem:
    """WK-01: a duration is one whole number of days, weeks, months or years, after ISO 8601."""
    return Problem(
        "WK-01",
        "waktu",
        f"{quoted(text)} bukan jangka waktu. Tuliskan seperti P30D (30 hari), P2W (2 minggu), "
        "P6M (6 bulan), P1Y (1 tahun), atau fiscal-year (sampai akhir tahun anggaran).",
    )


def _without_length(text: str) -> Problem:
    """WK-02: a step that takes no time at all has no clock; then nothing is written."""
    return Problem(
        "WK-02",
        "waktu",
        f"{quoted(text)} tidak mempunyai lama yang dapat dihitung. Tuliskan 1 sampai {_LONGEST} "
        "hari, atau kosongkan bila langkah ini tanpa batas waktu.",
    )
