"""Goals, strategic areas and the packages proposed for them (KT1.ii, JW1)."""

from collections.abc import Iterable

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.planning.actions.writing import open_for_writing, told
from tolok.planning.models import Action, AreaPackage, Goal, PlanVersion, StrategicArea
from tolok.planning.pasal4 import PASAL_4
from tolok.planning.rows import next_key
from tolok.registry.models import PlanEntry


@transaction.atomic
def add_goal(version: PlanVersion, *, actor: User, **fields: str) -> Goal:
    """A goal to be filled in, or one taken from Pasal 4 with its text."""
    version = open_for_writing(version, actor)
    key = next_key("T", list(version.goals.values_list("key", flat=True)))
    goal = Goal.objects.create(version=version, key=key, **fields)
    told("add_goal", version, actor, after={"tujuan": key, "isi": goal.text})
    return goal


@transaction.atomic
def add_letters(version: PlanVersion, letters: Iterable[str], *, actor: User) -> list[Goal]:
    """RN-45: goals of Pasal 4 with their text; at least one letter is marked."""
    added = [add_goal(version, actor=actor, letter=one, text=PASAL_4[one]) for one in letters]
    if not added:
        message = "Belum ada yang ditandai. Tandai sedikitnya satu huruf Pasal 4."
        raise RefusedError(Problem("RN-45", "Pasal 4", message))
    return added


@transaction.atomic
def add_area(version: PlanVersion, *, actor: User, **fields: str) -> StrategicArea:
    version = open_for_writing(version, actor)
    key = next_key("A", list(version.areas.values_list("key", flat=True)))
    area = StrategicArea.objects.create(version=version, key=key, **fields)
    told("add_area", version, actor, after={"area": key, "isi": area.name})
    return area


@transaction.atomic
def remove_row(row: Goal | StrategicArea | Action, *, actor: User) -> None:
    """A goal, an area or an action goes; the indicators that named it name none."""
    version = open_for_writing(row.version, actor)
    key, text = row.key, str(row)
    row.delete()
    told("remove_row", version, actor, before={"baris": key, "isi": text})


@transaction.atomic
def choose_packages(area: StrategicArea, codes: Iterable[str], *, actor: User) -> StrategicArea:
    """The area's packages are these entries of the RUP, as announced today.

    RN-26: only entries that were imported for this agency and year.
    """
    version = open_for_writing(area.version, actor)
    wanted = sorted(set(codes))
    entries = PlanEntry.objects.of_year(version.agency, version.year).filter(code__in=wanted)
    if unknown := set(wanted) - {entry.code for entry in entries}:
        message = f"Kode RUP {', '.join(sorted(unknown))} tidak ada pada data RUP tahun ini."
        raise RefusedError(Problem("RN-26", "paket", message))
    before = list(area.packages.values_list("code", flat=True))
    area.packages.exclude(code__in=wanted).delete()
    for entry in entries:
        AreaPackage.objects.update_or_create(
            area=area, code=entry.code, defaults=_as_announced(entry)
        )
    told(
        "choose_packages",
        version,
        actor,
        before={"area": area.key, "paket": before},
        after={"area": area.key, "paket": wanted},
    )
    return area


def _as_announced(entry: PlanEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "work_unit": entry.work_unit_name,
        "method": entry.method,
        "kind": entry.kind,
        "ceiling": entry.ceiling,
        "selection_from": entry.selection_from,
    }
