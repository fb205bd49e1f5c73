"""Goals, strategic areas, and the packages proposed for them (KT1.ii, JW1)."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.planning.actions.aims import add_area, add_goal, add_letters, choose_packages
from tolok.planning.forms.rows import DirectionForm
from tolok.planning.models import Goal, PlanVersion, StrategicArea
from tolok.planning.pasal4 import PASAL_4
from tolok.planning.steps import definition_step
from tolok.planning.views.rows import row_page, saved
from tolok.planning.views.work import page_of, part_of_plan, the_plan, the_row
from tolok.registry.models import PlanEntry
from tolok.ui.paging import paged

WORKSHOP_REPORT = "LAP-LOKAKARYA"


@part_of_plan
def goals(request: SignedInRequest) -> HttpResponse:
    """Vision, mission and goals."""
    return render(request, "planning/goals.html", _goals(request))


def _goals(request: SignedInRequest) -> dict[str, object]:
    version = the_plan(request)
    taken = set(version.goals.exclude(letter="").values_list("letter", flat=True))
    context = row_page(request, version, "goals")
    form = DirectionForm(version)
    form.close(unless=bool(context["may_write"]))
    return context | {
        "form": form,
        "asks_workshop": _asks_workshop(version),
        "goals": version.goals.annotate(served=Count("indicators")),
        "pasal4": {letter: text for letter, text in PASAL_4.items() if letter not in taken},
    }


def _asks_workshop(version: PlanVersion) -> bool:
    """JW1 is done in a workshop, and its report is among what the step brings forth."""
    step = definition_step("goals", version.plan.year)
    return step is not None and any(one.code == WORKSHOP_REPORT for one in step.formats)


@require_POST
def save_direction(request: SignedInRequest) -> HttpResponse:
    context = _goals(request)
    form = DirectionForm(the_plan(request), request.POST)
    return saved(request, form, context | {"form": form}, "planning/goals.html", "planning:goals")


@require_POST
def add_one_goal(request: SignedInRequest) -> HttpResponse:
    """An empty one to be filled in, or letters of Pasal 4 with their text."""
    version = the_plan(request)
    letters = [one for one in request.POST.getlist("huruf") if one in PASAL_4]
    try:
        if "pasal4" not in request.POST:
            goal = add_goal(version, actor=request.user, source=Goal.Source.RPJMD)
            return redirect("planning:edit_goal", goal.pk)
        add_letters(version, letters, actor=request.user)
    except RefusedError as refusal:
        context = _goals(request) | {"problems": refusal.problems}
        return render(request, "planning/goals.html", context, status=422)
    messages.success(request, f"{len(letters)} tujuan ditambahkan.")
    return redirect("planning:goals")


@part_of_plan
def areas(request: SignedInRequest) -> HttpResponse:
    return render(request, "planning/areas.html", _areas(request))


def _areas(request: SignedInRequest) -> dict[str, object]:
    version = the_plan(request)
    found = version.areas.annotate(
        served=Count("indicators", distinct=True), chosen=Count("packages", distinct=True)
    )
    return page_of(request, "areas", version) | {"areas": found}


@require_POST
def add_one_area(request: SignedInRequest) -> HttpResponse:
    try:
        area = add_area(the_plan(request), actor=request.user)
    except RefusedError as refusal:
        context = _areas(request) | {"problems": refusal.problems}
        return render(request, "planning/areas.html", context, status=422)
    return redirect("planning:edit_area", area.pk)


def area_packages(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose among the entries of the RUP; those of other pages of the list stay chosen."""
    area = the_row(request, StrategicArea, pk)
    chosen = set(area.packages.values_list("code", flat=True))
    if request.method == "POST":
        shown, wanted = set(request.POST.getlist("tampil")), set(request.POST.getlist("paket"))
        try:
            choose_packages(area, (chosen - shown) | wanted, actor=request.user)
        except RefusedError as refusal:
            context = _packages(request, area) | {"problems": refusal.problems}
            return render(request, "planning/area_packages.html", context, status=422)
        messages.success(request, f"Usulan paket untuk {area} disimpan.")
        return redirect("planning:area_packages", area.pk)
    return render(request, "planning/area_packages.html", _packages(request, area))


def _packages(request: SignedInRequest, area: StrategicArea) -> dict[str, object]:
    wanted = request.GET.get("cari", "").strip()
    entries = PlanEntry.objects.seen_in(request).sorted_by("-pagu")
    if wanted:
        entries = entries.matching(wanted)
    return page_of(request, "areas", area.version) | {
        "area": area,
        "chosen": set(area.packages.values_list("code", flat=True)),
        "packages": area.packages.all(),
        "page": paged(request, entries),
        "wanted": wanted,
    }
