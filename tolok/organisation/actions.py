"""What people do to agencies and to the other names of work units."""

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.organisation import renaming
from tolok.organisation.models import Agency, WorkUnit, WorkUnitAlias
from tolok.trail.record import Actor, record

KIND_BY_FIRST_WORD = {
    "kabupaten": Agency.Kind.KABUPATEN,
    "kota": Agency.Kind.KOTA,
    "provinsi": Agency.Kind.PROVINSI,
    "kementerian": Agency.Kind.KEMENTERIAN,
    "badan": Agency.Kind.LEMBAGA,
    "lembaga": Agency.Kind.LEMBAGA,
}


@transaction.atomic
def register_agency(code: str, name: str, *, actor: Actor | None = None) -> Agency:
    """IN-01 a code is letters and digits as LKPP lists it, IN-02 it is registered once."""
    code, name = code.strip().upper(), " ".join(name.split())
    if not (code.isascii() and code.isalnum() and name):
        raise RefusedError(
            Problem(
                "IN-01",
                "kode instansi",
                f"“{code}” dengan nama “{name}” belum lengkap. Tuliskan kode K/L/PD dari daftar "
                "LKPP, misalnya D107, dan nama instansinya.",
            )
        )
    if known := Agency.objects.filter(code=code).first():
        raise RefusedError(
            Problem("IN-02", "kode instansi", f"Kode {code} sudah terdaftar sebagai {known}.")
        )
    kind = KIND_BY_FIRST_WORD.get(name.split()[0].casefold(), Agency.Kind.OTHER)
    agency = Agency.objects.create(code=code, name=name, kind=kind)
    record(
        "organisation.register_agency",
        actor=actor,
        subject=f"Instansi {code}",
        agency=agency,
        after={"kode": code, "nama": name, "jenis": kind},
    )
    return agency


@transaction.atomic
def add_alias(
    unit: WorkUnit,
    alias: str,
    *,
    system: WorkUnitAlias.System = WorkUnitAlias.System.ANY,
    actor: Actor | None = None,
) -> WorkUnitAlias:
    """Say that a source system means this unit by another code or name."""
    alias = " ".join(alias.split())
    if problem := alias_problem(unit, alias, system):
        raise RefusedError(problem)
    added = WorkUnitAlias.objects.create(
        agency=unit.agency, work_unit=unit, alias=alias, system=system
    )
    record(
        "organisation.add_alias",
        actor=actor,
        subject=f"Satker {unit.code}",
        agency=unit.agency,
        after=as_values(added),
    )
    renaming.tell(unit.agency)
    return added


@transaction.atomic
def require_second_factor(agency: Agency, *, required: bool, actor: Actor | None = None) -> Agency:
    """Whether everybody at work in the agency must sign in with a second factor."""
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    before = agency.second_factor_required
    agency.second_factor_required = required
    agency.save(update_fields=["second_factor_required"])
    record(
        "organisation.require_second_factor",
        actor=actor,
        subject=f"Instansi {agency.code}",
        agency=agency,
        before={"diwajibkan": before},
        after={"diwajibkan": required},
    )
    return agency


def alias_problem(unit: WorkUnit, alias: str, system: str) -> Problem | None:
    """UK-01 empty, UK-02 means another unit already, UK-03 is the unit's own code.

    The code of another unit may be one: packages under a code that left the list (P-13) have made
    a unit of that code. In years whose list has the code, the list goes before the alias.
    """
    where = "kode atau nama lain"
    if not alias:
        return Problem("UK-01", where, "Masih kosong. Tuliskan kode atau nama yang dipadankan.")
    same = WorkUnitAlias.objects.filter(agency=unit.agency, system=system, alias=alias)
    if known := same.select_related("work_unit").first():
        return Problem(
            "UK-02",
            where,
            f"“{alias}” sudah dipadankan dengan {known.work_unit} "
            f"({known.get_system_display().lower()}). Hapus padanan itu lebih dahulu.",
        )
    if alias == unit.code:
        return Problem("UK-03", where, f"“{alias}” adalah kode {unit} sendiri. Periksa kodenya.")
    return None


@transaction.atomic
def remove_alias(alias: WorkUnitAlias, *, actor: Actor | None = None) -> None:
    """Take a code or name back; packages are no longer found by it."""
    before = as_values(alias)
    unit = alias.work_unit
    alias.delete()
    record(
        "organisation.remove_alias",
        actor=actor,
        subject=f"Satker {unit.code}",
        agency=unit.agency,
        before=before,
    )
    renaming.tell(unit.agency)


def as_values(alias: WorkUnitAlias) -> dict[str, object]:
    return {"alias": alias.alias, "sistem": alias.system, "satker": alias.work_unit.code}
