"""Indicators and actions of a plan as F3 prints them."""

from typing import Final

from tolok.core.achievement import Direction
from tolok.core.numbers import format_number
from tolok.core.planning.content import Action, Content, Indicator
from tolok.core.planning.periods import by_quarter, year_target
from tolok.core.planning.told import interval_words, owner_words, target_number, trimmed
from tolok.documents.f03_performance_plan import indicators as printed
from tolok.planning.papers.setting import baseline_value

DIRECTIONS: Final = {
    Direction.MAXIMISE: "Maksimalkan (makin tinggi makin baik)",
    Direction.MINIMISE: "Minimalkan (makin rendah makin baik)",
    Direction.RANGE: "Pertahankan dalam rentang",
}
NOT_YET: Final = "belum ditetapkan"


def printed_indicators(plan: Content) -> tuple[printed.Indicator, ...]:
    return tuple(_indicator(plan, one) for one in plan.indicators)


def _indicator(plan: Content, one: Indicator) -> printed.Indicator:
    goals = {goal.key: goal.text for goal in plan.goals}
    areas = {area.key: area.name for area in plan.areas}
    return printed.Indicator(
        code=one.code,
        name=one.name,
        goal=goals.get(one.goal, NOT_YET),
        area=areas.get(one.area, NOT_YET),
        field=one.measures,
        definition=one.definition or NOT_YET,
        kind=one.kind.capitalize(),
        formula=one.formula or NOT_YET,
        variables=tuple(
            printed.Variable(part.name, part.meaning, part.source or one.source)
            for part in one.variables
        ),
        unit=one.unit,
        direction=DIRECTIONS[Direction(one.direction)],
        source=one.source or NOT_YET,
        collection=one.collection or NOT_YET,
        monitoring=one.monitoring.capitalize(),
        reporting=one.reporting.capitalize(),
        consolidation=one.consolidation.capitalize(),
        baseline=baseline_value(one, brief=True),
        baseline_year=one.baseline.year or plan.year - 1,
        baseline_source=baseline_source(one),
        targets=tuple(map(target_number, by_quarter(one))),
        target=target_number(year_target(one)) or NOT_YET,
        responsible=owner_words(one.owner_person, one.owner_unit),
        thresholds=_thresholds(one),
        weight=None if one.weight is None else trimmed(one.weight),
        notes=one.notes,
    )


def baseline_source(one: Indicator) -> str:
    """A computed one names its data and how sure it is."""
    given = one.baseline
    if given.kind != "dihitung":
        return given.source or given.reason or "belum diisi"
    sure = interval_words(given, one.decimals)
    return "; ".join(filter(None, (f"dihitung dari data {given.snapshot[:12]}", sure)))


def _thresholds(one: Indicator) -> tuple[printed.Threshold, ...]:
    met, near = format_number(one.met), format_number(one.near)
    return (
        printed.Threshold("Tercapai", f"capaian ≥ {met} %"),
        printed.Threshold("Mendekati", f"capaian {near} % sampai dengan kurang dari {met} %"),
        printed.Threshold("Belum tercapai", f"capaian kurang dari {near} %"),
    )


def printed_actions(plan: Content) -> tuple[printed.Action, ...]:
    """Those with their days; F3 has no room for an action without."""
    return tuple(
        _action(one, action)
        for one, action in plan.actions
        if action.starts is not None and action.ends is not None
    )


def _action(indicator: Indicator, one: Action) -> printed.Action:
    if one.starts is None or one.ends is None:
        raise ValueError(f"action {one.key} has no days")
    return printed.Action(
        activity=one.activity or NOT_YET,
        indicator=indicator.code,
        output=one.output or NOT_YET,
        responsible=owner_words(one.owner_person, one.owner_unit),
        units=one.units,
        starts=one.starts,
        ends=one.ends,
        budget=one.budget,
        targets=one.milestones,
    )
