"""Help with targets: the course of the past, what it suggests, and how often a target was met.

Nothing official says how to set a target (domain rules 4): the proposals are ours, and each
page says how they came about. A period without a value is named, never taken for zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.core.achievement import Direction, Target
from tolok.core.numbers import round_half_up

FEWEST: Final = 3  # values; from fewer no spread is told
_HALF: Final = Decimal(1) / 2
_QUARTER: Final = Decimal(1) / 4


@dataclass(frozen=True)
class Past:
    """One period's value, or why there is none."""

    period: str  # "TW I 2024"
    value: Decimal | None
    reason: str = ""


@dataclass(frozen=True)
class Spread:
    """Where values lie: the middle one, and the bounds of the middle half."""

    count: int
    lowest: Decimal
    lower: Decimal  # a quarter lie below
    median: Decimal
    upper: Decimal  # a quarter lie above
    highest: Decimal


@dataclass(frozen=True)
class Proposals:
    """Two targets to choose from; a range where the indicator is to be kept in one."""

    safe: Target  # reached by half of the periods
    stretch: Target  # reached by the best quarter of them


def known(past: Sequence[Past]) -> tuple[Decimal, ...]:
    return tuple(one.value for one in past if one.value is not None)


def spread(values: Sequence[Decimal]) -> Spread | None:
    """None for fewer than three values: they show no spread."""
    if len(values) < FEWEST:
        return None
    ordered = sorted(values)
    return Spread(
        count=len(ordered),
        lowest=ordered[0],
        lower=_at(ordered, _QUARTER),
        median=_at(ordered, _HALF),
        upper=_at(ordered, 1 - _QUARTER),
        highest=ordered[-1],
    )


def _at(ordered: Sequence[Decimal], share: Decimal) -> Decimal:
    """Between two values in proportion, as spreadsheets do (QUARTILE.INC)."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def proposals(past: Sequence[Past], direction: Direction, *, places: int = 2) -> Proposals | None:
    """Safe: the middle of the past. Stretch: its better quarter. None while too little is known.

    Of an indicator to be kept in a range the safe target is all that was seen, the stretching
    one the middle half.
    """
    seen = spread(known(past))
    if seen is None:
        return None
    low, lower, median, upper, high = (
        round_half_up(value, places)
        for value in (seen.lowest, seen.lower, seen.median, seen.upper, seen.highest)
    )
    if direction is Direction.RANGE:
        return Proposals(Target(low, high), Target(lower, upper))
    better = lower if direction is Direction.MINIMISE else upper
    return Proposals(Target.of(median), Target.of(better))


def is_met(value: Decimal, target: Target, direction: Direction) -> bool:
    """Equal is met."""
    match direction:
        case Direction.MAXIMISE:
            return value >= target.low
        case Direction.MINIMISE:
            return value <= target.high
    return target.low <= value <= target.high


def how_often_met(
    past: Sequence[Past], target: Target, direction: Direction, *, unit: str = "triwulan"
) -> str:
    """ "Target ini tercapai pada 5 dari 8 triwulan terakhir", with the periods not known."""
    values = known(past)
    if not values:
        return f"Belum ada {unit} sebelumnya yang dapat dibandingkan dengan target ini."
    met = sum(is_met(value, target, direction) for value in values)
    told = f"Target ini tercapai pada {met} dari {len(values)} {unit} terakhir"
    missing = [one.period for one in past if one.value is None]
    return f"{told}; tanpa nilai: {', '.join(missing)}." if missing else f"{told}."
