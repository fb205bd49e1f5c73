"""The rows of an import's files, and those that are somebody else's."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

import duckdb

from tolok.registry.reading.results import FileReading
from tolok.registry.sql import identifier, literal
from tolok.registry.tables import Table

Part: TypeAlias = tuple[str, str]  # of an import: the SHA-256 of a file, and the sheet in it

SHEET: Final = "coalesce(_lembar, '')"
RESERVED: Final = {"_berkas", "rowid"}  # names that mean something here


def load_incoming(session: duckdb.DuckDBPyConnection, readings: Sequence[FileReading]) -> None:
    """Make `raw_incoming` of all files' rows, each with the columns its file had.

    A column that was not there says nothing, which is less than an empty one says.
    """
    parts = " UNION ALL BY NAME ".join(
        f"SELECT {_own_columns(reading)}, {literal(reading.sha256)} AS _berkas"
        f" FROM read_parquet({literal(reading.parquet)})"
        for reading in readings
    )
    session.execute(f"CREATE TEMP TABLE raw_incoming AS {parts}")


def set_aside(
    session: duckdb.DuckDBPyConnection, table: Table, *, body: str, year: int
) -> dict[Part, int]:
    """I-05: take out rows of another body or year; how many of each part."""
    columns = columns_of(session, "raw_incoming")
    ours = {name: value for name, value in {table.body: body, table.year: year}.items() if name}
    known = {name: value for name, value in ours.items() if name in columns}
    if not known:
        return {}
    condition = " OR ".join(f"{identifier(name)} <> ?" for name in known)
    values = list(known.values())
    counted = session.execute(
        f"SELECT _berkas, {SHEET}, count(*) FROM raw_incoming WHERE {condition} GROUP BY ALL",
        values,
    ).fetchall()
    session.execute(f"DELETE FROM raw_incoming WHERE {condition}", values)
    return {(file, sheet): count for file, sheet, count in counted}


def load_standing(session: duckdb.DuckDBPyConnection, standing: Path | None) -> None:
    """Make `raw_standing`; with nothing standing it has the columns of the incoming rows."""
    query = f"SELECT * FROM read_parquet({literal(standing)})"
    if standing is None:
        query = "SELECT * FROM raw_incoming LIMIT 0"
    session.execute(f"CREATE TEMP TABLE raw_standing AS {query}")


def columns_of(session: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [row[0] for row in session.execute(f"DESCRIBE {table}").fetchall()]


def _own_columns(reading: FileReading) -> str:
    columns = [_own(name) for name in reading.columns or ()]
    return ", ".join([*columns, "_baris", "_lembar"])


def _own(name: str) -> str:
    taken = name.casefold() in RESERVED
    return identifier(name) + (f" AS {identifier(f'{name} (berkas)')}" if taken else "")
