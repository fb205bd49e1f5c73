"""Which mark groups thousands and which one starts the decimals."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class NumberForm(StrEnum):
    """How a column writes its numbers."""

    DECIMAL_COMMA = "1.234,56"  # Indonesian
    DECIMAL_POINT = "1,234.56"  # English, and every machine
    UNDECIDED = "belum jelas"  # nothing in the column tells
    MIXED = "campuran"  # the column proves both


@dataclass(frozen=True, slots=True)
class Digits:
    """A run of digits and marks, taken apart, and the form it proves on its own."""

    whole: str
    fraction: str
    proves: NumberForm


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """One mark and three digits behind it: thousands or decimals, as "1.234"."""

    head: str
    mark: str
    tail: str

    def read_as(self, form: NumberForm) -> Digits:
        if self.mark == _DECIMAL_MARK[form]:
            return Digits(self.head, self.tail, form)
        return Digits(self.head + self.tail, "", form)

    @property
    def grouped(self) -> Digits:
        """Read as thousands, whichever mark it is."""
        return self.read_as(_GROUPING[self.mark])

    @property
    def decimal(self) -> Digits:
        """Read as decimals, whichever mark it is."""
        return self.read_as(_DECIMALS[self.mark])


_Shape = tuple[re.Pattern[str], Callable[[re.Match[str]], Digits | Ambiguous]]

_DECIMAL_MARK: Final = {NumberForm.DECIMAL_COMMA: ",", NumberForm.DECIMAL_POINT: "."}
_DECIMALS: Final = {",": NumberForm.DECIMAL_COMMA, ".": NumberForm.DECIMAL_POINT}
_GROUPING: Final = {".": NumberForm.DECIMAL_COMMA, ",": NumberForm.DECIMAL_POINT}


def split(run: str) -> Digits | Ambiguous | None:
    """Take a run such as "1.234.567,89" apart; None when its marks make no number."""
    for shape, take in _SHAPES:
        if found := shape.fullmatch(run):
            return take(found)
    return None


def _integer(found: re.Match[str]) -> Digits:
    return Digits(found[0], "", NumberForm.UNDECIDED)


def _one_mark(found: re.Match[str]) -> Digits | Ambiguous:
    """A group of thousands has one to three digits before it, no leading zero, three behind."""
    head, mark, tail = found.groups()
    may_be_thousands = len(tail) == len("000") and 1 <= len(head) <= len("999") and head != "0"
    if may_be_thousands:
        return Ambiguous(head, mark, tail)
    return Digits(head or "0", tail, _DECIMALS[mark])


def _groups(found: re.Match[str]) -> Digits:
    return Digits(found[0].replace(found["mark"], ""), "", _GROUPING[found["mark"]])


def _groups_and_decimals(found: re.Match[str]) -> Digits:
    whole = found["whole"].replace(found["mark"], "")
    return Digits(whole, found["fraction"], _GROUPING[found["mark"]])


def _groups_by_space(found: re.Match[str]) -> Digits:
    proves = _DECIMALS[found["mark"]] if found["mark"] else NumberForm.UNDECIDED
    return Digits(found["whole"].replace(" ", ""), found["fraction"] or "", proves)


_GROUP: Final = r"[1-9][0-9]{0,2}"
_SHAPES: Final[tuple[_Shape, ...]] = (
    (re.compile(r"0|[1-9][0-9]*"), _integer),
    (re.compile(r"(0|[1-9][0-9]*|)([.,])([0-9]+)"), _one_mark),
    (re.compile(rf"{_GROUP}(?P<mark>[.,])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})+"), _groups),
    (
        re.compile(
            rf"(?P<whole>{_GROUP}(?P<mark>[.,])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*)"
            r"(?!(?P=mark))[.,](?P<fraction>[0-9]+)"
        ),
        _groups_and_decimals,
    ),
    (
        re.compile(rf"(?P<whole>{_GROUP}(?: [0-9]{{3}})+)(?:(?P<mark>[.,])(?P<fraction>[0-9]+))?"),
        _groups_by_space,
    ),
)
