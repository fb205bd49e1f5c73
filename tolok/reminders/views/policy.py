"""When an agency's officers are reminded."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.core.reminding import Policy
from tolok.organisation.http import the_agency
from tolok.people.http import SignedInRequest
from tolok.reminders import actions
from tolok.reminders.forms import PolicyForm
from tolok.reminders.models import ReminderPolicy


def policy(request: SignedInRequest) -> HttpResponse:
    agency = the_agency(request)
    now = ReminderPolicy.objects.of(agency)
    return shown(request, PolicyForm(initial=as_typed(now)), now)


@require_POST
def save_policy(request: SignedInRequest) -> HttpResponse:
    agency, form = the_agency(request), PolicyForm(request.POST)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            actions.save_policy(agency, form.policy, actor=request.user)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, "Aturan pengingat disimpan.")
            return redirect("reminders:policy")
    return shown(request, form, ReminderPolicy.objects.of(agency), problems, status=422)


def shown(
    request: SignedInRequest,
    form: PolicyForm,
    now: Policy,
    problems: tuple[Problem, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    page = {
        "form": form,
        "now": now,
        "before": [str(days) for days in now.before],
        "problems": problems,
        "may_write": request.may_open("reminders:save_policy"),
    }
    return render(request, "reminders/policy.html", page, status=status)


def as_typed(now: Policy) -> dict[str, int]:
    first, second = (*now.before, 0, 0)[:2]
    return {
        "first": first,
        "second": second,
        "late_every": now.late_every,
        "escalate_after": now.escalate_after,
    }
