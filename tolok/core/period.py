"""Parts of a fiscal year (1 January to 31 December): year, semester, quarter, month."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering
from typing import Final

from tolok.core.blank import quoted, trim
from tolok.core.dates import MONTHS
from tolok.core.dates.names import MONTH_NUMBER
from tolok.core.problem import Problem

_MONTHS_A_YEAR: Final = 12
_ROMAN: Final = ("I", "II", "III", "IV")


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
                return f"Semester {_ROMAN[self.number - 1]} {self.year}"
            case Kind.QUARTER:
                return f"TW {_ROMAN[self.number - 1]} {self.year}"
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


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which something is to be done."""

    opens: date
    closes: date


def collection_window(of: Period, *, days: int = 30) -> Window:
    """When a quarter's data are collected: May, August, November, and January of the next year.

    Kaltim SOP, step 5: thirty days, counted from the first of the month. The first three
    quarters are collected one month after the month that follows them; the last one at once,
    so that the year can be closed.
    """
    if of.kind is not Kind.QUARTER:
        raise ValueError(f"{of.label} is collected by its quarters")
    last_of_year = of.number == Kind.QUARTER.per_year
    after = Period.containing(of.next.start, Kind.MONTH)
    opens = after.start if last_of_year else after.next.start
    return Window(opens, opens + timedelta(days=days - 1))


_KIND_OF: Final = {
    **dict.fromkeys(("tw", "triwulan", "kuartal", "q"), Kind.QUARTER),
    **dict.fromkeys(("semester", "smt", "sem"), Kind.SEMESTER),
    **dict.fromkeys(("bulan", "bln"), Kind.MONTH),
}
_YEAR: Final = re.compile(r"(?:(?:ta|tahun(?: anggaran)?)\.? ?)?(?P<year>[12][0-9]{3})", re.I)
_NUMBERED: Final = re.compile(
    rf"(?P<kind>{'|'.join(_KIND_OF)})\.? ?(?P<number>[ivx]+|[0-9]{{1,2}})"
    r"(?:[ ,/-]+(?:(?:ta|tahun(?: anggaran)?)\.? ?)?(?P<year>[12][0-9]{3}))?",
    re.I,
)
_NAMED: Final = re.compile(
    rf"(?:(?:bulan|bln)\.? )?(?P<name>{'|'.join(MONTH_NUMBER)})\.?(?:[ -]+(?P<year>[12][0-9]{{3}}))?",
    re.I,
)


def read_period(text: str, *, year: int | None = None) -> Period | Problem:
    """The period a label names; `year` is the year where the label names none ("TW III")."""
    label = " ".join(trim(text).split())
    for shape in (_YEAR, _NUMBERED, _NAMED):
        if found := shape.fullmatch(label):
            return _from_label(text, found.groupdict(), year)
    return _unreadable(text)


def _from_label(text: str, parts: dict[str, str | None], default: int | None) -> Period | Problem:
    year = int(parts["year"]) if parts["year"] else default
    if year is None:
        return _without_year(text)
    kind, number = _kind_and_number(parts)
    if not 1 <= number <= kind.per_year:
        return _unreadable(text)
    return Period(kind, year, number)


def _kind_and_number(parts: dict[str, str | None]) -> tuple[Kind, int]:
    if name := parts.get("name"):
        return Kind.MONTH, MONTH_NUMBER[name.lower()]
    if number := parts.get("number"):
        return _KIND_OF[(parts["kind"] or "").lower()], _numeral(number)
    return Kind.YEAR, 1


def _numeral(text: str) -> int:
    roman = text.upper()
    if roman in _ROMAN:
        return _ROMAN.index(roman) + 1
    return int(text) if text.isdigit() else 0


def _unreadable(text: str) -> Problem:
    """T-01: a period is a year, semester, quarter or month of a fiscal year."""
    return Problem(
        "T-01",
        "",
        f"{quoted(text)} bukan periode. Tulis seperti TA 2025, Semester I 2025, TW I 2025, "
        "atau Mei 2025.",
    )


def _without_year(text: str) -> Problem:
    """T-02: a period without its year is any year's."""
    return Problem("T-02", "", f"{quoted(text)} tidak menyebut tahun. Tambahkan, misalnya 2025.")
