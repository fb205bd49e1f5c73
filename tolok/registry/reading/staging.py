"""Rows written down as plain lines, ready to be typed column by column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from tolok.core.blank import trim
from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.headers import Found, header_again, sum_or_numbers
from tolok.registry.reading.limits import Limits
from tolok.registry.reading.places import Place
from tolok.registry.reading.results import RefusedRow, RowRefusal
from tolok.registry.reading.rows import NumberedRow, is_marked, shown, staged_line, text_of


@dataclass
class Staged:
    """The rows of one sheet as text."""

    place: Place
    path: Path
    limits: Limits
    header: list[str]  # as the source spells it
    rows: int = 0  # including the refused ones
    no_data: int = 0  # totals and lines of column numbers
    marked: bool = False  # some cell carries a mark, see rows.py
    refusals: list[RowRefusal] = field(default_factory=list)
    refused_rows: list[RefusedRow] = field(default_factory=list)

    def take_rows(self, found: Found) -> None:
        """Rows under a header; one whose cells do not fit it is refused, never shifted in."""
        width = len(self.header)
        is_header, is_no_data = header_again(found), sum_or_numbers(found)
        with self._lines() as file:
            for row in found.rows:
                cells = _fitted(row.cells, width)
                if cells is None:
                    self._refuse(row, refusals.ragged(len(row.cells), width, row.last))
                elif is_header(cells):
                    continue
                elif is_no_data(cells):
                    self.no_data += 1
                else:
                    self._write(file, row, cells)

    def take_records(self, records: Iterable[Any]) -> None:
        """Objects: the header is every name that any of them has, in the order they are met."""
        columns: dict[str, None] = {}
        with self._lines() as file:
            for number, record in enumerate(records, 1):
                if not isinstance(record, Mapping):
                    raise RefusedError(refusals.unknown_table(self.place.where, self.header))
                if record.keys() != columns.keys():
                    columns |= dict.fromkeys(record)
                    self.header = list(columns)
                self._write(
                    file, NumberedRow(number, ()), [*map(text_of, map(record.get, columns))]
                )

    def _lines(self) -> TextIO:
        return self.path.open("w", encoding="utf-8", errors="replace", newline="\n")

    def _write(self, file: TextIO, row: NumberedRow, cells: Sequence[str]) -> None:
        line = staged_line(row.number, cells)
        self.marked = self.marked or is_marked(line)
        if len(line) > self.limits.row_characters:
            self._refuse(row, refusals.row_too_long(self.limits.row_characters))
            return
        self.rows += 1
        file.write(line)
        if self.rows * len(cells) > self.limits.cells or len(cells) > self.limits.columns:
            most = f"lebih dari {self.limits.columns} kolom atau {self.limits.cells} sel"
            raise RefusedError(refusals.too_big(self.place.where, most))

    def _refuse(self, row: NumberedRow, problem: Problem) -> None:
        self.rows += 1
        if len(self.refused_rows) >= self.limits.refused_rows:
            most = self.limits.refused_rows
            raise RefusedError(refusals.too_many_refused(self.place.where, most))
        value = " | ".join(filter(None, map(shown, row.cells)))[:_SHOWN_VALUE]
        where = self.place.of_cell(row.number)
        self.refusals.append(RowRefusal(self.place.sheet, row.number, "", value, problem.at(where)))
        cells = [*map(shown, row.cells)]
        surplus = [f"kolom {at}" for at in range(len(self.header) + 1, len(cells) + 1)]
        named = dict(zip([*self.header, *surplus], cells, strict=False))
        self.refused_rows.append(RefusedRow(self.place.sheet, row.number, named))


_SHOWN_VALUE = 200


def _fitted(cells: Sequence[str], width: int) -> Sequence[str] | None:
    """The cells in the header's width; blank cells behind the last column are nothing."""
    if len(cells) == width:
        return cells
    if len(cells) > width and not any(map(trim, cells[width:])):
        return cells[:width]
    return None
