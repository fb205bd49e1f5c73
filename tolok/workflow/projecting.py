"""From the runner's position to the rows people see, inside the transaction that moved it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Q

from tolok.archive.models import Paper
from tolok.workflow.dates import dates_of
from tolok.workflow.definition import Step
from tolok.workflow.models import Run, Task, TaskItem
from tolok.workflow.offers import with_offers
from tolok.workflow.runner import Position, Ready


def keep_position(
    run: Run, position: Position, now: datetime, *, came_from: Task | None = None
) -> list[Task]:
    """Save the run where it stands now, and make a task of each step that became ready.

    Doing it twice makes nothing twice: what already waits is left alone.
    """
    run.state = position.state
    run.finished_at = now if position.is_finished else None
    run.save(update_fields=["state", "history", "finished_at"])
    waiting = {(task.step, task.round) for task in run.tasks.ready()}
    fresh = [ready for ready in position.ready if (ready.step, ready.round) not in waiting]
    return [make_task(run, ready, now, came_from=came_from) for ready in fresh]


def make_task(run: Run, ready: Ready, now: datetime, *, came_from: Task | None = None) -> Task:
    step = run.definition.step(ready.step)
    dates = dates_of(run, step, ready, run.fiscal_year.zone.day_of(now))
    task = Task.objects.create(
        **plain_fields(run, step, ready),
        attempt=_times_before(run, ready) + 1,
        ready_at=now,
        starts=dates.starts,
        due=dates.due,
        returned_from=came_from,
    )
    TaskItem.objects.bulk_create(_items(task, step))
    carry_over(task)
    return task


def carry_over(task: Task) -> None:
    """What an earlier step brought forth under the name of a requirement meets it, and what met
    it the last time the step came up, and the paper it names once that has left the house; all
    may be replaced. What was missing is asked again."""
    earlier = Q(kind=TaskItem.Kind.OUTPUT) | Q(task__step=task.step)
    found = TaskItem.objects.filter(earlier, task__run=task.run, met__in=TaskItem.AT_HAND)
    known = {one.name.casefold(): one for one in found.exclude(task=task).order_by("met_at")}
    out = Paper.objects.to_choose_from(task.agency, task.year).filter(status__in=Paper.OUT)
    for item in with_offers(task, task.items.needed(), out):
        if answer := known.get(item.name.casefold()):
            item.copy_answer(answer)
            item.save()
        elif item.offer:
            item.met, item.paper, item.met_at = TaskItem.Met.PAPER, item.offer, task.ready_at
            item.save()


def plain_fields(run: Run, step: Step, ready: Ready) -> dict[str, object]:
    doers = [*step.doers, ""]
    return {
        "run": run,
        "agency": run.agency,
        "year": run.year,
        "step": step.id,
        "name": step.name,
        "round": ready.round,
        "activity": step.activity,
        "turn": len(run.history),
        "role": doers[0],
        "with_role": doers[1],
    }


def _items(task: Task, step: Step) -> list[TaskItem]:
    named = [(TaskItem.Kind.NEED, step.requirements), (TaskItem.Kind.OUTPUT, step.outputs)]
    return [
        TaskItem(task=task, kind=kind, place=place, name=name)
        for kind, names in named
        for place, name in enumerate(names, start=1)
    ]


def _times_before(run: Run, ready: Ready) -> int:
    counted = run.tasks.filter(step=ready.step, round=ready.round).aggregate(times=Count("pk"))
    return int(counted["times"])
