"""Rows of a CSV file, whatever its delimiter, encoding and line ends."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from tolok.registry.reading.limits import Limits
from tolok.registry.reading.rows import NumberedRow

DELIMITERS: Final = (",", ";", "\t", "|")
_DECLARED: Final = re.compile(r"sep=(.)", re.IGNORECASE)


def csv_rows(path: Path, encoding: str, *, delimiter: str, limits: Limits) -> Iterator[NumberedRow]:
    """Every record that holds anything, by the line it begins on.

    A record whose quotes go wrong may end lines later; it comes as the parser sees it, and its
    number of cells gives it away (R-10).
    """
    with (
        path.open(encoding=encoding, errors="replace", newline="") as file,
        _longest_cell(limits.cell_characters),
    ):
        lines = (line.replace("\0", "\ufffd") for line in file)
        reader = csv.reader(lines, delimiter=delimiter)
        last = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                cells = []  # a cell beyond the limit: a row with no readable cell
                yield NumberedRow(last + 1, cells, reader.line_num)
            first, last = last + 1, reader.line_num
            if any(cells) and not _DECLARED.fullmatch(cells[0]):
                yield NumberedRow(first, cells, last if last > first else None)


@contextmanager
def _longest_cell(characters: int) -> Iterator[None]:
    """The limit belongs to the whole process, so it is put back."""
    before = csv.field_size_limit(characters)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def declared_delimiter(path: Path, encoding: str) -> str | None:
    """Spreadsheets may say on the first line which delimiter they used: "sep=;"."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        found = _DECLARED.fullmatch(next(islice(file, 1), "").strip())
    return found[1] if found else None
