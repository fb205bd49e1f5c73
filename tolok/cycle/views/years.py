"""The years of an agency: the list, one year with its simulation, and how it is opened."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.core.timetable import Planned
from tolok.cycle import actions, frozen, sops
from tolok.cycle.actions.terms import terms_of
from tolok.cycle.forms.years import DaysForm, ReasonForm, YearForm
from tolok.cycle.http import the_year
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.cycle.simulation import simulate
from tolok.people.http import SignedInRequest

DEEDS = (
    "start_year",
    "decide_days",
    "discard_year",
    "close_year",
    "reopen_year",
    "change_window",
    "lock_period",
    "unlock_period",
    "record_outside",
)


def years(request: SignedInRequest) -> HttpResponse:
    mine = FiscalYear.objects.of_desk(request)
    page = {
        "rows": mine.select_related("agency").prefetch_related("periods"),
        "may_prepare": request.may_open("cycle:prepare_year"),
    }
    return render(request, "cycle/years.html", page)


def fiscal_year(request: SignedInRequest, pk: int) -> HttpResponse:
    if (
        "tahun" in request.GET and request.year
    ):  # chosen in the frame: the middleware knows it to be there
        chosen = the_year(request)
        return redirect("cycle:fiscal_year", chosen.pk)
    return render(request, "cycle/fiscal_year.html", year_page(request, seen_year(request, pk)))


def prepare_year(request: SignedInRequest) -> HttpResponse:
    form = YearForm(request.agency, request.POST or None, initial=_as_before(request))
    problems: tuple[Problem, ...] = ()
    if request.agency and form.is_valid():
        try:
            made = actions.prepare_year(
                request.agency,
                form.cleaned_data["tahun"],
                form.cleaned_data["sop"],
                how=form.how(),
                actor=request.user,
            )
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{made.label} disiapkan. Periksa simulasinya, lalu buka.")
            return redirect("cycle:fiscal_year", made.pk)
    page = {"form": form, "problems": problems}
    return render(request, "cycle/prepare_year.html", page, status=422 if form.is_bound else 200)


@require_POST
def start_year(request: SignedInRequest, pk: int) -> HttpResponse:
    year = seen_year(request, pk)
    start = partial(actions.start_year, year, actor=request.user)
    return done(
        request,
        year,
        start,
        f"{year.label} dibuka. Jalankan langkah SOP-nya pada halaman Tahun ini.",
    )


@require_POST
def decide_days(request: SignedInRequest, pk: int) -> HttpResponse:
    year, form = seen_year(request, pk), DaysForm(request.POST)
    if not form.is_valid():
        page = year_page(request, year) | {"days": form, "form": form}
        return render(request, "cycle/fiscal_year.html", page, status=422)
    decide = partial(actions.decide_days, year, form.days(), actor=request.user)
    return done(request, year, decide, "Jenis hari ditetapkan untuk versi SOP ini.")


@require_POST
def discard_year(request: SignedInRequest, pk: int) -> HttpResponse:
    year = seen_year(request, pk)
    try:
        actions.discard_year(year, actor=request.user)
    except RefusedError as refusal:
        page = year_page(request, year) | {"problems": refusal.problems}
        return render(request, "cycle/fiscal_year.html", page, status=422)
    messages.success(request, f"Persiapan {year.label} dibuang.")
    return redirect("cycle:years")


@require_POST
def close_year(request: SignedInRequest, pk: int) -> HttpResponse:
    year = seen_year(request, pk)
    close = partial(actions.close_year, year, actor=request.user)
    return done(request, year, close, f"{year.label} ditutup.")


def reopen_year(request: SignedInRequest, pk: int) -> HttpResponse:
    year = seen_year(request, pk)
    reopen = partial(actions.reopen_year, year, actor=request.user)
    return for_a_reason(request, year, reopen, f"Buka kembali {year.label}")


def seen_year(request: SignedInRequest, pk: int) -> FiscalYear:
    """The year the page is about; its frame names this one, whichever was chosen before."""
    seen = FiscalYear.objects.visible_to(request.user).select_related("agency")
    year = get_object_or_404(seen, pk=pk)
    request.year = year.year
    return year


def done(
    request: SignedInRequest, year: FiscalYear, act: Callable[[], object], told: str
) -> HttpResponse:
    """Back to the year's page, where a refusal is shown too."""
    try:
        act()
    except RefusedError as refusal:
        page = year_page(request, year) | {"problems": refusal.problems}
        return render(request, "cycle/fiscal_year.html", page, status=422)
    messages.success(request, told)
    return redirect("cycle:fiscal_year", year.pk)


def for_a_reason(
    request: SignedInRequest, year: FiscalYear, act: Callable[[str], object], title: str
) -> HttpResponse:
    """A page that asks why, and then does it."""
    form = ReasonForm(request.POST or None)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            act(form.cleaned_data["alasan"])
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{title}: selesai.")
            return redirect("cycle:fiscal_year", year.pk)
    page = {"year": year, "form": form, "title": title, "problems": problems}
    return render(request, "cycle/reason.html", page, status=422 if form.is_bound else 200)


def year_page(request: SignedInRequest, year: FiscalYear) -> dict[str, object]:
    simulation = simulate(year)
    known = sops.of_year(year)
    return {
        "year": year,
        "terms": terms_of(year),
        "days": DaysForm(),
        "sop": known,
        "first_step": known.step_name(year.starts_at_step) if known else "",
        "planned": [(one, length_of(one, year)) for one in simulation.planned if one.due],
        "collisions": simulation.collisions,
        "periods": periods_of(year),
        "records": year.outside_records.select_related("recorded_by"),
        "changed_rules": frozen.changed_since(year),
        **{f"may_{deed}": request.may_open(f"cycle:{deed}") for deed in DEEDS},
    }


def length_of(one: Planned, year: FiscalYear) -> str:
    """30 hari kalender: a deadline never stands without the type of its days."""
    return one.step.duration.label(year.day_type) if one.step.duration else ""


def periods_of(year: FiscalYear) -> list[YearPeriod]:
    """The quarters in their order, then the whole."""
    rows = year.periods.select_related("year", "locked_by").prefetch_related(
        "late_changes__made_by"
    )
    return sorted(rows, key=lambda row: row.code == YearPeriod.Code.YEAR)


def _as_before(request: SignedInRequest) -> dict[str, object]:
    """The year after the newest, under the same SOP."""
    last = FiscalYear.objects.of_desk(request).first()
    return {"tahun": next_year(request), "sop": last.sop if last else ""}


def next_year(request: SignedInRequest) -> int | None:
    """What a person most likely prepares; nothing is guessed for an agency without years."""
    return request.years[0] + 1 if request.years else None
