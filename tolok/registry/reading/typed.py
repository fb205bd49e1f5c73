"""From the table `mentah` to a typed Parquet file, and the rows that cannot go along."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.casts import SQL_TYPE, fast_cast
from tolok.registry.reading.leftovers import read_leftovers
from tolok.registry.reading.rows import shown
from tolok.registry.sql import identifier, literal
from tolok.registry.tables import Kind, Table

_TEXTS: Final = {Kind.TEXT, Kind.CODE}
_WITHOUT_REFUSED: Final = "WHERE _baris NOT IN (SELECT unnest(getvariable('ditolak')))"


@dataclass(frozen=True)
class Source:
    """One column of the file and what becomes of it."""

    at: int  # its place in `mentah`
    spelled: str  # as the file spells it
    name: str  # in the typed table
    kind: Kind

    @property
    def cell(self) -> str:
        return f"c{self.at}"

    @property
    def value(self) -> str:
        return f"v{self.at}"

    @property
    def mapped(self) -> str:
        """The table with the readings of what the fast cast leaves over."""
        return f"sisa_{self.at}"


@dataclass(frozen=True)
class RawForm:
    """What the texts in `mentah` are like."""

    marked: bool  # some cell carries a mark, see rows.py
    spreadsheet: bool  # a bare 45372 in a column of dates is one


@dataclass(frozen=True)
class BadCell:
    row: int
    column: str
    value: str
    problem: Problem


class TypedTable:
    """One sheet's rows on their way into the canonical table's types.

    `mentah` (as text) becomes `hasil`: the same, with the value v0, v1 … of every typed column
    beside its text.
    """

    def __init__(
        self,
        session: duckdb.DuckDBPyConnection,
        table: Table,
        sources: Sequence[Source],
        *,
        raw: RawForm,
    ) -> None:
        self._session = session
        self._table = table
        self._sources = sources
        self._raw = raw
        self._with_leftovers: set[int] = set()
        self._refused: list[int] = []
        values = "".join(f", {fast_cast(s.kind, s.cell)} AS {s.value}" for s in self._typed())
        session.execute(f"CREATE OR REPLACE TEMP TABLE hasil AS SELECT *{values} FROM mentah")

    def bad_cells(self, most: int, where: str) -> list[BadCell]:
        """Reads what the fast casts leave over; a row with a bad cell is marked as refused."""
        bad = [cell for source in self._left_over() for cell in self._bad(source, most)]
        self._refused = sorted({cell.row for cell in bad})
        if len(self._refused) > most:
            raise RefusedError(refusals.too_many_refused(where, most))
        return sorted(bad, key=lambda cell: cell.row)

    def texts(self, rows: Sequence[int]) -> Iterator[tuple[int, dict[str, str]]]:
        """Whole rows as the file has them."""
        cells = ", ".join(source.cell for source in self._sources)
        found = self._session.execute(
            f"SELECT _baris, {cells} FROM hasil WHERE _baris IN (SELECT unnest($1::BIGINT[])) "
            "ORDER BY _baris",
            [list(rows)],
        )
        names = [source.spelled for source in self._sources]
        for number, *values in found.fetchall():
            yield number, dict(zip(names, (shown(v or "") for v in values), strict=True))

    def write(self, target: Path, sheet: str) -> int:
        """The rows that were not refused, in the file's order; the number of them.

        R-23: rows that a source gives twice stay twice; what they mean is for the derivation.
        """
        joins = [
            f"LEFT JOIN {source.mapped} ON hasil.{source.cell} = {source.mapped}.teks"
            for source in self._sources
            if source.at in self._with_leftovers
        ]
        reordered = joins or self._refused
        self._session.execute("SET VARIABLE ditolak = $1::BIGINT[]", [self._refused])
        [(rows,)] = self._session.execute(
            f"""COPY (
                SELECT {", ".join(self._columns())}, _baris,
                  {literal(sheet) if sheet else "NULL"}::VARCHAR AS _lembar
                FROM hasil {" ".join(joins)}
                {_WITHOUT_REFUSED if self._refused else ""} {"ORDER BY _baris" if reordered else ""}
            ) TO {literal(target)} (FORMAT parquet)"""
        ).fetchall()
        return int(rows)

    def _typed(self) -> list[Source]:
        return [source for source in self._sources if source.kind not in _TEXTS]

    def _columns(self) -> Iterator[str]:
        by_name = {source.name: source for source in self._sources}
        known = {column.name for column in self._table.columns}
        for column in self._table.columns:
            source = by_name.get(column.name)
            value = self._value(source) if source else "NULL"
            yield f"{value}::{SQL_TYPE[column.kind]} AS {identifier(column.name)}"
        for name, source in by_name.items():
            if name not in known:
                yield f"{self._value(source)} AS {identifier(name)}"

    def _value(self, source: Source) -> str:
        if source.kind in _TEXTS:
            return fast_cast(source.kind, source.cell, marked=self._raw.marked)
        if source.at not in self._with_leftovers:
            return source.value
        return f"coalesce({source.value}, {source.mapped}.nilai)"

    def _left_over(self) -> list[Source]:
        """The columns in which some text is not one that machines write."""
        typed = self._typed()
        if not typed:
            return []
        counts = ", ".join(f"count(*) FILTER ({_is_left(source)})" for source in typed)
        [found] = self._session.execute(f"SELECT {counts} FROM hasil").fetchall()
        return [source for source, count in zip(typed, found, strict=True) if count]

    def _bad(self, source: Source, most: int) -> Iterator[BadCell]:
        left = self._distinct(source, _is_left(source))
        column = self._distinct(source, f"regexp_matches({source.cell}, '[.,]')")
        found = read_leftovers(source.kind, left, column=column, spreadsheet=self._raw.spreadsheet)
        readings = dict(zip(left, found, strict=True))
        self._keep(source, {text: v for text, v in readings.items() if isinstance(v, str)})
        problems = {text: v for text, v in readings.items() if isinstance(v, Problem)}
        rows = self._session.execute(
            f"SELECT _baris, {source.cell} FROM hasil "
            f"WHERE {source.cell} IN (SELECT unnest($1::VARCHAR[])) LIMIT {most + 1}",
            [list(problems)],
        )
        for row, text in rows.fetchall():
            yield BadCell(row, source.spelled, shown(text), problems[text])

    def _distinct(self, source: Source, condition: str) -> list[str]:
        rows = self._session.execute(f"SELECT DISTINCT {source.cell} FROM hasil WHERE {condition}")
        return [text for (text,) in rows.fetchall()]

    def _keep(self, source: Source, values: Mapping[str, str]) -> None:
        self._with_leftovers.add(source.at)
        self._session.execute(
            f"""CREATE OR REPLACE TEMP TABLE {source.mapped} AS
                SELECT unnest($1::VARCHAR[]) AS teks,
                  unnest($2::VARCHAR[])::{SQL_TYPE[source.kind]} AS nilai""",
            [list(values), list(values.values())],
        )


def _is_left(source: Source) -> str:
    return f"{source.value} IS NULL AND {source.cell} IS NOT NULL"
