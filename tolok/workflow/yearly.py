"""The year's page: each step with what was planned and what really happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.archive.models import Paper
from tolok.core.timetable import Planned
from tolok.cycle.models import OutsideRecord
from tolok.cycle.simulation import simulate
from tolok.workflow.definition import RETURNED, Step
from tolok.workflow.models import Run, Task, TaskItem
from tolok.workflow.offers import with_offers

ROUNDS = ("", "TW I", "TW II", "TW III", "TW IV", *(f"putaran {number}" for number in range(5, 13)))


@dataclass(frozen=True)
class Row:
    """One step, or one round of it, with its last task."""

    step: Step
    label: str
    planned: Planned | None
    task: Task | None  # none: it has not come up yet
    times: int  # how often it came up: 2 after one return
    today: date
    outside: tuple[OutsideRecord, ...] = ()  # papers of a step done outside Tolok
    unkept: int = 0  # outputs of its last task, done and not sent back, that nobody kept here

    @property
    def state(self) -> str:
        """The kind of `{% status %}` and its word are told by the template."""
        if self.task is None:
            return "none"
        return self.task.status

    @property
    def begun_on(self) -> date | None:
        """The first day on which it could be worked on: steps under one clock come one by one."""
        if self.task is None or self.task.status == Task.Status.SKIPPED:
            return None
        came_on = self.task.agency.zone.day_of(self.task.ready_at)
        return max(came_on, self.task.starts)

    @property
    def days_overdue(self) -> int:
        """How many days ago it should have begun, while what comes before is not done; of steps
        under one clock, should have ended."""
        if self.task or self.planned is None:
            return 0
        day = self.planned.due if self.step.clock else self.planned.starts
        return max(0, (self.today - day).days) if day else 0

    @property
    def is_here(self) -> bool:
        return self.task is not None and self.task.is_ready

    @property
    def days_late(self) -> int:
        """How many days after its due date it was done, or is by now; 0 when in time."""
        if self.task is None or self.task.due is None:
            return 0
        return max(0, ((self.task.done_on or self.today) - self.task.due).days)


def rows_of(run: Run, today: date) -> tuple[Row, ...]:
    planned = {one.step.id: one for one in simulate(run.fiscal_year).planned}
    tasks: dict[tuple[str, int], list[Task]] = {}
    for task in run.tasks.for_lists():
        tasks.setdefault((task.step, task.round), []).append(task)
    unkept, outside = _unkept(run), list(run.fiscal_year.outside_records.all())
    rows = []
    for step in run.definition.steps:
        for number in range(1, step.rounds + 1) if step.rounds else (0,):
            found = tasks.get((step.id, number), [])
            rows.append(
                Row(
                    step=step,
                    label=f"{step.id} {ROUNDS[number]}" if number else step.id,
                    planned=_planned(step, number, planned),
                    task=found[-1] if found else None,
                    times=len(found),
                    today=today,
                    outside=tuple(one for one in outside if one.step == step.id),
                    unkept=unkept.get(found[-1].pk, 0) if found else 0,
                )
            )
    return tuple(rows)


def _unkept(run: Run) -> dict[int, int]:
    """A step is done without its outputs, and SOP and archive still want them: how many of each
    task lie neither with it nor in the archive."""
    done = run.tasks.done().exclude(outcome=RETURNED)
    items = TaskItem.objects.brought_forth().open().filter(task__in=done).select_related("task")
    of_task: dict[Task, list[TaskItem]] = {}
    for item in items:
        item.task.run = run
        of_task.setdefault(item.task, []).append(item)
    papers = Paper.objects.to_choose_from(run.agency, run.year)
    found = {task.pk: with_offers(task, rows, papers) for task, rows in of_task.items()}
    return {pk: sum(not one.offer for one in rows) for pk, rows in found.items()}


def _planned(step: Step, number: int, planned: dict[str, Planned]) -> Planned | None:
    clock = step.clock or step.id
    return planned.get(f"{clock}.{number}" if number else clock)
