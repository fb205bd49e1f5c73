"""Whose a task is: who may work on it, who may decide it, and why somebody may not."""

from __future__ import annotations

from datetime import date

from tolok.core.problem import Problem
from tolok.people.acting import deciders, holders
from tolok.people.models import Office, Role, User
from tolok.workflow.models import Run, Task


def may_work(task: Task, user: User, today: date) -> bool:
    return office_for(task, user, today) is not None or task.person == user


def office_for(task: Task, user: User, today: date) -> Office | None:
    """The office by which this person does the task: one's own, an acting one, a substitute's.

    Where nobody holds the office of a task that decides nothing, the coordinator does it.
    """
    roles = task.roles
    for role in roles:
        for office in holders(role, task.agency, today):
            if office.user == user:
                return office
    if task.definition_step.is_decision:
        return _as_substitute(task, user, today)
    if not any(holders(role, task.agency, today) for role in roles):
        return _coordinator(task, user, today)
    return None


def right_problem(task: Task, user: User, today: date) -> Problem | None:
    """TG-06 it is another office's task, TG-07 nobody decides on work of their own."""
    if task.definition_step.is_decision and user in authors_of(task):
        message = (
            f"{user} ikut mengerjakan yang diputuskan di {task.step}, sehingga tidak boleh "
            "memutuskannya. Serahkan kepada pemegang jabatan lain atau penggantinya."
        )
        return Problem("TG-07", task.step, message)
    if not may_work(task, user, today):
        message = (
            f"{task.label} adalah tugas {task.role_label}. Mintalah pemegang jabatan itu, atau "
            "minta tugasnya diserahkan kepada Anda."
        )
        return Problem("TG-06", task.step, message)
    return None


def authors_of(task: Task) -> set[User]:
    """Who did what is decided at this task: since it was last decided, not in earlier rounds."""
    definition = task.run.definition
    steps = definition.decided_upon(task.definition_step)
    before = task.run.tasks.done().filter(step__in=steps, turn__lt=task.turn)
    last = task.run.tasks.done().filter(step=task.step, turn__lt=task.turn).last()
    if last:
        before = before.filter(turn__gt=last.turn)
    return {one.done_by for one in before.select_related("done_by") if one.done_by}


def coordinates(run: Run, user: User, today: date) -> bool:
    """Whether this person looks after the year as a whole."""
    return any(office.user == user for office in holders(Role.COORDINATOR, run.agency, today))


def _coordinator(task: Task, user: User, today: date) -> Office | None:
    found = holders(Role.COORDINATOR, task.agency, today)
    return next((office for office in found if office.user == user), None)


def _as_substitute(task: Task, user: User, today: date) -> Office | None:
    authors = authors_of(task)
    for role in task.roles:
        for one in deciders(role, task.agency, authors=authors, day=today):
            if one.is_substitute and one.person == user:
                return one.office
    return None
