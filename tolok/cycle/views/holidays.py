from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tolok.core.calendar import national_holidays
from tolok.core.identifiers import row_number
from tolok.core.problem import Problem, RefusedError
from tolok.cycle import actions
from tolok.cycle.actions.opening import FIRST_YEAR, LAST_YEAR
from tolok.cycle.forms.holidays import HolidayForm
from tolok.cycle.models import Holiday
from tolok.organisation.http import the_agency
from tolok.people.http import SignedInRequest
from tolok.ui.frame import Choice


def holidays(request: SignedInRequest) -> HttpResponse:
    return render(request, "cycle/holidays.html", page_of(request, HolidayForm()))


@require_POST
def add_holiday(request: SignedInRequest) -> HttpResponse:
    form = HolidayForm(request.POST)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            day = form.cleaned_data["tanggal"]
            kind = Holiday.Kind(form.cleaned_data["jenis"])
            actions.add_holiday(
                the_agency(request), day, form.cleaned_data["nama"], kind=kind, actor=request.user
            )
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, "Hari libur ditambahkan.")
            return redirect(list_of(day.year))
    page = page_of(request, form) | {"problems": problems}
    return render(request, "cycle/holidays.html", page, status=422)


@require_POST
def remove_holiday(request: SignedInRequest, pk: int) -> HttpResponse:
    holiday = get_object_or_404(Holiday.objects.visible_to(request.user), pk=pk)
    actions.remove_holiday(holiday, actor=request.user)
    messages.success(request, f"{holiday} dihapus dari daftar hari libur.")
    return redirect(list_of(holiday.day.year))


@require_POST
def import_holidays(request: SignedInRequest, calendar_year: int) -> HttpResponse:
    if not FIRST_YEAR <= calendar_year <= LAST_YEAR:
        raise Http404
    count = actions.import_holidays(the_agency(request), calendar_year, actor=request.user)
    messages.success(request, f"{count} hari libur nasional dan cuti bersama diambil.")
    return redirect(list_of(calendar_year))


def list_of(year: int) -> str:
    return f"{reverse('cycle:holidays')}?kalender={year}"


def page_of(request: SignedInRequest, form: HolidayForm) -> dict[str, object]:
    year = calendar_year_of(request)
    rows = Holiday.objects.visible_to(request.user).of_year(the_agency(request), year)
    return {
        "calendar_year": year,
        "rows": rows,
        "national": () if rows else sorted(national_holidays(year).items()),
        "choices": [Choice(str(n), list_of(n), n == year) for n in range(year - 1, year + 3)],
        "form": form,
        "may_write": request.may_open("cycle:add_holiday"),
    }


def calendar_year_of(request: SignedInRequest) -> int:
    """The one asked for, else the fiscal year at hand, else this year."""
    asked = row_number(request.GET.get("kalender", ""))
    if asked and FIRST_YEAR <= asked <= LAST_YEAR:
        return asked
    return request.year or timezone.localdate().year
