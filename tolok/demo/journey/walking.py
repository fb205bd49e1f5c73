"""Going through the year: what waits is done on its day, until the step asked for is done."""

from collections.abc import Iterator
from datetime import date

from tolok.demo.journey.carrying_out import doer
from tolok.demo.journey.requirements import meet_needs
from tolok.demo.journey.script import SCRIPTS, Part
from tolok.demo.journey.stage import Stage
from tolok.demo.journey.taken import Taken, files_there, taken
from tolok.workflow.actions import complete_task
from tolok.workflow.models import Run, Task


def walk(stage: Stage, until: str) -> Iterator[Taken]:
    """Each step as it is done, in the order of its days; the printed end comes by itself."""
    parts = SCRIPTS[stage.year.sop]
    while not is_reached(stage.run, until):
        day, task = min(
            ((_day_of(stage, one, parts[one.step]), one) for one in _waiting(stage.run)),
            key=lambda pair: pair[0],
        )
        stage.clock.go_to(day)
        before = files_there(stage)
        parts[task.step].perform(stage, task)
        yield taken(stage, _finished(stage, task), before)
    for end in stage.run.tasks.done().filter(done_by=None):
        yield taken(stage, end, files_there(stage))


def is_reached(run: Run, step: str) -> bool:
    """Done for good: in its last round, and not sent back or on to a next period."""
    known = run.definition.step(step)
    last = run.tasks.done().filter(step=step, round=known.rounds).last()
    if last is None:
        return False
    ways = [way for way in known.next if way.outcome == (last.outcome or None)]
    return not any(run.definition.leads_back(known, way) for way in ways)


def _waiting(run: Run) -> list[Task]:
    """In the SOP's order, so that of two on one day the earlier step comes first."""
    order = [step.id for step in run.definition.steps]
    rows = run.tasks.ready().with_run()
    return sorted(rows, key=lambda task: order.index(task.step))


def _day_of(stage: Stage, task: Task, part: Part) -> date:
    """When it will be done: so many working days after it became ready, or its window opened."""
    if part.days is None and task.due:
        return task.due
    ready = stage.clock.zone.day_of(task.ready_at)
    begun = max(ready, task.starts) if task.round else ready
    days = part.again if task.attempt > 1 else part.days or 0
    return stage.calendar.add_working_days(begun, days)


def _finished(stage: Stage, task: Task) -> Task:
    """Most deeds complete their step; where one does not, its officer says that it is done."""
    task.refresh_from_db()
    if task.is_ready:
        actor = doer(stage, task)
        meet_needs(stage, task, actor)
        return complete_task(task, actor=actor)
    return task
