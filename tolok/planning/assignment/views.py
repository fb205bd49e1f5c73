"""The page of the assignment: what it needs, the letter, and letters from outside."""

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.issuing.page import issue_form
from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.cycle.models import FiscalYear
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.planning.assignment import actions
from tolok.planning.assignment.forms import AssignmentForm, OutsideForm
from tolok.planning.assignment.state import PART, state_of
from tolok.planning.steps import definition_step
from tolok.scans.examine import examine_upload
from tolok.workflow.models import Task, TaskItem
from tolok.workflow.offers import with_offers
from tolok.workflow.rights import coordinates, may_work
from tolok.workflow.views.closely import papers_to_choose


def assignment(request: SignedInRequest) -> HttpResponse:
    return render(request, "planning/assignment.html", _page(request, the_year(request)))


@require_POST
def draft_assignment(request: SignedInRequest) -> HttpResponse:
    year = the_year(request)
    form = AssignmentForm(year, None, request.POST)

    def act() -> None:
        actions.draft_assignment(year, form.assignment(), actor=request.user)

    return _done(request, year, act, "Draf surat tugas disimpan.", letter=form)


@require_POST
def issue_assignment(request: SignedInRequest) -> HttpResponse:
    year = the_year(request)
    draft = state_of(year).draft
    if draft is None:
        raise Http404
    form = issue_form(draft, today_in(year.agency), request.POST)

    def act() -> None:
        actions.issue_assignment(
            draft,
            year=year,
            dated=form.cleaned_data["tanggal"],
            number=form.number,
            actor=request.user,
        )

    return _done(request, year, act, "Surat tugas terbit.", issue=form)


@require_POST
def record_assignment(request: SignedInRequest) -> HttpResponse:
    year = the_year(request)
    form = OutsideForm(request.POST, request.FILES)

    def act() -> None:
        given = form.cleaned_data
        scan = examine_upload(given["pindaian"])
        actions.record_assignment(
            year, number=given["nomor"], dated=given["tanggal"], scan=scan, actor=request.user
        )

    return _done(request, year, act, "Surat tugas dari luar Tolok dicatat.", outside=form)


def _done(
    request: SignedInRequest,
    year: FiscalYear,
    act: Callable[[], None],
    told: str,
    **form: Form,
) -> HttpResponse:
    """Back to the page, or the page again with what has to be put right."""
    (given,) = form.values()
    page: dict[str, object] = {**form, "form": given}
    if given.is_valid():
        try:
            act()
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, told)
            return redirect("planning:assignment")
    context = _page(request, year) | page
    return render(request, "planning/assignment.html", context, status=422)


def _page(request: SignedInRequest, year: FiscalYear) -> dict[str, object]:
    state = state_of(year)
    task = actions.task_of(year)
    may_write = request.may_open("planning:draft_assignment") and not state.is_assigned
    facts = state.draft.facts if state.draft else None
    return {
        "year": year,
        "zone": year.agency.time_zone,
        "state": state,
        "step": definition_step(PART, year),
        "task": task,
        "needs": _needs(request, year),
        "may_help": task is not None and _may_help(request, task),
        "may_write": may_write,
        "letter": AssignmentForm(year, facts) if may_write else None,
        "issue": issue_form(state.draft, today_in(year.agency))
        if may_write and state.draft
        else None,
        "outside": OutsideForm() if may_write else None,
    }


def _needs(request: SignedInRequest, year: FiscalYear) -> Iterable[TaskItem]:
    """As answered, also when the task is done; what is there for the others is offered."""
    task = Task.objects.of_year(year.agency, year.year).filter(activity=actions.ACTIVITY).last()
    if task is None:
        return ()
    rows = task.items.needed().select_related("paper", "met_by", "task__run__sop")
    return with_offers(task, rows, papers_to_choose(request, task))


def _may_help(request: SignedInRequest, task: Task) -> bool:
    today = today_in(task.agency)
    return may_work(task, request.user, today) or coordinates(task.run, request.user, today)
