"""A person's calendar feed, and the page where its address is made and taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tolok.core.feed import feed
from tolok.people.http import SignedInRequest, zone_of
from tolok.reminders import actions
from tolok.reminders.calendars import events_for
from tolok.reminders.models import CalendarLink

NAME = "Tolok"


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Read-only and without a session: the address is the key, and opening it changes nothing."""
    now = timezone.now()
    link = CalendarLink.objects.usable(now).with_token(token).select_related("user").first()
    if link is None:
        raise Http404
    answer = HttpResponse(
        feed(NAME, events_for(link.user), now), content_type="text/calendar; charset=utf-8"
    )
    answer["Cache-Control"] = "private, no-cache"
    answer["Content-Disposition"] = 'attachment; filename="tolok.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
def calendar(request: SignedInRequest) -> HttpResponse:
    mine = CalendarLink.objects.live(timezone.now()).filter(user=request.user).first()
    page = {"link": mine, "zone": zone_of(request)}
    return render(request, "reminders/calendar.html", page)


@require_POST
def make_calendar_link(request: SignedInRequest) -> HttpResponse:
    """The address is shown on this one answer; afterwards nobody can read it any more."""
    token = actions.make_calendar_link(request.user)
    address = request.build_absolute_uri(reverse("reminders:calendar_feed", args=[token]))
    return render(request, "reminders/calendar_made.html", {"address": address})


@require_POST
def revoke_calendar_link(request: SignedInRequest) -> HttpResponse:
    actions.revoke_calendar_link(request.user)
    messages.success(request, "Tautan kalender dicabut.")
    return redirect("reminders:calendar")
