"""What passes when an officer moves: the tasks that wait for the office."""

from __future__ import annotations

from collections.abc import Iterator

from tolok.organisation.clock import today_in
from tolok.people.duties import Duty
from tolok.people.models import Office, Role
from tolok.workflow.models import Task
from tolok.workflow.models.tasks import TaskRows


def duties_of(office: Office) -> Iterator[Duty]:
    """The tasks of the office that nobody else holds."""
    for task in _waiting(office).select_related("agency"):
        yield Duty(
            kind="tugas",
            title=f"{task.label} {task.name}",
            due=task.due,
            step=task.step,
            remark=f"TA {task.year}",
        )


def pass_on(leaving: Office, taking: Office) -> None:
    """What was handed to the one who leaves goes to the successor; the rest follows the office."""
    _waiting(leaving).filter(person=leaving.user).update(person=taking.user)


def _waiting(office: Office) -> TaskRows:
    tasks = Task.objects.filter(agency=office.agency_id)
    return tasks.for_offices(office.user, [Role(office.role)], today_in(office.agency))
