"""Who came: the list, the QR at the door, and the page behind it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tolok.archive.verification.limiting import WINDOW, asks_too_often
from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings import actions
from tolok.outreach.meetings.actions.door import no_door
from tolok.outreach.meetings.attendance_forms import ArrivedForm, CheckInForm, noted_in
from tolok.outreach.meetings.kept import papers_of
from tolok.outreach.meetings.views.work import done, page_of, the_meeting
from tolok.outreach.models import Door, Guest, Meeting
from tolok.people.http import SignedInRequest
from tolok.people.models import User
from tolok.ui.qr import qr_of

A_HALL = 300  # questions a minute from one network: everybody in a hall shares one


def attendance(request: SignedInRequest, pk: int) -> HttpResponse:
    """The list, ticked by whoever writes it down."""
    found = the_meeting(request, pk)
    page = page_of(request, found) | {
        "guests": found.guests.all(),
        "ways": Guest.Attends.choices,
        "sheet": papers_of(found).filter(document="HADIR", subject=found.subject).first(),
        "arrived_form": ArrivedForm(auto_id="datang_%s"),
    }
    if request.method != "POST":
        return render(request, "outreach/attendance.html", page)
    try:
        noted = noted_in(request.POST, found.guests.all())
        changed = actions.note_attendance(found, noted, actor=request.user)
    except RefusedError as refusal:
        page |= {"problems": refusal.problems}
        return render(request, "outreach/attendance.html", page, status=422)
    messages.success(request, f"{changed} baris daftar hadir diperbarui.")
    return redirect("outreach:attendance", found.pk)


@require_POST
def add_guest_present(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)
    form = ArrivedForm(request.POST, auto_id="datang_%s")

    def act() -> None:
        attends = Guest.Attends(form.cleaned_data["attends"])
        actions.add_guest_present(found, form.asked(), attends=attends, actor=request.user)

    return done(request, found, act, "Kehadiran dicatat.", arrived_form=form)


@require_POST
def open_door(request: SignedInRequest, pk: int) -> HttpResponse:
    """The code is shown on this one answer, to be printed or projected; again makes a new one."""
    found = the_meeting(request, pk)
    page = page_of(request, found)
    try:
        token = actions.open_door(found, actor=request.user)
    except RefusedError as refusal:
        page |= {"problems": refusal.problems}
        return render(request, "outreach/door.html", page, status=422)
    address = request.build_absolute_uri(reverse("outreach:check_in", args=[token]))
    return render(request, "outreach/door.html", page | {"address": address, "qr": qr_of(address)})


@require_POST
def close_door(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)

    def act() -> None:
        actions.close_door(found, actor=request.user)

    return done(request, found, act, "QR daftar hadir dicabut.")


@require_POST
def hold_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)

    def act() -> None:
        actions.hold_meeting(found, actor=request.user)

    return done(request, found, act, "Rapat dinyatakan terlaksana.")


@require_POST
def reopen_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)

    def act() -> None:
        actions.reopen_meeting(found, actor=request.user)

    return done(request, found, act, "Pernyataan terlaksana dibatalkan.")


@sensitive_post_parameters()
@never_cache
def check_in(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the QR. Opening it changes nothing; what one sends leads to a page without the
    token. It lists nobody: only units that are asked can be chosen."""
    if asks_too_often(request, "door", most=A_HALL):
        answer = render(request, "outreach/check_in.html", {"too_often": True}, status=429)
        answer["Retry-After"] = str(WINDOW)
        return answer
    door = Door.objects.open_at(token, timezone.now())
    if door is None or door.meeting.held_at is not None:
        return render(request, "outreach/check_in.html", {"problems": (no_door(),)}, status=404)
    form = CheckInForm(door.meeting, request.POST or None, _own(request, door.meeting))
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.check_in(token, form.arrival())
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{form.arrival().name} tercatat hadir. Terima kasih.")
            return redirect("outreach:checked_in")
    page = {"form": form, "meeting": door.meeting, "problems": problems}
    status = 422 if request.method == "POST" else 200
    return render(request, "outreach/check_in.html", page, status=status)


@require_safe
@never_cache
def checked_in(request: HttpRequest) -> HttpResponse:
    """The receipt; its address holds no token."""
    return render(request, "outreach/checked_in.html")


def _own(request: HttpRequest, meeting: Meeting) -> dict[str, str]:
    """Who is signed in and asked finds their own row filled in, and nobody else's."""
    if not isinstance(request.user, User):
        return {}
    own = meeting.guests.filter(user=request.user).first()
    return {"name": own.name, "unit": own.unit, "position": own.position} if own else {}
