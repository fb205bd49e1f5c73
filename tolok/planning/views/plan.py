"""The plan as a list of tasks, opening it, its checks, and presenting it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.planning.checklist import Met, checklist
from tolok.core.planning.checks import problems_of
from tolok.core.planning.compare import differences
from tolok.core.planning.summary import summary_of
from tolok.core.planning.told import sections
from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.cycle.models import FiscalYear
from tolok.people.http import SignedInRequest
from tolok.people.models import User
from tolok.planning.actions import opening
from tolok.planning.actions.deciders import approver_roles
from tolok.planning.actions.deciding import submit_plan, withdraw_plan
from tolok.planning.assignment.state import PART, State, state_of
from tolok.planning.both_texts import both_texts
from tolok.planning.models import Note, PlanVersion
from tolok.planning.papers.keeping import plan_paper
from tolok.planning.parts import parts_of
from tolok.planning.places import Places, settled
from tolok.planning.reading import approval_holds, content_of, from_json
from tolok.planning.steps import step_of
from tolok.planning.views.work import newest, page_of, part_of_plan, the_plan

MET = {Met.YES: "ok", Met.NO: "not", Met.ELSEWHERE: "none"}


def plan(request: SignedInRequest) -> HttpResponse:
    """Where the plan stands and what is to be done next."""
    version = newest(request)
    if version is None:
        return render(request, "planning/nothing_yet.html", _before_opening(request))
    context = page_of(request, "plan", version) | {
        "parts": parts_of(content_of(version)),
        "assignment": _assignment(request, version.plan.year),
        "may_withdraw": version.status == PlanVersion.Status.SUBMITTED
        and request.may_open("planning:withdraw_plan"),
        "may_see_papers": request.may_open("planning:papers"),
        "notes": _notes(version),
        "f3": plan_paper(version) if version.is_decided else None,
        "rivals": both_texts(version.rivals.select_related("by")),
        "decision": version.submissions.decided().first(),
        "holds": not version.is_decided or approval_holds(version),
        "deciders": " atau ".join(role.label for role in approver_roles(version)),
    }
    return render(request, "planning/plan.html", context)


def _notes(version: PlanVersion) -> list[tuple[Note, str]]:
    """What the leaders still wait for, each with the page where it is settled."""
    open_ones = list(Note.objects.of_version(version).unsettled())
    places = Places(version) if open_ones else None
    return [(note, places.of_key(note.key)) for note in open_ones if places]


def _assignment(request: SignedInRequest, year: FiscalYear) -> State | None:
    """The first part, where the year's SOP has one and the reader may see it."""
    shown = request.may_open("planning:assignment") and step_of(PART, year)
    return state_of(year) if shown else None


def _before_opening(request: SignedInRequest) -> dict[str, object]:
    earlier = PlanVersion.objects.visible_to(request.user).of_year(
        request.agency, (request.year or 1) - 1
    )
    year = FiscalYear.objects.seen_in(request).first()
    return {
        "may_open": bool(request.year) and request.may_open("planning:open_plan"),
        "earlier": earlier.in_force(),
        "step": step_of("plan", year) if year else None,
        "may_see_assignment": year is not None
        and step_of(PART, year) is not None
        and request.may_open("planning:assignment"),
    }


@require_POST
def open_plan(request: SignedInRequest) -> HttpResponse:
    return _begun(request, opening.open_plan)


@require_POST
def copy_plan(request: SignedInRequest) -> HttpResponse:
    """Begin with last year's."""
    return _begun(request, opening.copy_from_last_year)


def _begun(request: SignedInRequest, begin: Callable[..., PlanVersion]) -> HttpResponse:
    year: FiscalYear = the_year(request)
    actor: User = request.user
    try:
        begin(year, actor=actor)
    except RefusedError as refusal:
        context = _before_opening(request) | {"problems": refusal.problems}
        return render(request, "planning/nothing_yet.html", context, status=422)
    messages.success(request, f"Rencana kinerja TA {year.year} dibuka.")
    return redirect("planning:plan")


@part_of_plan
def checks(request: SignedInRequest) -> HttpResponse:
    """What is missing, each with the page where it is settled, and LKPP's V7 list."""
    version = the_plan(request)
    content = content_of(version)
    items = [(MET[item.met], item) for item in checklist(content)]
    context = page_of(request, "checks", version) | {
        "found": settled(version, problems_of(content)),
        "items": items,
    }
    return render(request, "planning/checks.html", context)


def submit(request: SignedInRequest) -> HttpResponse:
    """Check your answers; the same page presents it."""
    version = the_plan(request)
    if request.method == "POST":
        try:
            submit_plan(version, actor=request.user)
        except RefusedError as refusal:
            context = _answers(request, version) | {"problems": refusal.problems}
            return render(request, "planning/submit.html", context, status=422)
        messages.success(request, "Rencana diajukan. Anda menerima kabar setelah diputuskan.")
        return redirect("planning:plan")
    return render(request, "planning/submit.html", _answers(request, version))


def _answers(request: SignedInRequest, version: PlanVersion) -> dict[str, object]:
    content = content_of(version)
    before = version.submissions.filter(outcome="dikembalikan").first()
    return page_of(request, "submit", version) | {
        "summary": summary_of(content),
        "sections": sections(content),
        "open": len(problems_of(content)),
        "changed": differences(from_json(before.content), content) if before else (),
        "before": before,
        "deciders": " atau ".join(role.label for role in approver_roles(version)),
    }


@require_POST
def withdraw(request: SignedInRequest) -> HttpResponse:
    version = the_plan(request)
    try:
        withdraw_plan(version, actor=request.user)
    except RefusedError as refusal:
        context = _answers(request, version) | {"problems": refusal.problems}
        return render(request, "planning/submit.html", context, status=422)
    messages.success(request, "Rencana ditarik kembali dan dapat diubah.")
    return redirect("planning:plan")
