"""Rows of text, whatever they came from, and the marks that keep their meaning on the way.

Everything is staged as text. Two things would be lost on the way and carry a mark, a Unicode
noncharacter that no text holds: that a number came as a number (so "1.234" is no riddle), and
line breaks inside a cell.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

TYPED: Final = "\ufdd0"  # before a fractional number that the file gives as a number
LINE_FEED: Final = "\ufdd1"
CARRIAGE_RETURN: Final = "\ufdd2"
SEPARATOR: Final = "\x1f"

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
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return float_text(value)
        case datetime():
            at_midnight = value.time() == time()
            return value.date().isoformat() if at_midnight else value.isoformat(" ")
        case date():
            return value.isoformat()
        case dict() | list():
            return json.dumps(value, ensure_ascii=False).replace(TYPED, "")
        case _:
            return str(value)


def float_text(value: float) -> str:
    """A spreadsheet keeps whole numbers as floats; what has decimals is marked as typed."""
    return str(int(value)) if value.is_integer() else number_text(repr(value))


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


def staged_line(number: int, cells: Sequence[str]) -> str:
    """One row as one line, to be read back by DuckDB without any quoting."""
    line = SEPARATOR.join(cells)
    if _BREAKS.search(line) or line.count(SEPARATOR) >= len(cells):
        line = SEPARATOR.join(cell.translate(_STAGED) for cell in cells)
    return f"{number}{SEPARATOR}{line}\n"
