"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from typing import Any

from tolok.organisation.models import Agency, WorkUnit, WorkUnitAlias


def make_agency(code: str = "X101", **fields: Any) -> Agency:
    """The agency of that code, made when there is none; invented codes begin with X."""
    usual = {"name": f"Kabupaten {code}", "kind": Agency.Kind.KABUPATEN}
    return Agency.objects.get_or_create(code=code, defaults=usual | fields)[0]


def make_work_unit(agency: Agency | None = None, code: str = "1.01.01.", **fields: Any) -> WorkUnit:
    usual = {"name": f"Dinas {code}"}
    agency = agency or make_agency()
    return WorkUnit.objects.get_or_create(agency=agency, code=code, defaults=usual | fields)[0]


def make_alias(unit: WorkUnit | None = None, alias: str = "12345", **fields: Any) -> WorkUnitAlias:
    unit = unit or make_work_unit()
    return WorkUnitAlias.objects.create(agency=unit.agency, work_unit=unit, alias=alias, **fields)
