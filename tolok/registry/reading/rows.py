"""Rows of text, whatever they came from, and the marks that keep their meaning on the way.

Everything is staged as text. Two things would be lost on the way and carry a mark, a Unicode
noncharacter that no text holds: that a number came as a number (so "1.234" is no riddle), and
line breaks inside a cell.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NamedTuple

TYPED: Final = "\ufdd0"  # before a fractional number that the file gives as a number
LINE_FEED: Final = "\ufdd1"
CARRIAGE_RETURN: Final = "\ufdd2"
SEPARATOR: Final = "\x1f"

_MARKS: Final = (TYPED, LINE_FEED, CARRIAGE_RETURN)
_LARGEST_POWER: Final = 30
_STAGED: Final = str.maketrans({"\n": LINE_FEED, "\r": CARRIAGE_RETURN, SEPARATOR: " "})
_BREAKS: Final = re.compile("[\n\r]")


class NumberedRow(NamedTuple):
    """A row with the number by which its user finds it in the file."""

    number: int
    cells: Sequence[str]
    last: int | None = None  # where it ends, for a row of several lines


class Sheet(NamedTuple):
    """One run of rows; `name` is empty where the file has no sheets."""

    name: str
    rows: Iterator[NumberedRow]


def text_of(value: object) -> str:
    """A value as a file gives it, in the one spelling that typing understands."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    spell = _SPELLINGS.get(type(value), str)
    return spell(value)


def _flag_text(value: bool) -> str:
    return "true" if value else "false"


def _float_text(value: float) -> str:
    """A spreadsheet keeps whole numbers as floats; what has decimals is marked as typed."""
    return str(int(value)) if value.is_integer() else number_text(repr(value))


def _moment_text(value: datetime) -> str:
    """A spreadsheet keeps days as moments at midnight."""
    at_midnight = value.time() == time()
    return value.date().isoformat() if at_midnight else value.isoformat(" ")


def _nested_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace(TYPED, "")


_SPELLINGS: Final[Mapping[type, Callable[[Any], str]]] = {
    bool: _flag_text,
    float: _float_text,
    datetime: _moment_text,
    dict: _nested_text,
    list: _nested_text,
}


def number_text(digits: str) -> str:
    """A number written by a machine, marked, exact, and without a power of ten."""
    if "e" not in digits and "E" not in digits:
        return TYPED + digits
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return TYPED + digits
    return TYPED + (format(number, "f") if abs(number.adjusted()) <= _LARGEST_POWER else digits)


def shown(cell: str) -> str:
    """A cell as the file has it."""
    return cell.removeprefix(TYPED)


def staged_line(number: int, cells: Iterable[str]) -> str:
    """One row as one line, to be read back by DuckDB without any quoting.

    Cells lose the blanks at their ends; what is empty then is nothing.
    """
    plain = [cell.strip() for cell in cells]
    line = SEPARATOR.join(plain)
    if _BREAKS.search(line) or line.count(SEPARATOR) >= len(plain):
        line = SEPARATOR.join(cell.translate(_STAGED) for cell in plain)
    return f"{number}{SEPARATOR}{line}\n"


def is_marked(line: str) -> bool:
    return not line.isascii() and any(mark in line for mark in _MARKS)
