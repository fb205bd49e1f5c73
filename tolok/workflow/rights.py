"""Whose a task is: who may work on it, who may decide it, and why somebody may not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tolok.core.dates import format_date
from tolok.core.problem import Problem
from tolok.people.acting import deciders, holders, in_place_of
from tolok.people.models import RESPONDENTS, Office, Role, User
from tolok.workflow.models import Run, Task


def may_work(task: Task, user: User, today: date) -> bool:
    return office_for(task, user, today) is not None or task.person == user


def office_for(task: Task, user: User, today: date) -> Office | None:
    """The office by which this person does the task: one's own, an acting one, a substitute's.

    Where nobody holds the office of a task that decides nothing, or each of those who do answers
    for a unit alone, the coordinator does it.
    """
    roles = task.roles
    for role in roles:
        for office in holders(role, task.agency, today):
            if office.user == user:
                return office
    if task.definition_step.is_decision:
        return _as_substitute(task, user, today)
    held = [office for role in roles for office in holders(role, task.agency, today)]
    if not held or all(_answers_for_a_unit(office, task, held) for office in held):
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
        if acting := _in_ones_place(task, user, today):
            until = f" sampai {format_date(acting.ends)}" if acting.ends else ""
            message = (
                f"Jabatan Anda sedang dijalankan {acting.user} sebagai {acting.acting_title}"
                f"{until}; {task.label} ada padanya."
            )
            return Problem("TG-06", task.step, message)
        message = (
            f"{task.label} adalah tugas {task.role_label}. Yang menyelesaikannya pemegang jabatan "
            "itu, Plt. atau Plh.-nya, atau yang ditunjuk sebagai penggantinya."
        )
        return Problem("TG-06", task.step, message)
    return None


def ending_problem(task: Task, user: User, today: date) -> Problem | None:
    """TG-19: one unit does not end for all of them what each of them does."""
    held = [office for role in task.roles for office in holders(role, task.agency, today)]
    mine = [office for office in held if office.user == user]
    if not mine or not all(_answers_for_a_unit(office, task, held) for office in mine):
        return None
    message = (
        f"{task.label} dikerjakan lebih dari satu unit. Simpan bagian unit Anda di sini; "
        "selesainya ditandai oleh Koordinator atau Tim sesudah semua unit mengerjakannya."
    )
    return Problem("TG-19", task.step, message)


def _answers_for_a_unit(office: Office, task: Task, held: Sequence[Office]) -> bool:
    """Whether it is a respondent's, beside other units or in a step that is the team's own."""
    if Role(office.role) not in RESPONDENTS:
        return False
    is_the_teams = Role(task.role) not in RESPONDENTS and any(one.role == task.role for one in held)
    units = {(one.role, one.unit_id) for one in held if Role(one.role) in RESPONDENTS}
    return is_the_teams or (office.unit_id is not None and len(units) > 1)


def fellows_in_unit(user: User, today: date) -> frozenset[int]:
    """This person and whoever else holds an office in the same unit that day."""
    fellows = Office.objects.in_force(today).filter(unit__in=user.units())
    return frozenset({user.pk, *fellows.values_list("user", flat=True)})


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


def _in_ones_place(task: Task, user: User, today: date) -> Office | None:
    acting = (one for role in task.roles for one in holders(role, task.agency, today))
    return next((one for one in acting if user in in_place_of(one)), None)


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
