"""Which step of the year's SOP each page serves, as its diagram says: by the step's activity."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tolok.cycle.models import FiscalYear
from tolok.workflow.definition import Definition
from tolok.workflow.definition import Step as SopStep
from tolok.workflow.of_year import definition_of_year

ROOM: Final = "planning:"
WHOLE: Final = "Perencanaan kinerja"
ACTIVITY: Final[Mapping[str, str]] = {
    "areas": "goals",
    "checks": "approval",
    "submit": "approval",
}  # pages that serve the step of another; all others have a step of their own, or all of them
OF_ALL: Final = ("plan", "versions", "papers")


@dataclass(frozen=True)
class Step:
    id: str
    name: str


def step_of(part: str, year: FiscalYear) -> Step | None:
    """None where the year's SOP knows no such step."""
    definition = definition_of_year(year)
    if definition is None:
        return None
    if part in OF_ALL:
        return _whole(definition)
    step = _served(definition, part)
    return Step(step.id, step.name) if step else None


def definition_step(part: str, year: FiscalYear) -> SopStep | None:
    """With its standard: what it needs, its time, what comes out."""
    definition = definition_of_year(year)
    return _served(definition, part) if definition else None


def served_by(part: str) -> str:
    """The activity of the step that a page serves."""
    return ROOM + ACTIVITY.get(part, part)


def _served(definition: Definition, part: str) -> SopStep | None:
    found = [step for step in definition.steps if step.activity == served_by(part)]
    at = -1 if part == "approval" else 0  # first presented, then decided
    return found[at] if found else None


def _whole(definition: Definition) -> Step | None:
    """KT1, where its steps share a clock; else from the first to the last of them."""
    own = [step for step in definition.steps if step.activity.startswith(ROOM)]
    if not own:
        return None
    clocks = {step.clock for step in own}
    shared = clocks.pop() if len(clocks) == 1 else ""
    return Step(shared or f"{own[0].id}\u2013{own[-1].id}", WHOLE)
