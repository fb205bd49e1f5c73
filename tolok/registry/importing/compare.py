"""Lay the rows of an import over the rows of the last one, table by table."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from tolok.core.problem import Problem
from tolok.registry.importing.report import Change
from tolok.registry.importing.sameness import says_the_same
from tolok.registry.reading.results import FileReading
from tolok.registry.sql import identifier, literal
from tolok.registry.store import folder, hash_of, put_in_place
from tolok.registry.tables import Table, pull_columns

LARGE_LOSS: Final = 0.5  # the share of a table that may vanish before somebody must agree
SMALL_TABLE: Final = 20  # rows below which a share says nothing

MATCH: Final = """
CREATE OR REPLACE TEMP TABLE matched AS
WITH n AS (
  SELECT *, row_number() OVER (PARTITION BY _key, _digest ORDER BY _n) AS _same FROM incoming),
o AS (
  SELECT *, row_number() OVER (PARTITION BY _key, _digest ORDER BY _n) AS _same FROM standing),
equal AS (SELECT n._n AS n, o._n AS o FROM n JOIN o USING (_key, _digest, _same)),
n2 AS (
  SELECT _n, _key, row_number() OVER (PARTITION BY _key ORDER BY _digest, _n) AS _left
  FROM incoming WHERE _n NOT IN (SELECT n FROM equal)),
o2 AS (
  SELECT _n, _key, row_number() OVER (PARTITION BY _key ORDER BY _digest, _n) AS _left
  FROM standing WHERE _n NOT IN (SELECT o FROM equal))
SELECT 'unchanged' AS kind, n, o FROM equal
UNION ALL
SELECT CASE WHEN o2._n IS NULL THEN 'new' WHEN n2._n IS NULL THEN 'vanished' ELSE 'changed' END,
  n2._n, o2._n
FROM n2 FULL JOIN o2 USING (_key, _left)
"""


@dataclass(frozen=True)
class Counts:
    """Of one file within a table, in rows."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    set_aside: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What an import does to one table."""

    table: str
    state: Path  # the rows as they will stand
    rows: int
    by_file: dict[str, Counts]  # file SHA-256 -> counts
    remarks: tuple[Problem, ...]


def compare(
    table: Table, readings: Sequence[FileReading], *, standing: Path | None, body: str, year: int
) -> Comparison:
    """Compare the rows of all files of one table with the rows that stand.

    Rows of another body or fiscal year are set aside. Two rows are the same when their key is;
    what a pull changes by itself (its date, its cursor) is no change.
    """
    with duckdb.connect(config={"threads": "2"}) as session:
        _load_incoming(session, readings)
        aside = _set_aside(session, table, body=body, year=year)
        _load_standing(session, standing)
        compared = _comparable_columns(session, table)
        for name in ("incoming", "standing"):
            _number(session, name, table=table, compared=compared)
        session.execute(MATCH)
        if not table.complete:
            session.execute("DELETE FROM matched WHERE kind = 'vanished'")
        by_file = _counts(session, readings, aside=aside, changes=_changes(session, compared))
        state, rows = _write_state(session, table)
        lost = _loss(session, table)
    return Comparison(table.name, state, rows, by_file, lost)


def _load_incoming(session: duckdb.DuckDBPyConnection, readings: Sequence[FileReading]) -> None:
    parts = " UNION ALL BY NAME ".join(
        f"SELECT *, {literal(reading.sha256)} AS _berkas"
        f" FROM read_parquet({literal(reading.parquet)})"
        for reading in readings
    )
    session.execute(f"CREATE TEMP TABLE raw_incoming AS {parts}")


def _set_aside(
    session: duckdb.DuckDBPyConnection, table: Table, *, body: str, year: int
) -> dict[str, int]:
    """Take out rows of another body or year; how many of each file."""
    columns = _columns(session, "raw_incoming")
    foreign = []
    if table.body and table.body in columns:
        foreign.append(f"{identifier(table.body)} <> $body")
    if table.year and table.year in columns:
        foreign.append(f"{identifier(table.year)} <> $year")
    if not foreign:
        return {}
    given = {"body": body, "year": year}
    condition = " OR ".join(foreign)
    used = {name: value for name, value in given.items() if f"${name}" in condition}
    counted = session.execute(
        f"SELECT _berkas, count(*) FROM raw_incoming WHERE {condition} GROUP BY 1", used
    ).fetchall()
    session.execute(f"DELETE FROM raw_incoming WHERE {condition}", used)
    return dict(counted)


def _load_standing(session: duckdb.DuckDBPyConnection, standing: Path | None) -> None:
    if standing:
        query = "SELECT * FROM read_parquet($path)"
        session.execute(f"CREATE TEMP TABLE raw_standing AS {query}", {"path": str(standing)})
    else:
        session.execute("CREATE TEMP TABLE raw_standing AS SELECT * FROM raw_incoming LIMIT 0")


def _comparable_columns(session: duckdb.DuckDBPyConnection, table: Table) -> list[str]:
    """Columns both pulls have; one that only one of them has says nothing about a change."""
    both = _columns(session, "raw_standing")
    shared = [name for name in _columns(session, "raw_incoming") if name in both]
    kept = [name for name in shared if not name.startswith("_") and name not in pull_columns()]
    return kept or list(table.key)


def _number(
    session: duckdb.DuckDBPyConnection, name: str, *, table: Table, compared: list[str]
) -> None:
    def text(columns: Sequence[str]) -> str:
        return f"concat_ws(chr(31), {', '.join(_text(column) for column in columns)})"

    key = [column for column in table.key if column in _columns(session, f"raw_{name}")]
    session.execute(
        f"CREATE TEMP TABLE {name} AS SELECT *, {text(key or compared)} AS _key,"
        f" md5({text(compared)}) AS _digest, row_number() OVER () AS _n FROM raw_{name}"
    )


def _changes(session: duckdb.DuckDBPyConnection, compared: list[str]) -> dict[str, list[Change]]:
    """File SHA-256 -> the cells that changed and the rows that vanished ("" for the latter).

    A pair of rows that differs in spelling alone becomes unchanged.
    """
    cells = ", ".join(_text(column, of=f"{side}.") for column in compared for side in "on")
    found: dict[str, list[Change]] = {}
    alike: list[int] = []
    rows = session.execute(
        f"SELECT m.n, n._berkas, n._key, {cells} FROM matched m JOIN incoming n ON n._n = m.n"
        " JOIN standing o ON o._n = m.o WHERE kind = 'changed' ORDER BY n._key, m.n"
    ).fetchall()
    for number, file, key, *values in rows:
        pairs = zip(compared, values[0::2], values[1::2], strict=True)
        changes = [Change(_spoken(key), *pair) for pair in pairs if not says_the_same(*pair[1:])]
        found.setdefault(file, []).extend(changes)
        if not changes:
            alike.append(number)
    session.execute(
        "UPDATE matched SET kind = 'unchanged' WHERE n IN (SELECT unnest($alike))",
        {"alike": alike},
    )
    gone = session.execute(
        "SELECT o._key FROM matched m JOIN standing o ON o._n = m.o WHERE kind = 'vanished'"
        " ORDER BY 1"
    ).fetchall()
    found[""] = [Change(_spoken(key)) for (key,) in gone]
    return found


def _counts(
    session: duckdb.DuckDBPyConnection,
    readings: Sequence[FileReading],
    *,
    aside: dict[str, int],
    changes: dict[str, list[Change]],
) -> dict[str, Counts]:
    """Vanished rows are in no file; they are told with the first file of their table."""
    tally: dict[tuple[str, str], int] = {
        (file, kind): count
        for file, kind, count in session.execute(
            "SELECT n._berkas, kind, count(*) FROM matched m JOIN incoming n ON n._n = m.n"
            " GROUP BY ALL"
        ).fetchall()
    }
    gone = changes.pop("")
    counts = {}
    for position, file in enumerate(dict.fromkeys(reading.sha256 for reading in readings)):
        vanished = gone if position == 0 else []
        counts[file] = Counts(
            new=tally.get((file, "new"), 0),
            changed=tally.get((file, "changed"), 0),
            unchanged=tally.get((file, "unchanged"), 0),
            vanished=len(vanished),
            set_aside=aside.get(file, 0),
            changes=(*changes.get(file, ()), *vanished),
        )
    return counts


def _write_state(session: duckdb.DuckDBPyConnection, table: Table) -> tuple[Path, int]:
    """The rows as they will stand, in a file named by its own bytes."""
    query = "SELECT * FROM raw_incoming"
    if not table.complete:
        query += (
            " UNION ALL BY NAME SELECT * EXCLUDE (_key, _digest, _n) FROM standing"
            " WHERE _key NOT IN (SELECT _key FROM incoming)"
        )
    home = folder("published") / table.name
    home.mkdir(exist_ok=True)
    half = home / f".{os.getpid()}.half"
    session.execute(
        f"COPY ({query} ORDER BY _berkas, _baris) TO {literal(half)}"
        " (FORMAT parquet, COMPRESSION zstd)"
    )
    target = home / f"{hash_of(half)}.parquet"
    put_in_place(half, target)
    rows = session.execute(f"SELECT count(*) FROM ({query})").fetchall()
    return target, int(rows[0][0])


def _loss(session: duckdb.DuckDBPyConnection, table: Table) -> tuple[Problem, ...]:
    """I-06: a pull that lost most of a table is more often cut than true."""
    ((gone, before),) = session.execute(
        "SELECT count(*) FILTER (kind = 'vanished'), (SELECT count(*) FROM standing) FROM matched"
    ).fetchall()
    if before < SMALL_TABLE or gone <= before * LARGE_LOSS:
        return ()
    message = (
        f"{gone} dari {before} baris yang ada sebelumnya tidak ada lagi dalam berkas ini."
        " Mungkin berkasnya terpotong. Tarik ulang datanya; bila memang berkurang, ulangi impor"
        " dengan menyetujui pengurangan."
    )
    return (Problem("I-06", table.name, message),)


def _text(column: str, *, of: str = "") -> str:
    """A cell as compared: blank and missing are the same."""
    return f"coalesce(trim({of}{identifier(column)}::VARCHAR), '')"


def _columns(session: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [row[0] for row in session.execute(f"DESCRIBE {table}").fetchall()]


def _spoken(key: str) -> str:
    return key.replace("\x1f", " · ")
