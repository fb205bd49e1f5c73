"""Which period a label names."""

import re
from typing import Final

from tolok.core.blank import quoted, trim
from tolok.core.dates.names import MONTH_NUMBER
from tolok.core.period.periods import ROMAN, Kind, Period
from tolok.core.problem import Problem

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
    rf"(?:(?:bulan|bln)\.? )?(?P<name>{'|'.join(MONTH_NUMBER)})\.?"
    r"(?:[ -]+(?P<year>[12][0-9]{3}))?",
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
    if roman in ROMAN:
        return ROMAN.index(roman) + 1
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
