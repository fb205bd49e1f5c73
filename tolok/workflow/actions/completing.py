"""Completing a task, which moves the run on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people.acting import acts_as, as_trail
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow import runner
from tolok.workflow.actions.deviations import notice_deviations
from tolok.workflow.actions.locking import locked
from tolok.workflow.actions.notes import Remark, pin
from tolok.workflow.activities import in_the_way_of_returning, open_points_of
from tolok.workflow.definition import RETURNED, Step
from tolok.workflow.models import Run, Task
from tolok.workflow.projecting import keep_position, plain_fields
from tolok.workflow.rights import ending_problem, office_for, right_problem


@dataclass(frozen=True)
class Verdict:
    """How a task ends."""

    outcome: str | None = None  # one of the step's outcomes; none where nothing is decided
    reason: str = ""
    remarks: Sequence[Remark] = ()
    signed_on_paper: str = ""  # by whom, when the decision was taken on paper


def complete_task(task: Task, *, actor: User, outcome: str | None = None, reason: str = "") -> Task:
    """The task is done, and whatever follows becomes ready.

    TG-03 not waiting any more, TG-04 no such outcome, TG-05 and others of `open_points`,
    TG-06 not this person's, TG-07 own work, TG-08 returned without a reason, TG-19 the work of
    several units.
    """
    return _complete(task, Verdict(outcome, reason), actor)


def return_task(task: Task, *, actor: User, reason: str, remarks: Sequence[Remark] = ()) -> Task:
    """Send the work back for repair, with a reason and remarks pinned to what they are about."""
    return _complete(task, Verdict(RETURNED, reason, remarks), actor)


@transaction.atomic
def _complete(task: Task, verdict: Verdict, actor: User) -> Task:
    task = locked(task)
    now = timezone.now()
    today = task.run.fiscal_year.zone.day_of(now)
    if problem := right_problem(task, actor, today) or ending_problem(task, actor, today):
        raise RefusedError(problem)
    return move_on(task, verdict, actor, now)


def move_on(task: Task, verdict: Verdict, actor: User, now: datetime) -> Task:
    """What completing does once it is clear that this person may; the run is locked already."""
    run, today = task.run, task.run.fiscal_year.zone.day_of(now)
    problems = outcome_problems(task.definition_step, verdict)
    if verdict.outcome == RETURNED:  # what is sent back need not be complete
        problems += in_the_way_of_returning(task)
    else:
        problems += open_points(task, today)
    if problems:
        raise RefusedError(*problems)
    position = runner.complete(
        bytes(run.sop.content), run.state, task.step, outcome=verdict.outcome
    )
    _finish(task, verdict, actor, now)
    run.history.append([task.step, verdict.outcome])
    came_from = task if verdict.outcome == RETURNED else None
    keep_position(run, position, now, came_from=came_from)
    _reach_the_end(run, task, now)
    pin(task, verdict.remarks, actor, now)
    notice_deviations(task, now)
    _record(task, actor, today)
    return task


def open_points(task: Task, today: date | None = None) -> tuple[Problem, ...]:
    """What stands in the way of completing the task; empty when it may be done.

    TG-05: something it needs has no answer yet. TG-14: its round is not open yet.
    """
    today = today or today_in(task.agency)
    problems = []
    if task.round and today < task.starts:
        message = f"Putaran {task.round} baru dibuka pada {task.starts:%d/%m/%Y}."
        problems.append(Problem("TG-14", task.label, message))
    for item in task.items.needed().open():
        message = f"Kelengkapan “{item.name}” belum diisi, atau dinyatakan belum ada."
        problems.append(Problem("TG-05", item.name, message))
    return (*problems, *open_points_of(task))


def outcome_problems(step: Step, verdict: Verdict) -> tuple[Problem, ...]:
    """TG-04: one of the outcomes the diagram names; TG-08: a return says why."""
    if step.is_decision and verdict.outcome not in step.outcomes:
        known = ", ".join(step.outcomes.values())
        return (Problem("TG-04", "hasil", f"Pilih hasil {step.id}: {known}."),)
    if not step.is_decision and verdict.outcome is not None:
        message = f"Pada {step.id} tidak ada yang diputuskan; tugas ini cukup diselesaikan."
        return (Problem("TG-04", "hasil", message),)
    if verdict.outcome == RETURNED and not verdict.reason.strip():
        message = "Tuliskan alasan pengembalian, agar jelas apa yang diperbaiki."
        return (Problem("TG-08", "alasan", message),)
    return ()


def _finish(task: Task, verdict: Verdict, actor: User, now: datetime) -> None:
    office = office_for(task, actor, task.run.fiscal_year.zone.day_of(now))
    task.status, task.done_at, task.done_by = Task.Status.DONE, now, actor
    task.done_as = verdict.signed_on_paper or (acts_as(office, actor) if office else "")
    task.outcome = verdict.outcome or ""
    task.outcome_label = task.definition_step.outcomes.get(task.outcome, "")
    task.reason = verdict.reason.strip()
    task.save(
        update_fields=[
            "status", "done_at", "done_by", "done_as", "outcome", "outcome_label", "reason",
        ]
    )  # fmt: skip


def _reach_the_end(run: Run, task: Task, now: datetime) -> None:
    """The printed end of the SOP (KT8) is written down as done when the run comes to it."""
    for way in task.definition_step.next:
        if way.to and way.outcome in (None, task.outcome):
            step = run.definition.step(way.to)
            if step.is_end:
                Task.objects.create(
                    **plain_fields(run, step, runner.Ready(step.id, 0)),
                    status=Task.Status.DONE,
                    ready_at=now,
                    starts=run.fiscal_year.zone.day_of(now),
                    done_at=now,
                )


def _record(task: Task, actor: User, today: date) -> None:
    office = office_for(task, actor, today)
    record(
        "workflow.return_task" if task.outcome == RETURNED else "workflow.complete_task",
        actor=actor,
        subject=str(task),
        agency=task.agency,
        after={
            "hasil": task.outcome_label,
            "alasan": task.reason,
            **(as_trail(office, actor) if office else {"bertindak sebagai": task.done_as}),
        },
    )
