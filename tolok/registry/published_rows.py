"""Published rows cell by cell, as the import in force has them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import duckdb

from tolok.core.dates import format_date_short, read_date
from tolok.core.numbers import NumberForm, format_number, format_rupiah, read_number
from tolok.core.problem import Problem
from tolok.organisation.models import Agency
from tolok.registry.dictionary import dictionary
from tolok.registry.lineage import names_of_files
from tolok.registry.models import PublishedTable
from tolok.registry.tables import Kind, Table, tables

RowKey: TypeAlias = tuple[str, int, str]  # file SHA-256, row in it, table
OWN_COLUMNS = frozenset({"_berkas", "_baris", "_lembar"})


@dataclass(frozen=True)
class Cell:
    column: str
    text: str
    marked: bool  # holds the fact in question


@dataclass(frozen=True)
class PublishedRow:
    """One row of a published table; without cells when no import in force has it any more."""

    table: str
    label: str
    file: str
    sheet: str
    row: int
    cells: tuple[Cell, ...]

    @property
    def marked(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.marked)

    @property
    def where(self) -> str:
        sheet = f", lembar {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}, baris {self.row}"


def published_rows(
    agency: Agency, year: int, keys: Iterable[RowKey], *, facts: Collection[str] = ()
) -> list[PublishedRow]:
    """The rows in the order asked for; keys and cells that hold one of the facts are marked."""
    wanted = [(sha256, int(row), table) for sha256, row, table in keys]
    by_table: dict[str, list[RowKey]] = defaultdict(list)
    for key in wanted:
        by_table[key[2]].append(key)
    standing = PublishedTable.objects.in_force(agency, year)
    found: dict[RowKey, dict[str, Any]] = {}
    for table, asked in by_table.items():
        if table in standing:
            found |= _read(standing[table], asked)
    names = names_of_files(agency, year, {sha256 for sha256, _, _ in wanted})
    return [_row(key, found.get(key, {}), names.get(key[0], ""), facts) for key in wanted]


def _read(path: Path, keys: list[RowKey]) -> dict[RowKey, dict[str, Any]]:
    with duckdb.connect() as session:
        rows = session.execute(
            "SELECT * FROM read_parquet($path)"
            " WHERE concat(_berkas, ' ', _baris) IN (SELECT unnest($keys))",
            {"path": str(path), "keys": [f"{sha256} {row}" for sha256, row, _ in keys]},
        )
        columns = [column[0] for column in rows.description or ()]
        table = keys[0][2]
        read = [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]
    return {(row["_berkas"], row["_baris"], table): row for row in read}


def _row(key: RowKey, cells: dict[str, Any], file: str, facts: Collection[str]) -> PublishedRow:
    table = tables()[key[2]]
    marked = {*table.key, *facts, *_columns_of(facts, table)}
    return PublishedRow(
        table=table.name,
        label=table.label,
        file=file,
        sheet=cells.get("_lembar") or "",
        row=key[1],
        cells=tuple(
            Cell(name, cell_text(table.kind_of(name), value), name in marked)
            for name, value in cells.items()
            if value is not None and name not in OWN_COLUMNS
        ),
    )


def _columns_of(facts: Collection[str], table: Table) -> set[str]:
    """The columns of the table that the dictionary reads these facts from."""
    known = [field for name in facts if (field := dictionary().get(name))]
    held = (column.rpartition(".") for field in known for column in field.columns)
    return {name for place, _, name in held if place == table.name}


def told_cell(table: str, column: str, text: str) -> str:
    """A published cell that was kept as text, as a person reads it."""
    known = tables().get(table)
    kind = known.kind_of(column) if known else Kind.TEXT
    value: object = None
    if kind in (Kind.MONEY, Kind.DECIMAL):
        value = read_number(text, NumberForm.DECIMAL_POINT)
    elif kind in (Kind.DATE, Kind.MOMENT):
        value = read_date(text)
    if value is None or isinstance(value, Problem):
        return text
    clock = text[10:16].replace(":", ".") if kind == Kind.MOMENT else ""
    return f"{cell_text(kind, value)}{clock}"


def cell_text(kind: Kind, value: object) -> str:
    """A published cell as a person reads it."""
    match value:
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return format_rupiah(value) if kind == Kind.MONEY else format_number(value)
        case datetime():
            return f"{format_date_short(value)} {value:%H.%M}"
        case date():
            return format_date_short(value)
    return str(value)
