"""Year, semester, quarter and month: where they start, end and fit into one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering
from typing import Final

from tolok.core.dates import MONTHS

_MONTHS_A_YEAR: Final = 12
ROMAN: Final = ("I", "II", "III", "IV")


class Kind(StrEnum):
    """How often something is reported; the value is the word used in the SOP."""

    YEAR = "tahun"
    SEMESTER = "semester"
    QUARTER = "triwulan"
    MONTH = "bulan"

    @property
    def months(self) -> int:
        return _LENGTH[self]

    @property
    def per_year(self) -> int:
        return _MONTHS_A_YEAR // self.months


_LENGTH: Final = {Kind.YEAR: 12, Kind.SEMESTER: 6, Kind.QUARTER: 3, Kind.MONTH: 1}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """One month, quarter, semester or year; sorted by when it is over, shorter ones first."""

    kind: Kind
    year: int
    number: int = 1  # within the year, from 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.kind.per_year:
            raise ValueError(f"{self.kind} {self.number}: a year has {self.kind.per_year}")

    @classmethod
    def containing(cls, day: date, kind: Kind) -> "Period":
        return cls(kind, day.year, (day.month - 1) // kind.months + 1)

    @property
    def start(self) -> date:
        return date(self.year, (self.number - 1) * self.kind.months + 1, 1)

    @property
    def end(self) -> date:
        """The last day, which still belongs to the period."""
        return self.next.start - timedelta(days=1)

    @property
    def next(self) -> "Period":
        if self.number < self.kind.per_year:
            return Period(self.kind, self.year, self.number + 1)
        return Period(self.kind, self.year + 1, 1)

    @property
    def label(self) -> str:
        """TA 2025, Semester II 2025, TW I 2025, Mei 2025."""
        match self.kind:
            case Kind.YEAR:
                return f"TA {self.year}"
            case Kind.SEMESTER:
                return f"Semester {ROMAN[self.number - 1]} {self.year}"
            case Kind.QUARTER:
                return f"TW {ROMAN[self.number - 1]} {self.year}"
            case Kind.MONTH:
                return f"{MONTHS[self.number - 1]} {self.year}"

    def __str__(self) -> str:
        return self.label

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.kind.months) < (other.end, other.kind.months)

    def children(self, kind: Kind) -> Iterator["Period"]:
        """The periods of a shorter kind that make up this one, in order."""
        first = Period.containing(self.start, kind).number
        for number in range(first, first + self.kind.months // kind.months):
            yield Period(kind, self.year, number)


def fiscal_year(year: int) -> Period:
    return Period(Kind.YEAR, year)


def semester(year: int, number: int) -> Period:
    return Period(Kind.SEMESTER, year, number)


def quarter(year: int, number: int) -> Period:
    return Period(Kind.QUARTER, year, number)


def month(year: int, number: int) -> Period:
    return Period(Kind.MONTH, year, number)
