"""The known tables in a file, whatever its format, before their cells are typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

import duckdb

from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.content import TextForm, text_form
from tolok.registry.reading.csv_rows import DELIMITERS, csv_rows, declared_delimiter
from tolok.registry.reading.headers import Found, find_header, find_shape, only_one
from tolok.registry.reading.jobs import Job
from tolok.registry.reading.json_rows import json_records
from tolok.registry.reading.limits import Limits
from tolok.registry.reading.places import Place
from tolok.registry.reading.raw import cells_in_parquet, load_parquet
from tolok.registry.reading.rows import NumberedRow, text_of
from tolok.registry.reading.staging import Staged
from tolok.registry.reading.workbook_rows import cells_without_value, workbook_sheets
from tolok.registry.sources.signatures import Signature, recognise

_DESCRIBES_THE_DOWNLOAD: Final = "_metadata"


@dataclass(frozen=True)
class RawTable:
    """A recognised table; its rows are staged, or loaded already where `staged` is None."""

    place: Place
    signature: Signature
    header: list[str]  # as the source spells it
    limits: Limits
    staged: Staged | None = None
    spreadsheet: bool = False  # a bare 45372 in a column of dates is one


def csv_table(job: Job) -> Iterator[RawTable | Problem]:
    """The delimiter is the one under which a known header appears."""
    form = text_form(job.path)
    yield from _remarks(form, job.shown)
    declared = declared_delimiter(job.path, form.encoding)
    likeliest: list[str] = []
    for delimiter in [declared] if declared else DELIMITERS:
        rows = csv_rows(job.path, form.encoding, delimiter=delimiter, limits=job.limits)
        found = find_header(rows, job.shown)
        if isinstance(found, Found):
            yield _staged(job, _repaired(found), Place(job.shown))
            return
        likeliest = max(likeliest, found, key=len)
    raise RefusedError(refusals.unknown_table(job.shown, likeliest))


def json_table(job: Job) -> Iterator[RawTable | Problem]:
    """Objects bring their header; the public list's arrays are known by what they look like."""
    form = text_form(job.path)
    yield from _remarks(form, job.shown)
    records = json_records(job.path, form.encoding, job.shown)
    first = next(records, None)
    if first is None:
        yield refusals.no_data(job.shown)
    elif isinstance(first, list):
        found = find_shape(_numbered(chain([first], records), job.shown), job.shown)
        if found is None:
            raise RefusedError(refusals.unknown_table(job.shown, []))
        yield _staged(job, found, Place(job.shown))
    else:
        staged = Staged(Place(job.shown), job.work / "0", job.limits, [])
        staged.take_records(chain([first], records))
        signatures = recognise(staged.header)
        if not signatures:
            raise RefusedError(refusals.unknown_table(job.shown, staged.header))
        signature = only_one(signatures, job.shown)
        yield RawTable(staged.place, signature, staged.header, job.limits, staged)


def workbook_tables(job: Job) -> Iterator[RawTable | Problem]:
    """Every visible sheet with a known table; the others are said, not read."""
    likeliest: list[str] = []
    found_any = False
    for at, sheet in enumerate(workbook_sheets(job.path, job.shown, job.limits)):
        if isinstance(sheet, Problem):
            yield sheet
            continue
        place = Place(job.shown, sheet.name)
        if sheet.name == _DESCRIBES_THE_DOWNLOAD:
            yield refusals.left_out(place.where, "lembar keterangan dari sistem asal")
            continue
        found = find_header(sheet.rows, place.where)
        if isinstance(found, Found):
            _refuse_valueless(job)
            found_any = True
            yield _staged(job, found, place, at=at, spreadsheet=True)
            continue
        if found:
            yield refusals.left_out(place.where, "lembar ini tidak memuat tabel yang dikenal")
        likeliest = max(likeliest, found, key=len)
    if not found_any:
        raise RefusedError(refusals.unknown_table(job.shown, likeliest))


def parquet_table(job: Job, session: duckdb.DuckDBPyConnection) -> Iterator[RawTable | Problem]:
    try:
        if cells_in_parquet(session, job.path) > job.limits.cells:
            most = f"lebih dari {job.limits.cells} sel"
            raise RefusedError(refusals.too_big(job.shown, most))
        header = load_parquet(session, job.path)
    except duckdb.Error as error:
        raise RefusedError(refusals.damaged(job.shown, "isi Parquet tidak terbaca")) from error
    signatures = recognise(header)
    if not signatures:
        raise RefusedError(refusals.unknown_table(job.shown, header))
    yield RawTable(Place(job.shown), only_one(signatures, job.shown), header, job.limits)


def _remarks(form: TextForm, shown: str) -> Iterator[Problem]:
    if form.encoding == "cp1252":
        yield refusals.another_encoding(shown)
    if form.has_nul:
        yield refusals.nul_characters(shown)


def _staged(
    job: Job, found: Found, place: Place, *, at: int = 0, spreadsheet: bool = False
) -> RawTable:
    staged = Staged(place, job.work / str(at), job.limits, found.header)
    staged.take_rows(found)
    return RawTable(
        place, found.signature, found.header, job.limits, staged, spreadsheet=spreadsheet
    )


def _repaired(found: Found) -> Found:
    """A source may say in CSV what it says otherwise elsewhere."""
    if found.signature.csv_repair is None:
        return found
    repair = found.signature.csv_repair(found.signature.canonical(found.header))
    rows = (row._replace(cells=repair(row.cells)) for row in found.rows)
    return replace(found, rows=rows)


def _refuse_valueless(job: Job) -> None:
    if cells := cells_without_value(job.path):
        raise RefusedError(refusals.formulas_without_values(job.shown, cells))


def _numbered(records: Iterator[Any], shown: str) -> Iterator[NumberedRow]:
    for number, record in enumerate(records, 1):
        if isinstance(record, Mapping) or not isinstance(record, list):
            raise RefusedError(refusals.unknown_table(shown, []))
        yield NumberedRow(number, [text_of(cell) for cell in record])
