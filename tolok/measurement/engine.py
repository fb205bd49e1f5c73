"""The engine: DuckDB in memory, locked so that it reads nothing but its snapshot."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import duckdb

from tolok.core.formula.totals import TABLE
from tolok.core.problem import Problem, RefusedError
from tolok.registry.dictionary import snapshot_columns

Row: TypeAlias = tuple[Any, ...]  # what DuckDB hands back: text, int, Decimal, date, None

MEMORY_LIMIT: Final = "1500MB"
CHUNK: Final = 1 << 20
SMALL: Final = 32 << 20  # bytes; some 400,000 packages


class Snapshot(Protocol):
    """A Parquet file of packages, named by its hash."""

    @property
    def sha256(self) -> str: ...
    @property
    def path(self) -> Path: ...


class BeyondDigitsError(Exception):
    """A sum needs more than 38 digits, or a date lies outside the calendar."""


class Session:
    """Answers queries on the opened snapshots."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, side_by_side: int) -> None:
        self._connection = connection
        self._side_by_side = side_by_side

    def rows(self, query: str) -> list[Row]:
        try:
            return self._connection.cursor().execute(query).fetchall()
        except (duckdb.OutOfRangeException, duckdb.ConversionException) as trouble:
            raise BeyondDigitsError(str(trouble)) from None

    def all_rows(self, queries: Sequence[str]) -> list[list[Row] | None]:
        """Several answers; None where a sum has too many digits.

        Over a small snapshot most of a query's time is its planning, which uses one core: then
        they run side by side. Over a large one each query uses all cores and much memory.
        """
        with ThreadPoolExecutor(self._side_by_side) as pool:
            return list(pool.map(self._rows_or_none, queries))

    def _rows_or_none(self, query: str) -> list[Row] | None:
        try:
            return self.rows(query)
        except BeyondDigitsError:
            return None


@contextmanager
def opened(*snapshots: Snapshot) -> Iterator[Session]:
    """A session over the snapshots, whose bytes are still those their names promise."""
    for snapshot in snapshots:
        _check(snapshot)
    paths = [str(snapshot.path) for snapshot in snapshots]
    with duckdb.connect(":memory:") as connection:
        _lock(connection, paths)
        _create_view(connection, paths)
        size = sum(snapshot.path.stat().st_size for snapshot in snapshots)
        yield Session(connection, side_by_side=(os.cpu_count() or 1) if size < SMALL else 1)


def _lock(connection: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> None:
    """In this order: what comes after `enable_external_access = false` can only narrow."""
    allowed = ", ".join(map(_quoted, paths))
    for setting in (
        f"memory_limit = '{MEMORY_LIMIT}'",
        "enable_progress_bar = false",
        "python_enable_replacements = false",
        f"allowed_paths = [{allowed}]",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")


def _create_view(connection: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> None:
    """A fact the dictionary learnt after the snapshot was made is unknown in it."""
    source = f"read_parquet([{', '.join(map(_quoted, paths))}])"
    held = {row[0] for row in connection.execute(f"DESCRIBE FROM {source}").fetchall()}
    later = [
        f'CAST(NULL AS {kind}) AS "{name}"'
        for name, kind in snapshot_columns().items()
        if name not in held
    ]
    columns = ", ".join(["*", *later])
    connection.execute(f"CREATE VIEW {TABLE} AS SELECT {columns} FROM {source}")  # noqa: S608 - our own file names


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"


def _check(snapshot: Snapshot) -> None:
    """M-01: a snapshot whose bytes are not those of its name is never measured."""
    try:
        state = snapshot.path.stat()
        found = _hash(snapshot.path, state.st_size, state.st_mtime_ns)
    except FileNotFoundError:
        raise RefusedError(_damaged(snapshot, "berkasnya tidak ada")) from None
    if found != snapshot.sha256:
        raise RefusedError(_damaged(snapshot, "isinya telah berubah"))


def _damaged(snapshot: Snapshot, what: str) -> Problem:
    return Problem(
        "M-01",
        snapshot.sha256[:12],
        f"Potret data ini tidak dapat dipakai: {what}. Jalankan tolok verify, lalu pulihkan dari "
        "cadangan atau impor ulang.",
    )


@lru_cache(maxsize=64)
def _hash(path: Path, size: int, changed: int) -> str:
    """Computed again as soon as size or time of change differ."""
    del size, changed
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
