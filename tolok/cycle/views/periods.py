from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.cycle import actions
from tolok.cycle.forms.years import WindowForm
from tolok.cycle.models import YearPeriod
from tolok.cycle.views.years import done, for_a_reason
from tolok.people.http import SignedInRequest


def change_window(request: SignedInRequest, pk: int) -> HttpResponse:
    period = seen_period(request, pk)
    form = WindowForm(request.POST) if request.method == "POST" else WindowForm.of(period)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            actions.change_window(period, form.window(), actor=request.user)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"Jendela pengumpulan data {period} diubah.")
            return redirect("cycle:fiscal_year", period.year_id)
    page = {"period": period, "form": form, "problems": problems}
    return render(request, "cycle/change_window.html", page, status=422 if form.is_bound else 200)


@require_POST
def lock_period(request: SignedInRequest, pk: int) -> HttpResponse:
    period = seen_period(request, pk)
    lock = partial(actions.lock_period, period, actor=request.user)
    return done(request, period.year, lock, f"{period} dikunci.")


def unlock_period(request: SignedInRequest, pk: int) -> HttpResponse:
    period = seen_period(request, pk)
    unlock = partial(actions.unlock_period, period, actor=request.user)
    return for_a_reason(request, period.year, unlock, f"Buka kunci {period}")


def seen_period(request: SignedInRequest, pk: int) -> YearPeriod:
    seen = YearPeriod.objects.visible_to(request.user).select_related("year__agency")
    period = get_object_or_404(seen, pk=pk)
    request.year = period.year.year  # the one the frame names
    return period
