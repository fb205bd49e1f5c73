"""What a leader needs of a plan to decide on it: what is measured, from where to where, by what."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from tolok.core.achievement import Direction
from tolok.core.numbers import format_number, format_rupiah
from tolok.core.planning.content import MEASUREMENT_AREAS, Content, Indicator, Target
from tolok.core.planning.periods import year_target
from tolok.core.planning.told import target_words


@dataclass(frozen=True)
class Line:
    """One indicator in a line."""

    code: str
    name: str
    before: str  # its baseline, "82,76 %"; "belum ada"
    after: str  # its target at the year's end
    is_worse: bool  # the target asks for less than was reached already


@dataclass(frozen=True)
class Summary:
    """The plan on a phone's screen."""

    vision: str
    goals: int
    areas: tuple[str, ...]
    packages: int  # proposed for the areas
    by_measure: tuple[tuple[str, int], ...]  # measurement area -> indicators, the four first
    lines: tuple[Line, ...]
    actions: int
    budget: str  # "Rp1.500.000,00"; "tanpa anggaran khusus"


def summary_of(plan: Content) -> Summary:
    counted = Counter(one.measures for one in plan.indicators)
    others = sorted(set(counted) - set(MEASUREMENT_AREAS))
    return Summary(
        vision=plan.vision,
        goals=len(plan.goals),
        areas=tuple(one.name for one in plan.areas),
        packages=sum(len(one.packages) for one in plan.areas),
        by_measure=tuple((area, counted[area]) for area in (*MEASUREMENT_AREAS, *others)),
        lines=tuple(map(_line, plan.indicators)),
        actions=len(plan.actions),
        budget=_budget(plan),
    )


def _line(one: Indicator) -> Line:
    known = one.baseline.value
    before = f"{format_number(known, one.decimals)}\u00a0{one.unit}" if known is not None else ""
    target = year_target(one)
    after = target_words(target, one)
    return Line(one.code, one.name, before or "belum ada", after, _is_worse(one, target))


def _is_worse(one: Indicator, target: Target | None) -> bool:
    if target is None or one.baseline.value is None:
        return False
    match one.direction:
        case Direction.MAXIMISE:
            return target.high < one.baseline.value
        case Direction.MINIMISE:
            return target.low > one.baseline.value
    return False


def _budget(plan: Content) -> str:
    """Actions without money of their own count nothing, and are not zero."""
    given = [action.budget for _, action in plan.actions if action.budget is not None]
    return format_rupiah(sum(given, Decimal(0))) if given else "tanpa anggaran khusus"
