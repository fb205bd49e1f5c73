"""Indicators: chosen from the catalogue or written for the plan; the actions that serve them."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.planning.content import MEASUREMENT_AREAS
from tolok.core.problem import Problem, RefusedError
from tolok.measurement.in_force import indicators_in_force
from tolok.people.http import SignedInRequest
from tolok.planning.actions import indicators as actions
from tolok.planning.forms.adding import OwnIndicatorForm
from tolok.planning.models import PlannedIndicator, PlanVersion
from tolok.planning.views.work import page_of, part_of_plan, the_plan, the_row
from tolok.ui.forms import refuse


@part_of_plan
def indicators(request: SignedInRequest) -> HttpResponse:
    return render(request, "planning/indicators.html", _page(request, the_plan(request)))


def _page(request: SignedInRequest, version: PlanVersion) -> dict[str, object]:
    chosen = list(version.indicators.select_related("goal", "area"))
    taken = {one.code for one in chosen}
    catalogue: dict[str, list[object]] = {}
    for one in indicators_in_force(version.agency, version.year):
        if one.code not in taken:
            catalogue.setdefault(one.area, []).append(one)
    order = {area: at for at, area in enumerate(MEASUREMENT_AREAS)}
    return page_of(request, "indicators", version) | {
        "chosen": chosen,
        "form": OwnIndicatorForm(),
        "catalogue": sorted(catalogue.items(), key=lambda pair: order.get(pair[0], len(order))),
        "missing": [one for one in MEASUREMENT_AREAS if one not in {c.measures for c in chosen}],
        "weight": sum(one.weight for one in chosen if one.weight is not None),
    }


@require_POST
def choose_indicators(request: SignedInRequest) -> HttpResponse:
    version = the_plan(request)
    try:
        chosen = actions.choose_indicators(
            version, request.POST.getlist("kode"), actor=request.user
        )
    except RefusedError as refusal:
        context = _page(request, version) | {"problems": refusal.problems}
        return render(request, "planning/indicators.html", context, status=422)
    messages.success(request, f"{len(chosen)} indikator ditambahkan beserta manualnya.")
    return redirect("planning:indicators")


@require_POST
def add_own_indicator(request: SignedInRequest) -> HttpResponse:
    version = the_plan(request)
    form = OwnIndicatorForm(request.POST)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        code, name = form.cleaned_data["kode"], form.cleaned_data["nama"]
        try:
            made = actions.add_own_indicator(version, code, name, actor=request.user)
        except RefusedError as refusal:
            problems = refuse(form, refusal.problems, {"RN-28": "kode"})
        else:
            return redirect("planning:edit_indicator", made.pk)
    context = _page(request, version) | {"form": form, "problems": problems}
    return render(request, "planning/indicators.html", context, status=422)


@part_of_plan
def plan_actions(request: SignedInRequest) -> HttpResponse:
    """The action plan, by indicator."""
    return render(request, "planning/actions.html", _actions(request))


def _actions(request: SignedInRequest) -> dict[str, object]:
    version = the_plan(request)
    found = version.indicators.prefetch_related("actions").annotate(number=Count("actions"))
    return page_of(request, "actions", version) | {"indicators": found}


@require_POST
def add_action(request: SignedInRequest, pk: int) -> HttpResponse:
    indicator = the_row(request, PlannedIndicator, pk)
    try:
        action = actions.add_action(indicator, actor=request.user)
    except RefusedError as refusal:
        context = _actions(request) | {"problems": refusal.problems}
        return render(request, "planning/actions.html", context, status=422)
    return redirect("planning:edit_action", action.pk)
