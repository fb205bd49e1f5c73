"""Where the circular meets the year's run: its outputs, and the step it completes."""

from django.db import transaction

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.organisation.models import Agency
from tolok.outreach.circular.standing import letter_of
from tolok.outreach.models import Circular
from tolok.people.models import User
from tolok.workflow import actions as workflow
from tolok.workflow.models import Task, TaskItem
from tolok.workflow.rights import coordinates, may_work

ACTIVITY = "outreach:circular"
OUTPUT = "surat edaran"  # how both SOPs name it, at KT1.vi and KT1.vii, JW4 and JW7


def offer_as_output(paper: Paper, agency: Agency, year: int, actor: User) -> None:
    """Meet the outputs of waiting tasks that name the circular, where the person may."""
    for task in Task.objects.of_year(agency, year).ready().select_related("run__fiscal_year"):
        today = today_in(task.agency)
        if not (may_work(task, actor, today) or coordinates(task.run, actor, today)):
            continue
        for item in _outputs(task):
            workflow.meet_requirement(item, paper, actor=actor)


@transaction.atomic
def complete_circular(circular: Circular, *, actor: User) -> Task:
    """KT1.vii, JW7 are done: the letter is out and sent to every unit.

    ED-19: the step waits. ED-20 to ED-22 say what is still open.
    """
    task = Task.objects.of_year(circular.agency, circular.year).waiting_at(ACTIVITY).first()
    if task is None:
        message = "Langkah pengiriman surat edaran tidak sedang menunggu pada tahun ini."
        raise RefusedError(Problem("ED-19", "langkah", message))
    if letter := letter_of(circular.agency, circular.year):
        offer_as_output(letter, circular.agency, circular.year, actor)
    return workflow.complete_task(task, actor=actor)


def _outputs(task: Task) -> list[TaskItem]:
    return list(task.items.brought_forth().filter(name__icontains=OUTPUT))
