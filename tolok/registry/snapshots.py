"""Make the snapshot of an agency and year: derived rows, corrections, disputes, one Parquet."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.registry.dictionary import SQL_TYPES, bounds_of, dictionary
from tolok.registry.duck import session
from tolok.registry.models import Snapshot
from tolok.registry.sql import literal
from tolok.registry.store import folder, hash_of, put_in_place

ORDER: Final = "kd_klpd, tahun_anggaran, baris, kd_paket"


@dataclass(frozen=True)
class Fact:
    """A corrected fact: what the snapshot holds instead of what was published."""

    package: str
    field: str
    value: str  # plain digits, ISO date or text; "" empties the fact


@dataclass(frozen=True)
class Dispute:
    """A fact that lies between two values until somebody decides."""

    package: str
    field: str
    lowest: str
    highest: str


def write_snapshot(rows: Path, facts: Iterable[Fact], disputes: Iterable[Dispute]) -> str:
    """The name (SHA-256) of the snapshot; the same facts give the same bytes and name.

    The order is fixed and the file is read-only.
    """
    with session() as made:
        made.execute("CREATE TEMP TABLE hasil AS SELECT * FROM read_parquet($p)", {"p": str(rows)})
        for fact in facts:
            _correct(made, fact)
        made.execute(
            "UPDATE hasil SET kontrak_selesai = tgl_bast IS NOT NULL"
            " OR coalesce(status_kontrak = 'selesai', FALSE) WHERE baris = 'paket'"
        )
        for dispute in disputes:
            _dispute(made, dispute)
        half = folder("snapshots") / f".{os.getpid()}.half"
        made.execute(
            f"COPY (SELECT * FROM hasil ORDER BY {ORDER}) TO {literal(half)}"
            " (FORMAT parquet, COMPRESSION zstd)"
        )
    sha256 = hash_of(half)
    put_in_place(half, folder("snapshots") / f"{sha256}.parquet")
    return sha256


def _correct(session: duckdb.DuckDBPyConnection, fact: Fact) -> None:
    field = dictionary()[fact.field]
    session.execute(
        f"UPDATE hasil SET \"{field.name}\" = nullif($value, '')::{SQL_TYPES[field.type]}"
        " WHERE kd_paket = $package",
        {"value": fact.value, "package": fact.package},
    )


def _dispute(session: duckdb.DuckDBPyConnection, dispute: Dispute) -> None:
    field = dictionary()[dispute.field]
    lowest, highest = bounds_of(field)
    kind = SQL_TYPES[field.type]
    session.execute(
        f'UPDATE hasil SET "{lowest}" = least("{lowest}", $low::{kind}, $high::{kind}),'
        f' "{highest}" = greatest("{highest}", $low::{kind}, $high::{kind})'
        " WHERE kd_paket = $package",
        {"low": dispute.lowest, "high": dispute.highest, "package": dispute.package},
    )


def current(agency: Agency, year: int) -> Snapshot:
    """The snapshot in force; refused (S-01) when nothing was imported yet."""
    found = Snapshot.objects.current(agency, year)
    if found is None:
        message = "Belum ada data tahun ini. Impor berkas SiRUP dan SPSE lebih dahulu."
        raise RefusedError(Problem("S-01", f"{agency.code} TA {year}", message))
    return found


def counts(path: Path) -> Mapping[str, int]:
    """Rows of each kind in a snapshot."""
    with session() as asked:
        query = "SELECT baris, count(*) FROM read_parquet($p) GROUP BY 1"
        return dict(asked.execute(query, {"p": str(path)}).fetchall())
