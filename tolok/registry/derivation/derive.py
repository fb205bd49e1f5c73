"""Derive the packages of one agency and year, and keep what was derived as Parquet."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tolok.registry.derivation.pokja import ProposedPokja, propose_pokja, read_members
from tolok.registry.derivation.workshop import (
    SQL,
    Workshop,
    lay_out,
    make_rows_table,
    run,
    workshop,
)
from tolok.registry.dictionary import FIELDS_FILE
from tolok.registry.findings.rule import Doubt
from tolok.registry.findings.rules import doubts
from tolok.registry.sql import literal
from tolok.registry.store import folder

STEPS: Final = ("2_attempts", "3_facts", "4_packages")
KEPT: Final = {  # Parquet file -> table of the workshop, and its order
    "rows": "SELECT * FROM hasil ORDER BY kd_klpd, tahun_anggaran, baris, kd_paket",
    "lineage": "SELECT DISTINCT * FROM asal ORDER BY ALL",
    "attempts": "SELECT * FROM rincian_pengumuman ORDER BY ALL",
    "bids": "SELECT * FROM rincian_penawaran ORDER BY ALL",
    "stages": "SELECT * FROM rincian_tahap ORDER BY ALL",
    "contracts": "SELECT * FROM rincian_kontrak ORDER BY ALL",
    "handovers": "SELECT * FROM rincian_serah_terima ORDER BY ALL",
    "plan": "SELECT * EXCLUDE (_berkas, _baris) FROM rencana ORDER BY kd_rup",
    "work_units": "SELECT * FROM satker ORDER BY kd_satker",
    "supplier_names": "SELECT * FROM nama_penyedia ORDER BY ALL",
}


@dataclass(frozen=True)
class Aliases:
    """Other codes and names of work units: (system or "any", alias, code, name)."""

    rows: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True)
class Derived:
    """What followed from the published tables of one agency and year."""

    name: str  # the folder below "derived"
    pokja: tuple[ProposedPokja, ...]
    doubts: tuple[Doubt, ...]

    def path(self, kept: str) -> Path:
        return folder("derived") / self.name / f"{kept}.parquet"


def derive(
    agency_code: str, year: int, *, published: Mapping[str, Path], aliases: Aliases
) -> Derived:
    """Run the derivation. The same published rows and aliases always give the same result."""
    name = derived_name(agency_code, year, published, aliases)
    with workshop() as session:
        lay_out(session, published)
        pokja = derive_in(session, agency_code, year, aliases=aliases)
        found = tuple(doubts(session))
        _keep(session, folder("derived") / name)
    return Derived(name, pokja, found)


def derive_in(
    session: Workshop, agency_code: str, year: int, *, aliases: Aliases
) -> tuple[ProposedPokja, ...]:
    """Make the derived tables from those that were laid out in the workshop."""
    if aliases.rows:
        session.executemany("INSERT INTO padanan_satker VALUES (?, ?, ?, ?)", aliases.rows)
    for step in STEPS:
        run(session, step)
    pokja = _lay_out_pokja(session)
    make_rows_table(session)
    run(session, "5_rows")
    session.execute(
        "UPDATE hasil SET kd_klpd = $code, tahun_anggaran = $year,"
        " tgl_data = (SELECT tgl_data FROM tanggal_data)",
        {"code": agency_code, "year": year},
    )
    run(session, "6_lineage")
    run(session, "7_details")
    return pokja


def _lay_out_pokja(session: Workshop) -> tuple[ProposedPokja, ...]:
    listed = session.execute(
        "SELECT kd_paket, nip_pokja, nama_pokja FROM paket_spse"
        " WHERE nip_pokja IS NOT NULL OR nama_pokja IS NOT NULL ORDER BY kd_paket"
    ).fetchall()
    session.execute("CREATE TABLE pokja_paket (kd_paket VARCHAR, kd_pokja VARCHAR)")
    proposed: dict[str, ProposedPokja] = {}
    rows = []
    for package, nips, names in listed:
        if members := read_members(nips, names):
            pokja = propose_pokja(members)
            proposed.setdefault(pokja.code, pokja)
            rows.append((package, pokja.code))
    if rows:
        session.executemany("INSERT INTO pokja_paket VALUES (?, ?)", rows)
    return tuple(proposed[code] for code in sorted(proposed))


def _keep(session: Workshop, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, query in KEPT.items():
        path = target / f"{name}.parquet"
        half = path.with_suffix(".half")
        session.execute(f"COPY ({query}) TO {literal(half)} (FORMAT parquet, COMPRESSION zstd)")
        half.replace(path)


def derived_name(code: str, year: int, published: Mapping[str, Path], aliases: Aliases) -> str:
    """The folder below "derived": changes with anything that packages follow from."""
    facts = repr(
        (sorted((t, p.name) for t, p in published.items()), aliases.rows, _rules_version())
    )
    return f"{code}-{year}-{hashlib.sha256(facts.encode()).hexdigest()[:16]}"


@cache
def _rules_version() -> str:
    """Changes with any file of SQL and with the fields: new rules never meet rows of old ones."""
    sources = [*sorted(SQL.glob("*.sql")), FIELDS_FILE]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
