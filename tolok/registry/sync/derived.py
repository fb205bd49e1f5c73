"""Registers that follow from the imports alone: work units, suppliers, Pokja, RUP entries."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tolok.organisation.models import Agency, WorkUnit
from tolok.registry.derivation.derive import Derived
from tolok.registry.models import PlanEntry, Pokja, PokjaMember, Supplier, SupplierName
from tolok.registry.sql import literal
from tolok.registry.sync.insert import insert_rows
from tolok.registry.sync.parquet import rows_of


def sync_derived(agency: Agency, year: int, derived: Derived) -> None:
    _sync_work_units(agency, year, derived)
    _sync_suppliers(derived)
    _sync_pokja(agency, derived)
    _sync_plan(agency, year, derived)


def _sync_work_units(agency: Agency, year: int, derived: Derived) -> None:
    """Units the sources name are added; a name people may have set right is not touched."""
    named = rows_of(
        derived.path("rows"),
        "SELECT kd_satker, any_value(nama_satker) AS nama_satker FROM here"
        " WHERE kd_satker IS NOT NULL GROUP BY 1"
        f" UNION SELECT * FROM read_parquet({literal(derived.path('work_units'))})"
        " ORDER BY 1",
    )
    known = {unit.code: unit for unit in WorkUnit.objects.filter(agency=agency)}
    fresh: dict[str, WorkUnit] = {}
    for row in named:
        code = row["kd_satker"][:60]
        if code in known:
            _widen_years(known[code], year)
        else:
            name = (row["nama_satker"] or code)[:300]
            fresh[code] = WorkUnit(
                agency=agency, code=code, name=name, first_year=year, last_year=year
            )
    WorkUnit.objects.bulk_create(fresh.values())
    WorkUnit.objects.bulk_update(known.values(), ["first_year", "last_year"])


def _widen_years(unit: WorkUnit, year: int) -> None:
    unit.first_year = min(unit.first_year or year, year)
    unit.last_year = max(unit.last_year or year, year)


def _sync_suppliers(derived: Derived) -> None:
    """One supplier per NPWP under its most frequent spelling; all spellings are kept."""
    spellings: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows_of(derived.path("supplier_names")):
        spellings[row["npwp_penyedia"]][row["nama_penyedia"][:300]] = row["kali"]
    known = set(Supplier.objects.filter(npwp__in=spellings).values_list("npwp", flat=True))
    Supplier.objects.bulk_create(
        Supplier(npwp=npwp, name=max(names, key=lambda name: (names[name], name)))
        for npwp, names in spellings.items()
        if npwp not in known
    )
    keys = dict(Supplier.objects.filter(npwp__in=spellings).values_list("npwp", "pk"))
    SupplierName.objects.bulk_create(
        [
            SupplierName(supplier_id=keys[npwp], name=name, times=times)
            for npwp, names in spellings.items()
            for name, times in names.items()
        ],
        ignore_conflicts=True,
    )


def _sync_pokja(agency: Agency, derived: Derived) -> None:
    """Propose each set of members once; what a person confirmed stays as confirmed."""
    known = set(Pokja.objects.filter(agency=agency).values_list("code", flat=True))
    for proposed in derived.pokja:
        if proposed.code not in known:
            pokja = Pokja.objects.create(agency=agency, code=proposed.code)
            PokjaMember.objects.bulk_create(
                PokjaMember(pokja=pokja, name=member.name[:200], nip=member.nip[:30])
                for member in proposed.members
            )


def _sync_plan(agency: Agency, year: int, derived: Derived) -> None:
    standing = dict(PlanEntry.objects.of_year(agency, year).values_list("code", "digest"))
    found = {
        row["kd_rup"]: row
        for row in rows_of(derived.path("plan"), "SELECT *, md5(here::VARCHAR) AS digest FROM here")
    }
    moved = [code for code, row in found.items() if standing.get(code) != row["digest"]]
    stale = [code for code, digest in standing.items() if digest != _digest(found, code)]
    PlanEntry.objects.of_year(agency, year).filter(code__in=stale).delete()
    of_year = {"agency_id": agency.pk, "year": year}
    insert_rows(PlanEntry, (of_year | _plan_entry(found[code]) for code in moved))


def _digest(found: Mapping[str, dict[str, Any]], code: str) -> str | None:
    return found[code]["digest"] if code in found else None


def _plan_entry(row: Mapping[str, Any]) -> dict[str, Any]:
    def text(column: str) -> str:
        return row[column] or ""

    return {
        "code": row["kd_rup"],
        "way": row["cara_pengadaan"],
        "name": text("nama_paket"),
        "work_unit_code": text("kd_satker")[:60],
        "work_unit_name": text("nama_satker")[:300],
        "method": text("metode_pengadaan")[:40],
        "kind": text("jenis_pengadaan")[:200],
        "ceiling": row["pagu"],
        "announced_on": row["tgl_pengumuman_rup"],
        "selection_from": row["tgl_awal_pemilihan"],
        "contract_from": row["tgl_awal_kontrak"],
        "contract_to": row["tgl_akhir_kontrak"],
        "domestic": text("status_pdn")[:20],
        "small_business": text("status_ukm")[:20],
        "budget_code": text("mak")[:120],
        "programme": text("nama_program")[:300],
        "activity": text("nama_kegiatan")[:300],
        "sub_activity": text("nama_subkegiatan")[:300],
        "digest": row["digest"],
    }
