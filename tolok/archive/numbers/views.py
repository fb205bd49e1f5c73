from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.models import LetterNumber, NumberSeries
from tolok.archive.numbers import actions
from tolok.archive.numbers.forms import NumberFilter, SeriesForm, TakeForm, VoidForm
from tolok.core.numbering import gaps
from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.ui.paging import paged


@dataclass(frozen=True)
class LeaptOver:
    """Sequences of a series that no letter of the year has."""

    series: NumberSeries
    gaps: list[tuple[int, int]]


def numbers(request: SignedInRequest) -> HttpResponse:
    return render(request, "archive/numbers.html", numbers_page(request))


@require_POST
def take_number(request: SignedInRequest) -> HttpResponse:
    form = TakeForm(request.agency, request.POST)
    page: dict[str, object] = {"take": form}
    if form.is_valid():
        given = form.cleaned_data
        try:
            taken = actions.take_number(
                given["seri"], given["tanggal"], sequence=given["urut"], actor=request.user
            )
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, f"Nomor {taken} dicatat.")
            return redirect(taken)
    return render(request, "archive/numbers.html", numbers_page(request) | page, status=422)


def number(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_number(request, pk)
    page = {"number": found, "form": VoidForm(), "may_write": may_write(request)}
    return render(request, "archive/number.html", page)


@require_POST
def void_number(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_number(request, pk)
    try:
        reason = request.POST.get("alasan", "")
        actions.void_number(found, reason=reason, actor=request.user)
    except RefusedError as refusal:
        page = {
            "number": found,
            "form": VoidForm(),
            "problems": refusal.problems,
            "may_write": True,
        }
        return render(request, "archive/number.html", page, status=422)
    messages.success(request, f"Nomor {found} dibatalkan.")
    return redirect(found)


def series(request: SignedInRequest) -> HttpResponse:
    return render(
        request,
        "archive/number_series.html",
        {"rows": mine(request), "may_write": may_write(request)},
    )


def define_series(request: SignedInRequest) -> HttpResponse:
    if (agency := request.agency) is None:
        raise Http404
    form = SeriesForm(request.POST or None, initial={"pola": "{kode}/{urut}/{unit}/{tahun}"})
    return saved(
        request,
        form,
        lambda: actions.define_series(agency, form.plan, actor=request.user),
    )


def edit_series(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(NumberSeries.objects.visible_to(request.user), pk=pk)
    form = SeriesForm(request.POST) if request.method == "POST" else SeriesForm.of(found)
    return saved(request, form, lambda: actions.edit_series(found, form.plan, actor=request.user))


def saved(
    request: SignedInRequest, form: SeriesForm, deed: Callable[[], NumberSeries]
) -> HttpResponse:
    page: dict[str, object] = {"form": form}
    if form.is_valid():
        try:
            messages.success(request, f"Seri {deed()} disimpan.")
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            return redirect("archive:number_series")
    wrong = request.method == "POST"
    return render(request, "archive/edit_series.html", page, status=422 if wrong else 200)


def may_write(request: SignedInRequest) -> bool:
    return request.may_open("archive:take_number")


def mine(request: SignedInRequest) -> list[NumberSeries]:
    return list(NumberSeries.objects.of_desk(request))


def the_number(request: SignedInRequest, pk: int) -> LetterNumber:
    return get_object_or_404(LetterNumber.objects.visible_to(request.user).for_list(), pk=pk)


def numbers_page(request: SignedInRequest) -> dict[str, object]:
    every = mine(request)
    form = NumberFilter(every, request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = LetterNumber.objects.seen_in(request).for_list()
    if chosen := wanted.get("seri"):
        rows = rows.filter(series=chosen)
    if wanted.get("keadaan"):
        rows = rows.voided()
    return {
        "form": form,
        "page": paged(request, rows),
        "leapt": leapt_over(every, request.year),
        "take": TakeForm(request.agency, auto_id="ambil_%s"),
        "may_write": may_write(request),
    }


def leapt_over(every: list[NumberSeries], year: int | None) -> list[LeaptOver]:
    if year is None:
        return []
    told = [LeaptOver(one, gaps(LetterNumber.objects.sequences(one, year))) for one in every]
    return [one for one in told if one.gaps]
