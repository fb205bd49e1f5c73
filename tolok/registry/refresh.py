"""From published tables to what people see: derive, decide, snapshot, rows.

`foresee` does the heavy part and writes nothing people see; `settle` takes it over inside the
caller's transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from tolok.organisation.models import Agency, WorkUnitAlias
from tolok.registry.corrections.effect import disputes_in_force, facts_in_force
from tolok.registry.corrections.moved import RULE as MOVED
from tolok.registry.corrections.moved import doubts_about_moved_sources
from tolok.registry.derivation.derive import Aliases, Derived, derive, derived_name
from tolok.registry.models import Finding, PublishedTable, Snapshot
from tolok.registry.snapshots import counts, write_snapshot
from tolok.registry.sync import sync_derived, sync_packages
from tolok.registry.sync.findings import sync_findings


@dataclass(frozen=True)
class Outlook:
    """What would follow from published tables."""

    derived: Derived


@dataclass(frozen=True)
class Settled:
    """What followed."""

    snapshot: Snapshot
    packages: int
    findings: Mapping[str, int]  # rule -> open findings


def foresee(agency: Agency, year: int, published: Mapping[str, Path]) -> Outlook:
    """Derive, outside any transaction."""
    return Outlook(derive(agency.code, year, published=published, aliases=_aliases_of(agency)))


def is_up_to_date(agency: Agency, year: int, published: Mapping[str, Path]) -> bool:
    """Whether what people see follows from these tables, today's aliases and this program."""
    found = Snapshot.objects.current(agency, year)
    name = derived_name(agency.code, year, published, _aliases_of(agency))
    return found is not None and found.derived == name


def hold(agency: Agency) -> None:
    """Until the caller's transaction ends nobody else settles anything of this agency."""
    Agency.objects.select_for_update().get(pk=agency.pk)


@transaction.atomic
def settle(agency: Agency, year: int, outlook: Outlook, *, because: str) -> Settled:
    """Take an outlook over: registers, findings, snapshot, packages."""
    hold(agency)
    derived = outlook.derived
    sync_derived(agency, year, derived)
    of_rules = Finding.objects.of_year(agency, year).exclude(rule=MOVED.code)
    sync_findings(agency, year, derived.doubts, standing=of_rules)
    return make_snapshot(agency, year, derived.path("rows"), because=because)


@transaction.atomic
def make_snapshot(agency: Agency, year: int, rows: Path, *, because: str) -> Settled:
    """Apply what people decided to the derived rows; also called after each decision."""
    hold(agency)
    moved = doubts_about_moved_sources(agency, year, rows)
    of_moved = Finding.objects.of_year(agency, year).filter(rule=MOVED.code)
    sync_findings(agency, year, moved, standing=of_moved)
    facts = facts_in_force(agency, year)
    sha256 = write_snapshot(rows, facts, disputes_in_force(agency, year))
    found = Snapshot.objects.current(agency, year)
    derived_anew = found is None or found.derived != rows.parent.name
    if found is None or derived_anew or found.sha256 != sha256:
        found = Snapshot.objects.create(
            agency=agency,
            year=year,
            sha256=sha256,
            packages=counts(rows).get("paket", 0),
            because=because,
            derived=rows.parent.name,
        )
    sync_packages(agency, year, found, details=derived_anew)
    return Settled(found, found.packages, Finding.objects.of_year(agency, year).tally())


def refresh(agency: Agency, year: int, *, because: str) -> Settled:
    """Derive again from what stands, for example after an alias of a work unit changed."""
    published = PublishedTable.objects.in_force(agency, year)
    return settle(agency, year, foresee(agency, year, published), because=because)


def _aliases_of(agency: Agency) -> Aliases:
    known = WorkUnitAlias.objects.filter(agency=agency).order_by("alias", "system")
    rows = known.values_list("system", "alias", "work_unit__code", "work_unit__name")
    return Aliases(tuple(rows))
