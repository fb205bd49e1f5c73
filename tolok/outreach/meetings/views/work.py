"""What the pages share: the meetings one may see, and how a deed is told or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import TITLES
from tolok.outreach.meetings.actions.papers import about, too_early
from tolok.outreach.meetings.actions.serving import tasks_served
from tolok.outreach.meetings.attendance_forms import ArrivedForm
from tolok.outreach.meetings.audiences import ACTIVITY, definition_of, step_for, steps_of_kind
from tolok.outreach.meetings.forms import GuestForm, MaterialForm, ReasonForm, SentForm
from tolok.outreach.meetings.kept import attendance_is_recorded, paper_of, papers_of
from tolok.outreach.models import Audience, Meeting
from tolok.outreach.models.meetings import MeetingRows
from tolok.people.http import SignedInRequest
from tolok.people.pages.groups import STAFF
from tolok.workflow.actions import open_points
from tolok.workflow.models import Task

KINDS: Final = {
    Meeting.Kind.WORKSHOP: "outreach:workshop",
    Meeting.Kind.SOCIALISATION: ACTIVITY,
}


def meetings(request: SignedInRequest) -> MeetingRows:
    """The team sees all of its agency; everybody else those they are asked to."""
    rows = Meeting.objects.visible_to(request.user).with_standing().select_related("agency")
    if request.roles & STAFF:
        return rows
    return rows.with_guest(request.user).filter(invited_at__isnull=False)


def the_meeting(request: SignedInRequest, pk: int) -> Meeting:
    """The meeting; its frame names the year it belongs to, whichever was chosen before."""
    officers = ("chair__user", "minute_taker__user", "minutes")
    meeting: Meeting = get_object_or_404(meetings(request).select_related(*officers), pk=pk)
    request.year = meeting.year
    return meeting


def page_of(request: SignedInRequest, meeting: Meeting) -> dict[str, object]:
    """What each of its pages says."""
    return {
        "meeting": meeting,
        "zone": meeting.agency.time_zone,
        "back": KINDS[Meeting.Kind(meeting.kind)],
        "steps": steps_of(meeting),
        "may_plan": request.may_open("outreach:change_meeting"),
        "may_note": request.may_open("outreach:attendance"),
        "is_team": bool(request.roles & STAFF),
        "is_today": meeting.is_on(timezone.now()),
        "is_open": meeting.cancelled_at is None and meeting.held_at is None,
    }


def steps_of(meeting: Meeting) -> list[str]:
    """The steps of the year's SOP it serves: KT2, KT3; JW1 for a workshop."""
    definition = definition_of(meeting)
    if definition is None:
        return []
    if meeting.is_workshop:
        found = steps_of_kind(definition, Meeting.Kind.WORKSHOP)
    else:
        audiences = [Audience(one.audience) for one in meeting.audiences.all()]
        found = [step for one in audiences if (step := step_for(definition, one))]
    order = [one.id for one in definition.steps]
    return sorted((one.id for one in found), key=order.index)


def whole_page(request: SignedInRequest, meeting: Meeting, **forms: Any) -> dict[str, object]:
    """The meeting's own page, with everything that can be done from it."""
    page = page_of(request, meeting) | {
        "agenda": meeting.agenda.all(),
        "materials": meeting.materials.select_related("paper"),
    }
    if not request.roles & STAFF:
        return page
    guests = meeting.guests.all()
    return page | {
        "guests": guests,
        "message": f"{meeting.name}: {request.build_absolute_uri(meeting.get_absolute_url())}",
        "present": sum(one.is_present for one in guests),
        "seats": sum(one.seats for one in guests if one.is_invited),
        "papers": papers_listed(meeting),
        "letter": paper_of(meeting, "UNDANGAN"),
        "recorded": attendance_is_recorded(meeting),
        "served": served(meeting),
        "door": meeting.doors.live(timezone.now()).first(),
        "guest_form": GuestForm(auto_id="tamu_%s"),
        "arrived_form": ArrivedForm(auto_id="datang_%s"),
        "sent_form": SentForm(auto_id="kirim_%s"),
        "cancel_form": ReasonForm(auto_id="batal_%s"),
        "material_form": MaterialForm(issued_papers(meeting), auto_id="bahan_%s"),
        **forms,
    }


def issued_papers(meeting: Meeting) -> Any:
    """What may be handed out: the plan, its slides, the circular, the forms."""
    rows = Paper.objects.of_year(meeting.agency, meeting.year).in_force()
    return rows.ever_issued().exclude(subject=meeting.subject).order_by("title")


def papers_listed(meeting: Meeting) -> list[dict[str, object]]:
    """Each document of a meeting: its papers, and why it cannot be drafted yet."""
    kept: dict[str, list[Paper]] = {}
    for paper in papers_of(meeting).order_by("pk"):
        kept.setdefault(paper.document, []).append(paper)
    codes = ("UNDANGAN", "HADIR", "NOTULA", meeting.report_code)
    return [
        {
            "code": code,
            "title": TITLES[code],
            "papers": kept.get(code, []),
            "why_not": too_early(meeting, code),
            "is_out": _is_out(meeting, code, kept.get(code, [])),
        }
        for code in codes
    ]


def _is_out(meeting: Meeting, code: str, papers: list[Paper]) -> bool:
    """Whether the one that would be drafted now has left the house: then it is corrected there."""
    same = [one for one in papers if one.subject == about(meeting, code).subject]
    return bool(same) and all(one.status != Paper.Status.DRAFT for one in same)


def served(meeting: Meeting) -> list[tuple[Task, tuple[Problem, ...]]]:
    """The tasks that wait for it, with what is open."""
    tasks = [*tasks_served(meeting, is_invitation=True), *tasks_served(meeting)]
    return [(one, open_points(one)) for one in tasks]


def done(
    request: SignedInRequest,
    meeting: Meeting,
    act: Callable[[], object],
    told: str,
    **forms: Any,
) -> HttpResponse:
    """Back to the meeting's page, where what is wrong is shown too."""
    if not all(form.is_valid() for form in forms.values()):
        page = whole_page(request, meeting, **forms) | {"form": next(iter(forms.values()))}
        return render(request, "outreach/meeting.html", page, status=422)
    try:
        act()
    except RefusedError as refusal:
        page = whole_page(request, the_meeting(request, meeting.pk), **forms)
        page |= {"problems": refusal.problems}
        return render(request, "outreach/meeting.html", page, status=422)
    messages.success(request, told)
    return redirect(meeting)
