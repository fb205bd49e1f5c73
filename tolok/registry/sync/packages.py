"""Package rows from the snapshot, and the rows below them from what was derived."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

from django.db import models

from tolok.core.formula.dictionary import FieldType
from tolok.organisation.models import Agency, WorkUnit
from tolok.registry.dictionary import dictionary
from tolok.registry.models import (
    Attempt,
    Bid,
    Contract,
    Handover,
    Package,
    Pokja,
    Snapshot,
    Stage,
    Supplier,
)
from tolok.registry.store import folder
from tolok.registry.sync.insert import insert_rows
from tolok.registry.sync.parquet import rows_of

Row: TypeAlias = Mapping[str, Any]

FIELDS: Final = {  # formula name -> column of Package
    field.name: field.code
    for field in dictionary().fields.values()
    if field.code in {column.name for column in Package._meta.get_fields()}
    and field.name != "tahun_anggaran"
}
TEXTS: Final = {name for name in FIELDS if dictionary()[name].type == FieldType.TEXT}
LENGTHS: Final = {
    column.name: column.max_length
    for column in Package._meta.get_fields()
    if isinstance(column, models.CharField)
}


def sync_packages(agency: Agency, year: int, snapshot: Snapshot, *, details: bool) -> None:
    """Make, change and remove package rows so that they say what the snapshot says.

    The rows below packages follow from imports alone; `details` says whether those changed.
    """
    facts = ", ".join(f'"{name}"' for name in FIELDS)
    found = {
        row["kd_paket"]: row
        for row in rows_of(
            snapshot.path,
            f"SELECT {facts}, md5(row({facts})::VARCHAR) AS digest FROM here WHERE baris = 'paket'",
        )
    }
    standing = dict(Package.objects.of_year(agency, year).values_list("code", "digest"))
    moved = [row for code, row in found.items() if standing.get(code) != row["digest"]]
    links = _Links(agency, moved)
    of_year = {"agency_id": agency.pk, "year": year}
    insert_rows(
        Package,
        (of_year | _package(row, links) for row in moved),
        unique=["agency", "year", "code"],
    )
    gone = sorted(standing.keys() - found.keys())
    Package.objects.of_year(agency, year).filter(code__in=gone).delete()
    if details:
        _sync_details(agency, year, folder("derived") / snapshot.derived)


class _Links:
    """Keys of the registers that packages point to."""

    def __init__(self, agency: Agency, rows: Iterable[Row]) -> None:
        npwp = {row["npwp_penyedia"] for row in rows if row["npwp_penyedia"]}
        self.units = dict(WorkUnit.objects.filter(agency=agency).values_list("code", "pk"))
        self.pokja = dict(Pokja.objects.filter(agency=agency).values_list("code", "pk"))
        self.suppliers = dict(Supplier.objects.filter(npwp__in=npwp).values_list("npwp", "pk"))


def _package(row: Row, links: _Links) -> dict[str, Any]:
    values = {column: row[name] for name, column in FIELDS.items()}
    for name in TEXTS:
        column = FIELDS[name]
        values[column] = (row[name] or "")[: LENGTHS.get(column)]
    return values | {
        "attempts": row["jumlah_pengumuman"] or 1,
        "failed_attempts": row["jumlah_gagal"] or 0,
        "has_contract": bool(row["kontrak_tercatat"]),
        "contract_done": bool(row["kontrak_selesai"]),
        "work_unit_id": links.units.get(row["kd_satker"]),
        "pokja_id": links.pokja.get(row["kd_pokja"]),
        "supplier_id": links.suppliers.get(row["npwp_penyedia"]),
        "digest": row["digest"],
    }


def _sync_details(agency: Agency, year: int, derived: Path) -> None:
    codes = dict(Package.objects.of_year(agency, year).values_list("code", "pk"))
    for kept, (model, make) in DETAILS.items():
        model.objects.filter(package__agency=agency, package__year=year).delete()
        rows = rows_of(derived / f"{kept}.parquet")
        insert_rows(
            model, (make(codes[row["kd_paket"]], row) for row in rows if row["kd_paket"] in codes)
        )


def _attempt(package: int, row: Row) -> dict[str, Any]:
    return {
        "package_id": package,
        "process_code": row["kd_proses"][:60],
        "version": row["versi"],
        "announced_on": row["tgl_pengumuman"],
        "status": row["status"],
        "reason": row["alasan"] or "",
    }


def _bid(package: int, row: Row) -> dict[str, Any]:
    return {
        "package_id": package,
        "process_code": row["kd_proses"][:60],
        "supplier_npwp": row["npwp_penyedia"] or "",
        "supplier_name": (row["nama_penyedia"] or "")[:300],
        "offer": row["nilai_penawaran"],
        "corrected": row["nilai_terkoreksi"],
        "won": row["pemenang"],
    }


def _stage(package: int, row: Row) -> dict[str, Any]:
    return {
        "package_id": package,
        "process_code": row["kd_proses"][:60],
        "position": (row["urutan"] or 0) % 10000,
        "name": row["nama_tahapan"][:120],
        "starts": _clock(row["tgl_awal"]),
        "ends": _clock(row["tgl_akhir"]),
    }


def _contract(package: int, row: Row) -> dict[str, Any]:
    return {
        "package_id": package,
        "number": (row["no_kontrak"] or "")[:300],
        "version": row["versi"],
        "signed_on": row["tgl_kontrak"],
        "value": row["nilai_kontrak"],
        "kind": (row["jenis_kontrak"] or "")[:80],
        "status": row["status_kontrak"] or "",
        "starts_on": row["tgl_mulai_pekerjaan"],
        "due_on": row["tgl_selesai_pekerjaan"],
        "reason": row["alasan_addendum"] or "",
    }


def _handover(package: int, row: Row) -> dict[str, Any]:
    return {
        "package_id": package,
        "number": (row["no_bast"] or "")[:300],
        "handed_over_on": row["tgl_bast"],
        "payment_on": row["tgl_bap"],
        "amount": row["besar_pembayaran"],
        "progress": row["progres_pekerjaan"],
    }


def _clock(moment: datetime | None) -> str:
    """The local clock of the LPSE, whose zone the sources do not tell."""
    return moment.strftime("%Y-%m-%d %H:%M") if moment else ""


DETAILS: Final[Mapping[str, tuple[Any, Callable[[int, Row], dict[str, Any]]]]] = {
    "attempts": (Attempt, _attempt),
    "bids": (Bid, _bid),
    "stages": (Stage, _stage),
    "contracts": (Contract, _contract),
    "handovers": (Handover, _handover),
}
