"""The pages of the phases that a task of a diagram may name, and when such a task may be done.

A phase registers, in the `ready` of its AppConfig, what is still open at one of its activities:

    activities.register("planning:goals", open_points=goals_still_open)

`open_points(task)` gives the problems that stand in the way of completing the task; none when it
may be done; `returning(task)` and `undoing(task)` what forbids to send its work back for repair
and to take it back; `changes(task)` what is different since it was last sent back; `by_unit(task)`
how far the units are, where a step is done in each of them; `settling(note)` the page where a note
of its decision is settled, when that is not the task's own. An activity nobody registered has no
conditions of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.urls import Resolver404, resolve

from tolok.core.problem import Problem
from tolok.ui.parts import Count

if TYPE_CHECKING:
    from tolok.workflow.models import Task, TaskNote

OpenPoints = Callable[["Task"], tuple[Problem, ...]]

KNOWN: Final[Mapping[str, str]] = {
    "planning:assignment": "Surat tugas",
    "planning:goals": "Tujuan dan area strategis",
    "planning:indicators": "Indikator",
    "planning:targets": "Baseline dan target",
    "planning:actions": "Rencana aksi",
    "planning:approval": "Persetujuan rencana",
    "outreach:circular": "Surat edaran",
    "outreach:invitation": "Undangan sosialisasi",
    "outreach:socialisation": "Sosialisasi",
}  # URL names of pages, with what they are called


@dataclass(frozen=True)
class Change:
    """One thing that is different since work was sent back."""

    place: str  # "Indikator W1, sumber data"
    before: str  # "" when it is new
    after: str  # "" when it is gone
    by: str = ""
    at: datetime | None = None


Changes = Callable[["Task"], tuple[Change, ...]]
Counts = Callable[["Task"], tuple[Count, ...]]
Settling = Callable[["TaskNote"], str]


@dataclass(frozen=True)
class Conditions:
    """What a phase says of its activity."""

    open_points: OpenPoints
    returning: OpenPoints  # what forbids to send the work back, as "decide it on my page"
    undoing: OpenPoints  # what forbids to take the completed task back
    changes: Changes  # since it was last sent back
    by_unit: Counts  # how many units have done their part
    settling: Settling  # the URL name of the page where a note is settled; "" on the task's own


_conditions: dict[str, Conditions] = {}


def room_of(page: str) -> str:
    """Whose page it is, by its URL name or its address: "planning"; "" where there is none."""
    if not page.startswith("/"):
        return page.partition(":")[0]
    try:
        return resolve(page.partition("?")[0]).namespace
    except Resolver404:
        return ""


def nothing(task: "Task") -> tuple[Problem, ...]:
    del task
    return ()


def no_changes(task: "Task") -> tuple[Change, ...]:
    del task
    return ()


def no_counts(task: "Task") -> tuple[Count, ...]:
    del task
    return ()


def on_the_task(note: "TaskNote") -> str:
    del note
    return ""


def register(  # noqa: PLR0913  a phase says what it knows of its activity
    activity: str,
    *,
    open_points: OpenPoints = nothing,
    returning: OpenPoints = nothing,
    undoing: OpenPoints = nothing,
    changes: Changes = no_changes,
    by_unit: Counts = no_counts,
    settling: Settling = on_the_task,
) -> None:
    if activity not in KNOWN:
        raise ValueError(f"no diagram may name the activity {activity}: add it to KNOWN")
    _conditions[activity] = Conditions(open_points, returning, undoing, changes, by_unit, settling)


def open_points_of(task: "Task") -> tuple[Problem, ...]:
    """What its phase says must be done before the task is."""
    conditions = _conditions.get(task.activity)
    return conditions.open_points(task) if conditions else ()


def in_the_way_of_returning(task: "Task") -> tuple[Problem, ...]:
    conditions = _conditions.get(task.activity)
    return conditions.returning(task) if conditions else ()


def in_the_way_of_undoing(task: "Task") -> tuple[Problem, ...]:
    conditions = _conditions.get(task.activity)
    return conditions.undoing(task) if conditions else ()


def changes_of(task: "Task") -> tuple[Change, ...]:
    """What its phase says is different since the work was last sent back."""
    conditions = _conditions.get(task.activity)
    return conditions.changes(task) if conditions else ()


def by_unit_of(task: "Task") -> tuple[Count, ...]:
    """How far the units are, by the phase; empty where the step is done once for all of them."""
    conditions = _conditions.get(task.activity)
    return conditions.by_unit(task) if conditions else ()


def settling_of(note: "TaskNote") -> str:
    """Where an open note is settled: the phase that pinned it leads, so that it is closed once."""
    conditions = _conditions.get(note.task.activity)
    return conditions.settling(note) if conditions and note.is_open else ""
