"""Everything one task's page shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q

from tolok.organisation.clock import today_in
from tolok.people.acting import holders
from tolok.people.http import SignedInRequest
from tolok.people.models import User
from tolok.ui.parts import Count
from tolok.workflow.actions import open_points
from tolok.workflow.actions.undoing import in_the_way
from tolok.workflow.activities import KNOWN, by_unit_of, in_the_way_of_returning, settling_of
from tolok.workflow.changes import changes_since, last_return
from tolok.workflow.definition import RETURNED
from tolok.workflow.forms import DueForm, FileForm, HandForm, PaperDecisionForm, ReturnForm
from tolok.workflow.models import PaperDecision, Task, TaskItem, TaskNote
from tolok.workflow.offers import with_offers
from tolok.workflow.rights import authors_of, coordinates, ending_problem, right_problem
from tolok.workflow.showing import activity_page, time_of
from tolok.workflow.views.closely import own_people, papers_to_choose


def task_page(request: SignedInRequest, task: Task) -> dict[str, Any]:
    today = today_in(task.agency)
    is_coordinator = coordinates(task.run, request.user, today)
    why_not = right_problem(task, request.user, today) if task.is_ready else None
    may_help = task.is_ready and (why_not is None or is_coordinator)
    why_not = why_not or ending_problem(task, request.user, today)
    step = task.definition_step
    others = fellows(task) if task.is_ready else []
    returned = last_return(task)
    last = is_last(task)
    return {
        "task": task,
        "step": step,
        "time": time_of(task, step),
        "zone": task.agency.time_zone,
        "today": today,
        "days_left": (task.due - today).days if task.due else None,
        "page": activity_page(task),
        "page_name": KNOWN.get(task.activity, ""),
        "open_points": open_points(task, today) if task.is_ready else (),
        "unanswered": task.items.needed().open().first() if task.is_ready else None,
        "may_do": task.is_ready and why_not is None,
        "why_not": why_not,
        "may_help": may_help,
        "is_coordinator": is_coordinator,
        "may_see_papers": request.may_open("archive:paper"),
        "may_see_files": not request.user.is_respondent(),
        "own_people": own_people(request) if request.user.is_respondent() else (),
        "ways": [(name, label) for name, label in step.outcomes.items() if name != RETURNED],
        "may_return": RETURNED in step.outcomes and not in_the_way_of_returning(task),
        "may_not_decide_here": step.is_decision and bool(in_the_way_of_returning(task)),
        "return_label": step.outcomes.get(RETURNED, ""),
        **_items(request, task),
        "files": task.files.select_related("added_by"),
        "notes": [(one, settling_of(one)) for one in notes_before(task, returned)],
        "returned": returned,
        "by_unit": _by_unit(request, task),
        "changes": changes_since(returned, task) if returned else (),
        "deviations": task.deviations.select_related("officer"),
        "decision": PaperDecision.objects.filter(task=task).first(),
        "is_last": last,
        "cannot_undo": in_the_way(task) if last else (),
        "return_form": ReturnForm(),
        "file_form": FileForm(auto_id="lampiran_%s"),
        "due_form": DueForm(auto_id="batas_%s"),
        "hand_form": HandForm(others) if others else None,
        "paper_form": paper_form(task, today) if step.is_decision else None,
    }


def _items(request: SignedInRequest, task: Task) -> dict[str, list[TaskItem]]:
    """What it needs and brings forth, with the papers that are there already."""
    rows = list(task.items.select_related("paper", "met_by"))
    for one in rows:
        one.task = task
    found = with_offers(task, rows, papers_to_choose(request, task))
    kinds = {"needs": TaskItem.Kind.NEED, "outputs": TaskItem.Kind.OUTPUT}
    return {name: [one for one in found if one.kind == kind] for name, kind in kinds.items()}


def paper_form(task: Task, today: date) -> PaperDecisionForm:
    """With the officer who usually signs; the sheet may say somebody else."""
    authors = authors_of(task)
    acting = (one for role in task.roles for one in holders(role, task.agency, today))
    usual = next((one for one in acting if one.user not in authors), None)
    initial = {"penanda_tangan": usual.user.name, "jabatan": usual.acting_title} if usual else {}
    return PaperDecisionForm(task.definition_step, auto_id="kertas_%s", initial=initial)


def _by_unit(request: SignedInRequest, task: Task) -> list[Count]:
    """With links for those who may open the phase's own pages."""
    may_open = request.may_open(task.activity)
    return [one if may_open else replace(one, href="") for one in by_unit_of(task)]


def fellows(task: Task) -> list[User]:
    """Who else holds the office and could take the task."""
    found = {office.user for role in task.roles for office in holders(role, task.agency)}
    return sorted(found - {task.person}, key=str)


def notes_before(task: Task, returned: Task | None) -> list[TaskNote]:
    """The remarks of the decision that sent the work back, answered or not; whatever else is
    still open; and of a task that is done its own."""
    notes = TaskNote.objects.of_run(task.run).select_related("made_by", "closed_by", "task")
    if task.is_ready:
        return list(notes.filter(Q(task=returned) | Q(closed_at=None)))
    return list(notes.filter(task=task))


def is_last(task: Task) -> bool:
    """Whether this is the step that could be taken back."""
    history = task.run.history
    if task.status != Task.Status.DONE or not history or history[-1][0] != task.step:
        return False
    return task == task.run.tasks.done().filter(step=task.step).order_by("done_at").last()
