"""Targets (KT1.iv, JW3), with help from the past."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.achievement import Target as Bounds
from tolok.core.identifiers import row_number
from tolok.core.planning.periods import WHOLE_YEAR, period_names, quarter_of
from tolok.core.planning.told import baseline_words
from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.planning.actions.baselines import newest_year
from tolok.planning.actions.fields import token
from tolok.planning.actions.targets import is_kept, read_target, set_targets, target_text
from tolok.planning.both_texts import BothTexts, both_texts
from tolok.planning.models import PlannedIndicator, PlanVersion, Rival, Target
from tolok.planning.past import help_for
from tolok.planning.reading import content_of
from tolok.planning.views.work import page_of, part_of_plan, the_plan, the_row


@dataclass(frozen=True)
class Cell:
    """One target as it is typed."""

    number: int
    name: str
    text: str
    shown: str  # token
    is_open: bool  # counts from the version's quarter
    is_behind: bool  # a colleague changed it meanwhile, and the page at hand does not show it


@dataclass(frozen=True)
class TargetRow:
    indicator: PlannedIndicator
    baseline: str
    cells: tuple[Cell, ...]
    rivals: tuple[BothTexts, ...] = ()
    is_wrong: bool = False  # what was typed could not be kept

    def typed(self, texts: Mapping[int, str]) -> "TargetRow":
        cells = (replace(one, text=texts.get(one.number, one.text)) for one in self.cells)
        return replace(self, cells=tuple(cells), is_wrong=True)


@part_of_plan
def targets(request: SignedInRequest) -> HttpResponse:
    return render(request, "planning/targets.html", _page(request))


def _page(request: SignedInRequest) -> dict[str, object]:
    version = the_plan(request)
    told = {one.code: baseline_words(one.baseline, one) for one in content_of(version).indicators}
    found = version.indicators.select_related("baseline").prefetch_related("targets")
    return page_of(request, "targets", version) | {
        "rows": [target_row(version, one, told[one.code]) for one in found],
        "to_compute": sum(not hasattr(one, "baseline") and bool(one.expression) for one in found),
        "data_year": newest_year(version),
    }


def _page_again(
    request: SignedInRequest, of: PlannedIndicator, texts: Mapping[int, str]
) -> dict[str, object]:
    """With what was typed in the cells of one indicator, which was not kept."""
    context = _page(request)
    rows = cast(list[TargetRow], context["rows"])
    context["rows"] = [row.typed(texts) if row.indicator == of else row for row in rows]
    return context


def target_row(
    version: PlanVersion,
    one: PlannedIndicator,
    baseline: str = "",
    *,
    sent: Mapping[int, str] | None = None,
) -> TargetRow:
    """With `sent`, as the page shows it from which these texts came."""
    now = {target.number: target for target in one.targets.all()}
    names = list(enumerate(period_names(one.reporting), 1))
    if len(names) > 1:
        names.append((WHOLE_YEAR, "Setahun"))
    rivals = tuple(both_texts(Rival.objects.of_row(version, "target", one.code)))
    behind = {
        number for number, text in (sent or {}).items() if not is_kept(text, one, now.get(number))
    }
    cells = tuple(_cell(version, one, period, now.get(period[0]), behind) for period in names)
    return TargetRow(one, baseline, cells, rivals)


def _cell(
    version: PlanVersion,
    one: PlannedIndicator,
    period: tuple[int, str],
    target: Target | None,
    behind: set[int],
) -> Cell:
    number, name = period
    text = target_text(target)
    is_open = quarter_of(one.reporting, number) >= version.valid_from
    return Cell(number, name, text, token(text), is_open, number in behind)


@require_POST
def save_targets(request: SignedInRequest, pk: int) -> HttpResponse:
    """The targets of one indicator; a cell that cannot be read is said so and keeps nothing."""
    indicator = the_row(request, PlannedIndicator, pk)
    texts = _sent(request, "target-")
    seen = _sent(request, "dasar-")
    problems: tuple[Problem, ...] = ()
    try:
        saved = set_targets(indicator, texts, seen, actor=request.user)
    except RefusedError as refusal:
        problems, saved = refusal.problems, None
    if request.htmx:
        version = PlanVersion.objects.get(pk=indicator.version_id)
        context = page_of(request, "targets", version) | {"problems": problems}
        indicator = PlannedIndicator.objects.get(pk=indicator.pk)
        context["row"] = target_row(version, indicator, sent={} if problems else texts)
        return render(request, "planning/targets_saved.html", context)
    if problems or (saved and saved.rivals):
        context = _page_again(request, indicator, texts) if problems else _page(request)
        context |= {"problems": problems, "problem_place": f"#{indicator.code}"}
        return render(request, "planning/targets.html", context, status=422)
    messages.success(request, f"Target {indicator.code} tersimpan.")
    return redirect("planning:targets")


def _sent(request: SignedInRequest, prefix: str) -> dict[int, str]:
    return {
        number: str(text)
        for name, text in request.POST.items()
        if name.startswith(prefix) and (number := row_number(name.removeprefix(prefix)))
    }


def target_help(request: SignedInRequest, pk: int) -> HttpResponse:
    """The course of the past, proposals, and how often each target was met."""
    indicator = the_row(request, PlannedIndicator, pk)
    found = help_for(indicator)
    names = dict(enumerate(period_names(indicator.reporting), 1)) | {WHOLE_YEAR: "Setahun"}
    told = [
        (names[one.number], target_text(one), found.told(Bounds(one.low, one.high)))
        for one in indicator.targets.all()
        if one.number in names
    ]
    tried, problems = _tried(request, indicator)
    context = page_of(request, "targets", indicator.version) | {
        "indicator": indicator,
        "help": found,
        "told": told,
        "tried": request.GET.get("coba", ""),
        "answer": found.told(tried) if tried else "",
        "problems": problems,
    }
    template = "planning/target_help_part.html" if request.htmx else "planning/target_help.html"
    return render(request, template, context, status=422 if problems else 200)


def _tried(
    request: SignedInRequest, indicator: PlannedIndicator
) -> tuple[Bounds | None, tuple[Problem, ...]]:
    try:
        return read_target(request.GET.get("coba", ""), indicator), ()
    except RefusedError as refusal:
        return None, refusal.problems
