"""Tables to files: JSON, CSV or Parquet, the same bytes for the same rows."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import duckdb

from tolok.demo.generator.order import FileForm
from tolok.demo.generator.quirks.files import NO_DATA, Unescaped
from tolok.demo.generator.tables import Row, Tables
from tolok.demo.generator.tables.common import Cell


def write_tables(tables: Tables, folder: Path, form: FileForm) -> list[Path]:
    """One file per table, in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    writer = {"json": write_json, "csv": write_csv, "parquet": write_parquet}[form]
    paths = []
    for table, rows in tables.items():
        path = folder / f"{table}.{form}"
        writer(path, rows)
        paths.append(path)
    return paths


def write_empty(folder: Path, form: FileForm, bodies: Mapping[str, str]) -> list[Path]:
    """Files without a table: the body ISB sent instead."""
    paths = []
    for table, body in bodies.items():
        path = folder / f"{table}.{form}"
        path.write_text(body if body == NO_DATA else "", encoding="utf-8")
        paths.append(path)
    return paths


def write_json(path: Path, rows: Sequence[Row]) -> None:
    """An array with one object a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[\n")
        file.write(",\n".join(map(encode, rows)))
        file.write("\n]")


def write_csv(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(rows[0] if rows else [])
        for row in rows:
            if any(isinstance(cell, Unescaped) for cell in row.values()):
                file.write(",".join(map(_careless, row.values())) + "\n")
            else:
                writer.writerow(map(_csv_cell, row.values()))


def _csv_cell(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _careless(cell: Cell) -> str:
    """As the source writes it: quotes around, but none doubled within."""
    if isinstance(cell, Unescaped):
        return f'"{cell}"'
    line = StringIO()
    csv.writer(line, lineterminator="").writerow([_csv_cell(cell)])
    return "" if cell is None else line.getvalue()


def write_parquet(path: Path, rows: Sequence[Row]) -> None:
    """Typed as a data-frame library leaves it: whole numbers with gaps become floating point."""
    if not rows:
        return
    types = {column: _column_type([row[column] for row in rows]) for column in rows[0]}
    written = path.with_suffix(".json")
    write_json(written, rows)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        table = connection.read_json(str(written), columns=types, format="array")
        table.write_parquet(str(path))
    written.unlink()


def _column_type(values: Sequence[Cell]) -> str:
    kinds = {type(cell) for cell in values} - {type(None)}
    has_gaps = None in values
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "DOUBLE" if has_gaps else "BIGINT"
    if kinds and kinds <= {int, float}:
        return "DOUBLE"
    return _text_type([cell for cell in values if isinstance(cell, str)])


def _text_type(texts: Sequence[str]) -> str:
    """Plain days and moments get their type; every other text stays one."""
    for reader, name, length in ((date, "DATE", 10), (datetime, "TIMESTAMP", 19)):
        if texts and all(len(text) == length and _reads(reader, text) for text in texts):
            return name
    return "VARCHAR"


def _reads(reader: type[date], text: str) -> bool:
    try:
        reader.fromisoformat(text)
    except ValueError:
        return False
    return True
