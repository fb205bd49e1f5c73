"""Small files for tests, and reading one of them without a child process."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import xlsxwriter

from tolok.registry.reading.jobs import Job
from tolok.registry.reading.limits import DEFAULT, Limits
from tolok.registry.reading.one_file import read_file
from tolok.registry.reading.results import FileReading

CONTRACT: Final[Mapping[str, Any]] = {
    "tahun_anggaran": 2025,
    "kd_klpd": "D999",
    "kd_tender": 101,
    "no_kontrak": "01/SPK/2025",
    "tgl_kontrak": "2025-03-01T00:00:00.000000Z",
    "nilai_kontrak": 95000000,
    "jenis_kontrak": "Lumsum",
    "versi_addendum": 0,
}
"""A row of the table SPSE-TenderEkontrak-Kontrak; agency, contract and firm are invented."""


def make_contract(**different: Any) -> dict[str, Any]:
    return {**CONTRACT, **different}


def write_json(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def write_csv(
    path: Path, rows: Sequence[Mapping[str, Any]], *, delimiter: str = ",", encoding: str = "utf-8"
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_sheets(path: Path, sheets: Mapping[str, Iterable[Sequence[Any]]]) -> Path:
    """A workbook with the cells of each sheet, row by row."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                sheet.write_row(at, 0, cells)
    return path


def as_rows(records: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """Header and cells, for a sheet."""
    return [list(records[0]), *(list(record.values()) for record in records)]


def readings_of(path: Path, limits: Limits = DEFAULT) -> tuple[FileReading, ...]:
    """All that a file gives, read in this very process: only for files that are harmless."""
    out = path.parent / "out"
    out.mkdir(exist_ok=True)
    number = len([*out.iterdir()])
    job = Job(path, path.name, out, number, limits)
    job.work.mkdir()
    return read_file(job).readings


def reading_of(path: Path, limits: Limits = DEFAULT) -> FileReading:
    """The one reading of a file with one table."""
    [reading] = readings_of(path, limits)
    return reading


def typed_rows(reading: FileReading, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of the typed table, in its order."""
    if reading.parquet is None:
        return []
    names = ", ".join(f'"{column}"' for column in columns)
    with duckdb.connect() as session:
        return session.execute(
            f"SELECT {names} FROM read_parquet($path)", {"path": str(reading.parquet)}
        ).fetchall()


def codes(reading: FileReading) -> list[str]:
    """The rule codes of a file's problems."""
    return [problem.rule for problem in reading.problems]
