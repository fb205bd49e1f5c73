"""Objects for tests: a small snapshot of rows that say only what matters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb

from tolok.core.indicator import Indicator, read_indicator
from tolok.cycle.testing import make_year
from tolok.measurement.actions import measure_year
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.registry.dictionary import dictionary, snapshot_columns
from tolok.registry.models import Snapshot
from tolok.registry.store import folder, put_in_place
from tolok.registry.testing import publish_tenders, tender_tables

AT_ONCE = 40  # rows in one INSERT; one by one is ten times slower
_INSERT = "INSERT INTO rows_given VALUES "
ORDER = "kd_klpd, tahun_anggaran, baris, kd_paket"


@dataclass(frozen=True)
class MadeSnapshot:
    sha256: str
    path: Path


def make_row(number: int, **facts: object) -> dict[str, object]:
    """A package of agency D900 in 2025 with its own code; the rest is not known."""
    usual = {
        "baris": "paket",
        "kd_paket": f"P{number:04}",
        "nama_paket": f"Paket {number}",
        "kd_klpd": "D900",
        "tahun_anggaran": 2025,
        "mtd_pemilihan": "Tender",
    }
    return {**usual, **facts}


def make_snapshot(home: Path, rows: Iterable[Mapping[str, object]]) -> MadeSnapshot:
    """The rows as a snapshot with all columns of the dictionary."""
    columns = snapshot_columns()
    listed = [tuple(row.get(name) for name in columns) for row in rows]
    for row in rows:
        if unknown := set(row) - set(columns):
            raise KeyError(f"not in the dictionary: {unknown}")
    path = home / "snapshot.parquet"
    path.unlink(missing_ok=True)
    described = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    with duckdb.connect() as session:
        session.execute(f"CREATE TABLE rows_given ({described})")
        marks = f"({', '.join('?' * len(columns))})"
        for start in range(0, len(listed), AT_ONCE):
            some = listed[start : start + AT_ONCE]
            facts = [fact for row in some for fact in row]
            session.execute(_INSERT + ", ".join([marks] * len(some)), facts)
        session.execute(
            f"COPY (SELECT * FROM rows_given ORDER BY {ORDER}) TO '{path}' (FORMAT parquet)"  # noqa: S608
        )
    return MadeSnapshot(sha256(path.read_bytes()).hexdigest(), path)


def keep_snapshot(agency: Agency, year: int, rows: Iterable[Mapping[str, object]]) -> Snapshot:
    """The rows as the snapshot in force of an agency's year."""
    listed = list(rows)
    made = make_snapshot(folder("snapshots"), listed)
    snapshot = Snapshot(
        agency=agency, year=year, sha256=made.sha256, packages=len(listed), because="uji"
    )
    put_in_place(made.path, snapshot.path)
    snapshot.save()
    return snapshot


def make_measured_agency(code: str = "X101", year: int = 2025) -> Agency:
    """Two finished tenders, imported the real way, and every indicator measured over them.

    The second, awarded in TW III, lacks its BAST. B1 is 10 %: 150 of 1.500 million rupiah.
    W3 lies between 50 and 100 %.
    """
    agency = make_agency(code)
    make_year(agency, year)
    publish_tenders(
        agency,
        tender_tables("1001", code, hps=1_000_000_000, nilai_kontrak=900_000_000),
        tender_tables(
            "1002",
            code,
            hps=500_000_000,
            nilai_kontrak=450_000_000,
            tgl_penetapan_pemenang="2025-07-10 10:00:00",
            no_kontrak="027/02/2025",
            tgl_bast=None,
            kd_satker_str="1.02.01.",
            nama_satker="Dinas Kesehatan",
        ),
    )
    measure_year(agency, year)
    return agency


def make_attributes(code: str = "X1", **changed: object) -> dict[str, object]:
    """The attributes of an indicator: finished packages, as a share of all."""
    usual: dict[str, object] = {
        "code": code,
        "name": f"Indikator {code}",
        "goal": "Tujuan",
        "area": "Kualitas",
        "definition": "Persentase paket selesai.",
        "formula": "100 * count(case when status = 'selesai' then 1 end) / count(*)",
        "reference_date": "tgl_pengumuman",
        "unit": "%",
        "direction": "maximize",
        "source": "SPSE",
        "valid_from": date(2020, 1, 1),
    }
    return {name: value for name, value in (usual | changed).items() if value is not None}


def make_indicator(code: str = "X1", **changed: object) -> Indicator:
    """The indicator of these attributes; `formula=None` takes an attribute away."""
    found = read_indicator(make_attributes(code, **changed), dictionary(), where="")
    if isinstance(found, tuple):
        raise TypeError(found)
    return found
