"""A recognised table becomes a reading: typed, written, its unreadable rows listed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.raw import count_rows, load_lines
from tolok.registry.reading.raw_tables import RawTable
from tolok.registry.reading.results import FileReading, RefusedRow, RowRefusal
from tolok.registry.reading.typed import BadCell, RawForm, Source, TypedTable
from tolok.registry.tables import Kind, tables

_OURS = ("_baris", "_lembar")


def publish(
    raw: RawTable, base: FileReading, *, session: duckdb.DuckDBPyConnection, target: Path
) -> FileReading:
    """The typed table, and what could not go along with it."""
    sources = [*_sources(raw)]
    if raw.staged:
        load_lines(session, raw.staged.path, len(raw.header))
    table = tables()[raw.signature.table]
    typed = TypedTable(session, table, sources, raw=_form(raw))
    bad = typed.bad_cells(raw.limits.refused_rows, raw.place.where)
    written = typed.write(target, raw.place.sheet)
    rows = raw.staged.rows if raw.staged else count_rows(session)
    staged_refusals = raw.staged.refusals if raw.staged else []
    staged_rows = raw.staged.refused_rows if raw.staged else []
    return replace(
        base,
        source=raw.signature.source,
        table=table.name,
        sheet=raw.place.sheet,
        rows=rows,
        parquet=target if written else None,
        columns={source.name: source.spelled for source in sources},
        problems=(*_remarks(raw, rows),),
        refused=(*staged_refusals, *(_refusal(raw, cell) for cell in bad)),
        refused_rows=(*staged_rows, *_bad_rows(raw, typed, bad)),
    )


def _form(raw: RawTable) -> RawForm:
    return RawForm(marked=raw.staged is None or raw.staged.marked, spreadsheet=raw.spreadsheet)


def _sources(raw: RawTable) -> Iterator[Source]:
    """Every column of the file; R-06: a column of the table itself may not come twice."""
    known = {column.name: column.kind for column in tables()[raw.signature.table].columns}
    taken = Counter(_OURS)
    for at, name in enumerate(raw.signature.canonical(raw.header)):
        spelled = raw.header[at]
        unique = name or f"kolom {at + 1}"
        taken[unique.casefold()] += 1
        times = taken[unique.casefold()]
        if times > 1 and name in known:
            raise RefusedError(refusals.column_twice(raw.place.where, spelled))
        if times > 1:
            unique = f"{unique} ({times})"
        yield Source(at, spelled or unique, unique, known.get(name, Kind.TEXT))


def _remarks(raw: RawTable, rows: int) -> Iterator[Problem]:
    if rows == 0:
        yield refusals.no_data(raw.place.where)
    if raw.staged and raw.staged.no_data:
        yield refusals.not_data_rows(raw.place.where, raw.staged.no_data)


def _refusal(raw: RawTable, cell: BadCell) -> RowRefusal:
    where = raw.place.of_cell(cell.row, cell.column)
    return RowRefusal(raw.place.sheet, cell.row, cell.column, cell.value, cell.problem.at(where))


def _bad_rows(raw: RawTable, typed: TypedTable, bad: list[BadCell]) -> Iterator[RefusedRow]:
    rows = sorted({cell.row for cell in bad})
    for number, cells in typed.texts(rows):
        yield RefusedRow(raw.place.sheet, number, cells)
