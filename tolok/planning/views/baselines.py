"""Baselines (KT1.iv, JW3): computed, typed, or said not to be there."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.planning.told import baseline_words
from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.people.models import User
from tolok.planning.actions import baselines as actions
from tolok.planning.forms.targets import BaselineForm
from tolok.planning.models import PlannedIndicator
from tolok.planning.past import same_in_catalogue
from tolok.planning.reading import content_of
from tolok.planning.views.work import page_of, the_plan, the_row
from tolok.ui.forms import refuse


def baseline(request: SignedInRequest, pk: int) -> HttpResponse:
    """Compute, type, or say why there is none."""
    indicator = the_row(request, PlannedIndicator, pk)
    form = BaselineForm(indicator, request.POST or None)
    problems: tuple[Problem, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            _keep_baseline(indicator, form, request.user)
        except RefusedError as refusal:
            problems = refuse(form, refusal.problems, _fields(form))
        else:
            messages.success(request, f"Baseline {indicator.code} tersimpan.")
            return redirect("planning:targets")
    content = content_of(indicator.version)
    now = next(one for one in content.indicators if one.code == indicator.code)
    context = page_of(request, "targets", indicator.version) | {
        "indicator": indicator,
        "form": form,
        "now": baseline_words(now.baseline, now),
        "problems": problems,
        "can_compute": same_in_catalogue(indicator) is not None,
    }
    failed = problems or form.errors
    return render(request, "planning/baseline.html", context, status=422 if failed else 200)


def _fields(form: BaselineForm) -> Mapping[str, str]:
    """What a refusal is about: by its rule, or by where it says."""
    where = f"baseline {form.indicator.code}"
    return {
        "RN-29": "year",
        "nilai": "value",
        "sumber": "source",
        "alasan": "reason",
        where: "value",
    }


def _keep_baseline(indicator: PlannedIndicator, form: BaselineForm, actor: User) -> None:
    given = form.cleaned_data
    year = given["year"] or indicator.version.year - 1
    match given["kind"]:
        case "dihitung":
            actions.compute_baseline(indicator, year=year, actor=actor)
        case "diketik":
            actions.type_baseline(
                indicator, text=given["value"], year=year, source=given["source"], actor=actor
            )
        case _:
            actions.no_baseline(indicator, reason=given["reason"], actor=actor)


@require_POST
def compute_baselines(request: SignedInRequest) -> HttpResponse:
    """All that the newest data before the plan's year can tell, in one go."""
    version = the_plan(request)
    year = actions.newest_year(version) or version.year - 1
    computed, refused = actions.compute_baselines(version, year=year, actor=request.user)
    if computed:
        messages.success(request, f"{computed} baseline dihitung dari data TA {year}.")
    alike: dict[str, list[str]] = {}
    for problem in refused:
        alike.setdefault(f"{problem.message} ({problem.rule})", []).append(problem.where)
    for message, places in alike.items():
        messages.warning(request, f"{', '.join(places)}: {message}")
    return redirect("planning:targets")
