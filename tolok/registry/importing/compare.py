"""Lay the rows of an import over the rows of the last one, table by table."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import duckdb

from tolok.core.problem import Problem
from tolok.registry.duck import session
from tolok.registry.importing.incoming import (
    Part,
    columns_of,
    load_incoming,
    load_standing,
    set_aside,
)
from tolok.registry.importing.matching import count_rows, match_rows, tally
from tolok.registry.importing.report import Change
from tolok.registry.reading.results import FileReading
from tolok.registry.sql import literal
from tolok.registry.store import folder, hash_of, put_in_place
from tolok.registry.tables import Table

DRAWN: Final = ("_event_date", "_inserted_date", "tgl_penarikan")  # the day of the pull
LARGE_LOSS: Final = 0.5  # the share of a table that may vanish before somebody must agree
SMALL_TABLE: Final = 20  # rows below which a share says nothing


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
    state: Path | None  # the rows as they will stand; none: no row is ours, the table stays
    rows: int
    by_part: dict[Part, Counts]
    remarks: tuple[Problem, ...]
    drawn_on: date | None = None  # the newest day a row was drawn from its source, where it tells


def compare(
    table: Table, readings: Sequence[FileReading], *, standing: Path | None, body: str, year: int
) -> Comparison:
    """Compare the rows of all files of one table with the rows that stand.

    Rows of another body or fiscal year are set aside. Two rows are the same when their key is;
    what a pull changes by itself (its date, its cursor) is no change.
    """
    with session() as desk:
        load_incoming(desk, readings)
        aside = set_aside(desk, table, body=body, year=year)
        if aside and not count_rows(desk, "raw_incoming"):
            by_part = {part: Counts(set_aside=count) for part, count in aside.items()}
            return Comparison(table.name, None, 0, by_part, ())
        load_standing(desk, standing)
        changes = match_rows(desk, table)
        by_part = _counts(desk, readings, aside=aside, changes=changes)
        state, rows = _write_state(desk, table)
        lost = _loss(desk, table)
        drawn_on = _drawn_on(desk)
    return Comparison(table.name, state, rows, by_part, lost, drawn_on)


def _counts(
    session: duckdb.DuckDBPyConnection,
    readings: Sequence[FileReading],
    *,
    aside: Mapping[Part, int],
    changes: Mapping[Part | None, list[Change]],
) -> dict[Part, Counts]:
    """Vanished rows are in no file; they are told with the first file of their table."""
    tallied = tally(session)
    counts = {}
    for position, reading in enumerate(readings):
        part = (reading.sha256, reading.sheet)
        vanished = changes[None] if position == 0 else []
        counts[part] = Counts(
            new=tallied.get((part, "new"), 0),
            changed=tallied.get((part, "changed"), 0),
            unchanged=tallied.get((part, "unchanged"), 0),
            vanished=len(vanished),
            set_aside=aside.get(part, 0),
            changes=(*changes.get(part, ()), *vanished),
        )
    return counts


def _write_state(session: duckdb.DuckDBPyConnection, table: Table) -> tuple[Path, int]:
    """The rows as they will stand, in a file named by its own bytes."""
    session.execute("CREATE TEMP VIEW state AS SELECT * FROM raw_incoming")
    if not table.complete:
        session.execute(
            "CREATE OR REPLACE TEMP VIEW state AS SELECT * FROM raw_incoming UNION ALL BY NAME"
            " SELECT * FROM raw_standing WHERE rowid IN (SELECT id FROM standing"
            " WHERE key NOT IN (SELECT key FROM incoming))"
        )
    home = folder("published") / table.name
    home.mkdir(exist_ok=True)
    half = home / f".{os.getpid()}.half"
    session.execute(
        f"COPY (SELECT * FROM state ORDER BY _berkas, _lembar, _baris) TO {literal(half)}"
        " (FORMAT parquet, COMPRESSION zstd)"
    )
    target = home / f"{hash_of(half)}.parquet"
    put_in_place(half, target)
    return target, count_rows(session, "state")


def _drawn_on(session: duckdb.DuckDBPyConnection) -> date | None:
    told = [name for name in columns_of(session, "raw_incoming") if name in DRAWN]
    days = ", ".join(f"max({name}::DATE)" for name in told)
    row = session.execute(f"SELECT greatest({days}) FROM raw_incoming").fetchone() if told else None
    return row[0] if row else None


def _loss(session: duckdb.DuckDBPyConnection, table: Table) -> tuple[Problem, ...]:
    """I-06: a pull that lost most of a table is more often cut than true."""
    gone, before = (
        count_rows(session, "matched WHERE kind = 'vanished'"),
        count_rows(session, "standing"),
    )
    if before < SMALL_TABLE or gone <= before * LARGE_LOSS:
        return ()
    message = (
        f"{gone} dari {before} baris yang ada sebelumnya tidak ada lagi dalam berkas ini."
        " Mungkin berkasnya terpotong. Tarik ulang datanya; bila memang berkurang, ulangi impor"
        " dengan menyetujui pengurangan."
    )
    return (Problem("I-06", table.name, message),)
