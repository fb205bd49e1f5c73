"""The lists of meetings, planning one, and its own page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.cycle.models import FiscalYear
from tolok.organisation.clock import today_in
from tolok.outreach.meetings import actions
from tolok.outreach.meetings.audiences import ACTIVITY, INVITATION, audiences_of, steps_of_kind
from tolok.outreach.meetings.forms import (
    PlanForm,
    PointRows,
    ReasonForm,
    initial_of,
    plan_initial,
    points_in,
)
from tolok.outreach.meetings.views.work import (
    KINDS,
    done,
    meetings,
    page_of,
    the_meeting,
    whole_page,
)
from tolok.outreach.models import Meeting
from tolok.people.http import SignedInRequest
from tolok.people.models import Office
from tolok.people.models.offices import OfficeRows
from tolok.people.pages.groups import STAFF
from tolok.ui.forms import Together
from tolok.workflow.actions import open_points
from tolok.workflow.models import Task
from tolok.workflow.of_year import definition_of_year


def socialisation(request: SignedInRequest) -> HttpResponse:
    """Sessions for the team, the respondents, and those who answer for performance."""
    return _list(request, Meeting.Kind.SOCIALISATION, ACTIVITY)


def invitation(request: SignedInRequest) -> HttpResponse:
    """The same sessions, seen from their letters (JW8)."""
    return _list(request, Meeting.Kind.SOCIALISATION, INVITATION)


def workshop(request: SignedInRequest) -> HttpResponse:
    """JW1 is done in a workshop; under other SOPs one may be held too."""
    return _list(request, Meeting.Kind.WORKSHOP, "outreach:workshop")


def _list(request: SignedInRequest, kind: Meeting.Kind, here: str) -> HttpResponse:
    rows = meetings(request).filter(agency=request.agency, year=request.year or 0)
    waiting = Task.objects.seen_in(request).waiting_at(here)
    page = {
        "kind": kind,
        "here": here,
        "meetings": rows.of_kind(kind).prefetch_related("audiences", "guests"),
        "steps": _steps(request, here),
        "tasks": [(one, open_points(one)) for one in waiting] if request.roles & STAFF else [],
        "zone": request.agency.time_zone if request.agency else "",
        "may_plan": bool(request.year) and request.may_open("outreach:plan_meeting"),
    }
    return render(request, "outreach/meetings.html", page)


def _steps(request: SignedInRequest, here: str) -> list[str]:
    """Those of the year's SOP that this page serves, whether they wait or not."""
    year = FiscalYear.objects.seen_in(request).first()
    definition = definition_of_year(year) if year else None
    if here == KINDS[Meeting.Kind.WORKSHOP]:
        return [one.id for one in steps_of_kind(definition, Meeting.Kind.WORKSHOP)]
    return [one.id for one in definition.work if one.activity == here] if definition else []


def meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)
    return render(request, "outreach/meeting.html", whole_page(request, found))


def plan_meeting(request: SignedInRequest, kind: str) -> HttpResponse:
    """A new workshop or session; its list of guests is filled from the offices."""
    year = the_year(request)
    chosen = Meeting.Kind(kind)
    form = PlanForm(
        chosen,
        audiences_of(definition_of_year(year)),
        _officers(request),
        request.POST or None,
        plan_initial(chosen, year.year),
    )
    page: dict[str, object] = {
        "form": form,
        "kind": chosen,
        "back": KINDS[chosen],
        "steps": [one.id for one in steps_of_kind(definition_of_year(year), chosen)],
    }
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.plan_meeting(year, chosen, form.planned(), actor=request.user)
        except RefusedError as refusal:
            page |= {"problems": refusal.problems}
        else:
            asked = actions.prefill_guests(made, actor=request.user)
            told = f"Direncanakan. {asked} orang atau unit masuk daftar undangan dari jabatan."
            messages.success(request, told)
            return redirect(made)
    status = 422 if request.method == "POST" else 200
    return render(request, "outreach/plan_meeting.html", page, status=status)


def change_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)
    year = FiscalYear.objects.get(agency=found.agency, year=found.year)
    form = PlanForm(
        Meeting.Kind(found.kind),
        audiences_of(definition_of_year(year)),
        _officers(request),
        request.POST or None,
        initial_of(found),
    )
    page = page_of(request, found) | {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_meeting(found, form.planned(), actor=request.user)
        except RefusedError as refusal:
            page |= {"problems": refusal.problems}
        else:
            messages.success(request, "Perubahan disimpan.")
            return redirect(found)
    status = 422 if request.method == "POST" else 200
    return render(request, "outreach/plan_meeting.html", page, status=status)


def agenda(request: SignedInRequest, pk: int) -> HttpResponse:
    """The programme, one row a point."""
    found = the_meeting(request, pk)
    rows = [
        {"time": one.time, "topic": one.topic, "speaker": one.speaker} for one in found.agenda.all()
    ]
    points = PointRows(request.POST or None, initial=rows, prefix="acara")
    page = page_of(request, found) | {"rows": points, "form": Together(points.forms)}
    if request.method == "POST" and points.is_valid():
        try:
            actions.save_agenda(found, points_in(points), actor=request.user)
        except RefusedError as refusal:
            page |= {"problems": refusal.problems}
        else:
            messages.success(request, "Susunan acara disimpan.")
            return redirect(found)
    status = 422 if request.method == "POST" else 200
    return render(request, "outreach/agenda.html", page, status=status)


@require_POST
def cancel_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)
    form = ReasonForm(request.POST, auto_id="batal_%s")

    def act() -> None:
        actions.cancel_meeting(found, reason=form.cleaned_data["reason"], actor=request.user)

    return done(request, found, act, "Rapat dibatalkan.", cancel_form=form)


@require_POST
def complete_served(request: SignedInRequest, pk: int) -> HttpResponse:
    """One session serves several steps: those that have nothing open are completed together."""
    found = the_meeting(request, pk)
    completed = actions.complete_served(found, actor=request.user)
    if completed:
        labels = ", ".join(task.label for task in completed)
        messages.success(request, f"Selesai: {labels}.")
    else:
        messages.warning(request, "Belum ada langkah yang dapat diselesaikan dari sini.")
    return redirect(found)


def _officers(request: SignedInRequest) -> OfficeRows:
    """Who may lead or write down: the team and the leaders, as they are in office today."""
    acting = Office.objects.acting_on(today_in(request.agency))
    return acting.filter(agency=request.agency, role__in=STAFF).with_people()
