"""Where each part of a plan is settled: the address of the page for a row, a note or a problem."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from tolok.core.problem import Problem
from tolok.planning.models import Action, PlanVersion
from tolok.planning.parts import Placed, placed
from tolok.planning.rows import THE_PLAN

BASELINE: Final = "RN-07"
TARGETS: Final = "RN-08"
NO_ACTION: Final = "RN-09"


class Places:
    """The addresses of one version's rows, by their keys."""

    def __init__(self, version: PlanVersion) -> None:
        self._addresses = dict(_addresses(version))

    def of_key(self, key: str) -> str:
        """ "W1.source" is settled on the page of W1; what is no longer there, on the plan's."""
        while key not in self._addresses and "." in key:
            key = key.rpartition(".")[0]
        return self._addresses.get(key, reverse("planning:plan"))

    def of_problem(self, one: Placed) -> str:
        """The page of the row it names, or of the part where it names none."""
        where = {
            BASELINE: f"{one.problem.where}.baseline",
            TARGETS: f"{one.problem.where}.target",
            NO_ACTION: f"{one.problem.where}.actions",
        }.get(one.problem.rule, one.problem.where)
        return self._addresses.get(where) or reverse(one.page)


@dataclass(frozen=True)
class Settled:
    """A problem with the address where it is settled."""

    problem: Problem
    address: str


def settled(version: PlanVersion, problems: Iterable[Problem]) -> list[Settled]:
    places = Places(version)
    return [Settled(one.problem, places.of_problem(one)) for one in placed(tuple(problems))]


def _addresses(version: PlanVersion) -> Iterator[tuple[str, str]]:
    yield THE_PLAN, reverse("planning:goals")
    for goal in version.goals.all():
        yield goal.key, reverse("planning:edit_goal", args=[goal.pk])
    for area in version.areas.all():
        yield area.key, reverse("planning:edit_area", args=[area.pk])
    for one in version.indicators.all():
        yield one.code, reverse("planning:edit_indicator", args=[one.pk])
        yield f"{one.code}.baseline", reverse("planning:baseline", args=[one.pk])
        yield f"{one.code}.target.baseline", reverse("planning:baseline", args=[one.pk])
        yield f"{one.code}.target", f"{reverse('planning:targets')}#{one.code}"
        yield f"{one.code}.actions", f"{reverse('planning:actions')}#{one.code}"
    for action in Action.objects.filter(indicator__version=version):
        yield action.key, reverse("planning:edit_action", args=[action.pk])
