"""Finding the header of a sheet: the row whose columns make a known table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from tolok.core.blank import trim
from tolok.core.problem import RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.rows import NumberedRow, shown
from tolok.registry.sources.signatures import Signature, recognise, recognise_rows
from tolok.registry.tables import tables

_LOOK_AT: Final = 50
_COLUMN_NUMBER: Final = re.compile(r"\(\d{1,3}\)")
_TOTAL: Final = re.compile(r"(?:grand |sub ?)?(?:total|jumlah)\b.{0,60}", re.IGNORECASE)


@dataclass
class Found:
    """A recognised header and the rows behind it."""

    signature: Signature
    header: list[str]  # as the source spells it
    rows: Iterator[NumberedRow]


def find_header(rows: Iterator[NumberedRow], where: str) -> Found | list[str]:
    """The table, wherever its header stands below a letterhead; else what might be its header."""
    first = list(islice(rows, _LOOK_AT))
    for at, row in enumerate(first):
        header = column_names(row.cells)
        if found := recognise(header):
            return Found(only_one(found, where), header, chain(first[at + 1 :], rows))
    return max((column_names(row.cells) for row in first), key=_filled, default=[])


def find_shape(rows: Iterator[NumberedRow], where: str) -> Found | None:
    """The table of rows that come without a header."""
    first = list(islice(rows, _LOOK_AT))
    found = recognise_rows([row.cells for row in first])
    if not found:
        return None
    signature = only_one(found, where)
    shape = signature.shape
    if shape is None:
        return None
    named = (NumberedRow(row.number, shape.named(row.cells)) for row in chain(first, rows))
    return Found(signature, list(shape.columns), named)


def only_one(found: Sequence[Signature], where: str) -> Signature:
    if len(found) > 1:
        raise RefusedError(refusals.several_tables(where, [match.table for match in found]))
    return found[0]


def column_names(cells: Sequence[str]) -> list[str]:
    """The names of a header row, without blanks at their ends or columns behind the last one."""
    names = [" ".join(trim(shown(cell)).split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


Test = Callable[[Sequence[str]], bool]


def header_again(found: Found) -> Test:
    """Whether a row is the header once more, by its names or its labels: no row at all."""
    canonical = found.signature.canonical(found.header)
    words = {name.casefold() for name in (*found.header, *canonical)}

    def is_header(cells: Sequence[str]) -> bool:
        filled = (cell.strip().casefold() for cell in cells)
        return all(cell in words for cell in filled if cell)

    return is_header


def sum_or_numbers(found: Found) -> Test:
    """R-13: the line "(1) (2) (3)" under a header, and sums: a label, figures, and no key."""
    canonical = found.signature.canonical(found.header)
    table = tables()[found.signature.table]
    key = [canonical.index(name) for name in table.key if name in canonical]

    def is_no_data(cells: Sequence[str]) -> bool:
        filled = [text for text in map(str.strip, cells) if text]
        if _COLUMN_NUMBER.fullmatch(filled[0]):
            return all(map(_COLUMN_NUMBER.fullmatch, filled))
        has_key = any(cells[at].strip() not in {"", filled[0]} for at in key)
        return not has_key and bool(_TOTAL.fullmatch(filled[0]))

    return is_no_data


def _filled(names: list[str]) -> int:
    return sum(map(bool, names))
