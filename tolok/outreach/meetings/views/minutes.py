"""The minutes, kept while they are typed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings import actions
from tolok.outreach.meetings.actions.minutes import state_of
from tolok.outreach.meetings.minutes_form import MinutesForm
from tolok.outreach.meetings.views.work import page_of, the_meeting
from tolok.people.http import SignedInRequest


def minutes(request: SignedInRequest, pk: int) -> HttpResponse:
    """`dasar` names what the page was shown with: a colleague's text is not written over, and
    after a refusal both are on the page."""
    found = the_meeting(request, pk)
    form = MinutesForm(found, request.POST or None)
    page = page_of(request, found) | {"form": form, "state": state_of(found)}
    if request.method != "POST":
        return render(request, "outreach/minutes.html", page)
    problems: tuple[Problem, ...] = ()
    is_valid = form.is_valid()
    if is_valid:
        try:
            seen = request.POST.get("dasar", "")
            page["state"] = actions.save_minutes(
                found, form.record(), seen=seen, actor=request.user
            )
        except RefusedError as refusal:
            problems = refusal.problems
            page["kept"] = the_meeting(request, pk)
    page |= {"problems": problems, "saved_at": timezone.now()}
    if request.htmx:
        page["state"] = request.POST.get("dasar", "") if problems or not is_valid else page["state"]
        return render(request, "outreach/minutes_saved.html", page)
    if problems or not is_valid:
        return render(request, "outreach/minutes.html", page, status=422)
    messages.success(request, "Notula tersimpan.")
    return redirect("outreach:minutes", found.pk)
