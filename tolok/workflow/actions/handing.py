"""Giving a task to somebody, and dating one that has no clock."""

from datetime import date

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people.acting import holders
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.actions.locking import locked
from tolok.workflow.models import Task
from tolok.workflow.rights import coordinates, may_work, right_problem


@transaction.atomic
def hand_to(task: Task, person: User, *, actor: User, reason: str = "") -> Task:
    """To another holder of the office (TG-09); by one of them, or by the coordinator (TG-06)."""
    task = locked(task)
    today = today_in(task.agency)
    if not (may_work(task, actor, today) or coordinates(task.run, actor, today)):
        message = f"{task.label} diserahkan oleh {task.role_label} atau Koordinator."
        raise RefusedError(Problem("TG-06", task.step, message))
    fellows = {office.user for role in task.roles for office in holders(role, task.agency, today)}
    if person not in fellows:
        names = ", ".join(sorted(str(one) for one in fellows)) or "belum ada pemegangnya"
        message = f"{person} tidak memegang jabatan {task.role_label}. Pilih: {names}."
        raise RefusedError(Problem("TG-09", "penerima", message))
    before = task.person
    task.person = person
    task.save(update_fields=["person"])
    record(
        "workflow.hand_to",
        actor=actor,
        subject=str(task),
        agency=task.agency,
        before={"dipegang": str(before) if before else ""},
        after={"dipegang": str(person), "alasan": reason},
    )
    return task


@transaction.atomic
def set_due(task: Task, day: date, *, actor: User) -> Task:
    """A step without a time has no clock; the unit may set a date (TG-17)."""
    task = locked(task)
    today = today_in(task.agency)
    if not coordinates(task.run, actor, today):
        raise RefusedError(
            right_problem(task, actor, today)
            or Problem("TG-06", task.step, "Batas waktu ditetapkan oleh Koordinator.")
        )
    if task.definition_step.duration is not None or day < task.starts:
        message = (
            f"{task.label} mempunyai waktu baku {task.definition_step.duration}."
            if task.definition_step.duration
            else f"Batas waktu tidak boleh sebelum tugas dimulai, {task.starts:%d/%m/%Y}."
        )
        raise RefusedError(Problem("TG-17", "batas waktu", message))
    before, task.due = task.due, day
    task.save(update_fields=["due"])
    record(
        "workflow.set_due",
        actor=actor,
        subject=str(task),
        agency=task.agency,
        before={"batas waktu": before},
        after={"batas waktu": day},
    )
    return task
