"""Indicators are chosen from the catalogue or written for the plan; actions serve them."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.db import transaction

from tolok.core.planning.content import MEASUREMENT_AREAS
from tolok.core.problem import Problem, RefusedError
from tolok.measurement.in_force import indicators_in_force
from tolok.people.models import User
from tolok.planning.actions.writing import open_for_writing, told
from tolok.planning.manual import manual_of
from tolok.planning.models import Action, PlannedIndicator, PlanVersion
from tolok.planning.rows import next_key

CODE: Final = re.compile(r"[A-Z][A-Z0-9-]{0,9}")


@transaction.atomic
def choose_indicators(
    version: PlanVersion, codes: Iterable[str], *, actor: User
) -> list[PlannedIndicator]:
    """Copy the whole manual of each into the plan (KT1.iii, JW2).

    RN-27: only indicators in force this year, each once.
    """
    version = open_for_writing(version, actor)
    known = {one.code: one for one in indicators_in_force(version.agency, version.year)}
    taken = set(version.indicators.values_list("code", flat=True))
    wanted = list(dict.fromkeys(codes))
    for code in wanted:
        if code not in known:
            message = f"{code} tidak ada pada katalog indikator TA {version.year}."
            raise RefusedError(Problem("RN-27", code, message))
        if code in taken:
            message = f"{code} sudah ada pada rencana ini."
            raise RefusedError(Problem("RN-27", code, message))
    if not wanted:
        message = "Tandai sedikitnya satu indikator dari katalog."
        raise RefusedError(Problem("RN-27", "indikator", message))
    chosen = [_chosen(version, manual_of(known[code])) for code in wanted]
    told("choose_indicators", version, actor, after={"indikator": wanted})
    return chosen


def _chosen(version: PlanVersion, manual: dict[str, Any]) -> PlannedIndicator:
    """With its goal and area where only one can be meant."""
    goals = list(version.goals.all()[:2])
    areas = list(version.areas.filter(measures=manual["measures"])[:2])
    return PlannedIndicator.objects.create(
        version=version,
        goal=goals[0] if len(goals) == 1 else None,
        area=areas[0] if len(areas) == 1 else None,
        **manual,
    )


@transaction.atomic
def add_own_indicator(
    version: PlanVersion, code: str, name: str, *, actor: User
) -> PlannedIndicator:
    """An indicator of words only; one that is computed is first added to the catalogue.

    RN-28: its code is capitals and digits, and means nothing else in the plan or catalogue.
    """
    version = open_for_writing(version, actor)
    code = code.strip().upper()
    if not CODE.fullmatch(code):
        message = f"“{code}” bukan kode. Isi huruf besar dan angka, misalnya L9."
        raise RefusedError(Problem("RN-28", "kode", message))
    in_catalogue = {one.code for one in indicators_in_force(version.agency, version.year)}
    if code in in_catalogue or version.indicators.filter(code=code).exists():
        message = f"Kode {code} sudah dipakai. Pilih kode lain, atau pilih dari katalog."
        raise RefusedError(Problem("RN-28", "kode", message))
    made = PlannedIndicator.objects.create(
        version=version, code=code, name=name.strip(), measures=MEASUREMENT_AREAS[0]
    )
    told("add_own_indicator", version, actor, after={"indikator": code, "nama": made.name})
    return made


@transaction.atomic
def remove_indicator(indicator: PlannedIndicator, *, actor: User) -> None:
    """It goes with its baseline, targets and actions."""
    version = open_for_writing(indicator.version, actor)
    before = {
        "indikator": str(indicator),
        "aksi": [str(action) for action in indicator.actions.all()],
    }
    indicator.delete()
    told("remove_indicator", version, actor, before=before)


@transaction.atomic
def add_action(indicator: PlannedIndicator, *, actor: User, **fields: object) -> Action:
    """Something done for the indicator (KT1.v, JW4); its owner is the indicator's at first."""
    version = open_for_writing(indicator.version, actor)
    taken = Action.objects.filter(indicator__version=version).values_list("key", flat=True)
    owner = {"owner_unit": indicator.owner_unit, "owner_person": indicator.owner_person}
    action = Action.objects.create(
        indicator=indicator, key=next_key("R", list(taken)), **owner | fields
    )
    told("add_action", version, actor, after={"aksi": action.key, "indikator": indicator.code})
    return action
