"""Short ways for tests to make the things they need. Every argument has a sensible default.

`make_…` makes the rows pages show; `publish` goes the real way: published tables, derivation,
snapshot, packages, lineage, findings.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import duckdb

from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import User
from tolok.registry.models import (
    Finding,
    Import,
    ImportedFile,
    Package,
    PlanEntry,
    Pokja,
    PokjaMember,
    PublishedTable,
    Supplier,
    SupplierName,
)
from tolok.registry.reading.casts import SQL_TYPE
from tolok.registry.refresh import Settled, refresh
from tolok.registry.sql import identifier, literal
from tolok.registry.store import folder, hash_of
from tolok.registry.tables import Table, tables

YEAR: Final = 2025

Rows = Sequence[Mapping[str, Any]]


def make_package(agency: Agency | None = None, code: str = "1001", **fields: Any) -> Package:
    """A finished tender with a contract; no snapshot stands behind it."""
    agency = agency or make_agency()
    if "work_unit" not in fields:
        fields["work_unit"] = make_work_unit(agency)
    unit = fields["work_unit"]
    usual = {
        "year": YEAR,
        "process": "tender",
        "process_code": f"9{code}",
        "name": f"Pembangunan Gedung {code}",
        "work_unit_code": unit.code if unit else "",
        "work_unit_name": unit.name if unit else "",
        "method": "Tender",
        "kind": "Pekerjaan Konstruksi",
        "status": Package.Status.DONE,
        "ceiling": Decimal(1_000_000_000),
        "owner_estimate": Decimal(950_000_000),
        "contract_value": Decimal(900_000_000),
        "announced_on": date(YEAR, 3, 3),
    }
    return Package.objects.create(agency=agency, code=code, **usual | fields)


def make_finding(package: Package | None = None, rule: str = "P-01", **fields: Any) -> Finding:
    """An open doubt about a package's contract value."""
    package = package or make_package()
    usual = {
        "agency": package.agency,
        "year": package.year,
        "package_code": package.code,
        "message": "Nilai kontrak Rp900.000.000 di atas HPS Rp800.000.000.",
        "values": {"nilai_kontrak": "Rp900.000.000", "hps": "Rp800.000.000"},
        "field": "nilai_kontrak",
        "lowest": "800000000.00",
        "highest": "900000000.00",
        "fingerprint": hashlib.sha256(f"{rule} {package.code}".encode()).hexdigest(),
    }
    return Finding.objects.create(rule=rule, **usual | fields)


def make_import(
    agency: Agency | None = None, by: User | None = None, files: Rows = (), **fields: Any
) -> Import:
    """An import of one file with three new rows."""
    usual = {"year": YEAR, "done_by": by}
    batch = Import.objects.create(agency=agency or make_agency(), **usual | fields)
    for file in files or [{}]:
        told = {
            "path": "tender.json",
            "sha256": "0" * 64,
            "source": "isb",
            "table": "SPSE-TenderPengumuman",
            "rows": 3,
            "new": 3,
        }
        ImportedFile.objects.create(batch=batch, **told | dict(file))
    return batch


def make_supplier(npwp: str = "0012345678901234", name: str = "CV Maju", **more: Any) -> Supplier:
    """A supplier, with the spellings of its name in `names` (spelling -> times)."""
    names = more.get("names") or {name: 1}
    supplier = Supplier.objects.get_or_create(npwp=npwp, defaults={"name": name})[0]
    for spelling, times in names.items():
        SupplierName.objects.create(supplier=supplier, name=spelling, times=times)
    return supplier


def make_pokja(
    agency: Agency | None = None,
    code: str = "P-AAA111",
    members: Sequence[str] = ("Andi", "Budi"),
    **more: Any,
) -> Pokja:
    """A proposed Pokja of invented people."""
    pokja = Pokja.objects.create(agency=agency or make_agency(), code=code, **more)
    PokjaMember.objects.bulk_create(PokjaMember(pokja=pokja, name=name) for name in members)
    return pokja


def make_plan_entry(agency: Agency | None = None, code: str = "50001", **fields: Any) -> PlanEntry:
    usual = {
        "year": YEAR,
        "way": PlanEntry.Way.SUPPLIER,
        "name": f"Rencana {code}",
        "work_unit_name": "Dinas Contoh",
        "method": "Tender",
        "ceiling": Decimal(1_000_000_000),
        "announced_on": date(YEAR, 1, 15),
    }
    return PlanEntry.objects.create(agency=agency or make_agency(), code=code, **usual | fields)


def publish(agency: Agency, found: Mapping[str, Rows], year: int = YEAR) -> Settled:
    """Bring rows in as an import of one file per table, and derive what follows."""
    batch = Import.objects.create(agency=agency, year=year)
    for name, rows in found.items():
        sha256 = hashlib.sha256(f"{batch.pk} {name}".encode()).hexdigest()
        path = write_published(tables()[name], rows, sha256)
        PublishedTable.objects.create(
            batch=batch,
            table=name,
            path=str(path.relative_to(folder("published"))),
            rows=len(rows),
        )
        ImportedFile.objects.create(
            batch=batch,
            path=f"{name}.json",
            sha256=sha256,
            source="isb",
            table=name,
            rows=len(rows),
            new=len(rows),
        )
    return refresh(agency, year, because="uji")


def write_published(table: Table, rows: Rows, sha256: str) -> Path:
    """The rows as the import leaves them: typed columns, then file, row and sheet."""
    columns = [(column.name, SQL_TYPE[column.kind]) for column in table.columns]
    columns += [("_berkas", "VARCHAR"), ("_baris", "BIGINT"), ("_lembar", "VARCHAR")]
    shape = ", ".join(f"{identifier(name)} {kind}" for name, kind in columns)
    holes = ", ".join("?" for _ in columns)
    home = folder("published") / table.name
    home.mkdir(exist_ok=True)
    half = home / "half"
    with duckdb.connect() as session:
        session.execute(f"CREATE TABLE t ({shape})")
        for number, row in enumerate(rows, start=1):
            told = {"_berkas": sha256, "_baris": number} | dict(row)
            session.execute(
                f"INSERT INTO t VALUES ({holes})", [told.get(name) for name, _ in columns]
            )
        session.execute(f"COPY t TO {literal(half)} (FORMAT parquet)")
    return half.rename(home / f"{hash_of(half)}.parquet")


def tender_tables(
    code: str = "1001", body: str = "X101", **changed: Any
) -> dict[str, list[dict[str, Any]]]:
    """A finished tender from announcement to hand-over; `changed` overrides columns anywhere."""
    common = {"kd_klpd": body, "tahun_anggaran": YEAR, "kd_tender": f"9{code}"}
    award = common | {"hps": 950_000_000, "pagu": 1_000_000_000, "kd_pkt_dce": code}
    contract = common | {"no_kontrak": "027/01/2025"}
    made = {
        "SPSE-TenderPengumuman": award
        | {
            "kd_rup": "50001",
            "kd_satker_str": "1.01.01.",
            "nama_satker": "Dinas Contoh",
            "nama_paket": f"Pembangunan Gedung {code}",
            "jenis_pengadaan": "Pekerjaan Konstruksi",
            "mtd_pemilihan": "Tender",
            "status_tender": "Selesai",
            "versi_tender": 1,
            "tgl_pengumuman_tender": "2025-03-03 08:00:00",
            "_event_date": "2025-12-31",
        },
        "SPSE-TenderSelesai": common | {"tgl_penetapan_pemenang": "2025-04-01 10:00:00"},
        "SPSE-TenderSelesaiNilai": award
        | {
            "nilai_penawaran": 910_000_000,
            "nilai_kontrak": 900_000_000,
            "nilai_pdn_kontrak": 450_000_000,
            "nilai_umk_kontrak": 900_000_000,
            "nama_penyedia": "CV Maju",
            "npwp_16_penyedia": "0012345678901234",
        },
        "SPSE-TenderEkontrak-Kontrak": contract
        | {
            "tgl_kontrak": "2025-04-14",
            "nilai_kontrak": 900_000_000,
            "jenis_kontrak": "Lumsum",
            "status_kontrak": "Kontrak Selesai",
            "versi_addendum": 0,
        },
        "SPSE-TenderEkontrak-SPMKSPP": contract
        | {
            "no_spmk_spp": "SPMK-1",
            "tgl_mulai_pekerjaan": "2025-04-20",
            "tgl_selesai_pekerjaan": "2025-10-16",
        },
        "SPSE-TenderEkontrak-BAPBAST": contract
        | {
            "no_bast": "BAST-1",
            "tgl_bast": "2025-10-10",
            "no_bap": "BAP-1",
            "tgl_bap": "2025-10-20",
            "besar_pembayaran": 900_000_000,
            "progres_pekerjaan": 100,
        },
    }
    return {name: [{k: changed.get(k, v) for k, v in row.items()}] for name, row in made.items()}


def isb_file(name: str, rows: Rows) -> bytes:
    """The rows as ISB hands them out: JSON with every column of the table."""
    columns = [column.name for column in tables()[name].columns]
    return json.dumps([{column: row.get(column) for column in columns} for row in rows]).encode()


def publish_tenders(agency: Agency, *tenders: Mapping[str, Rows]) -> Settled:
    """Several tenders of one agency, as one import."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for tender in tenders:
        for name, rows in tender.items():
            found.setdefault(name, []).extend(rows)
    return publish(agency, found)
