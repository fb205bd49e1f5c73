"""Which stretch of numbers a plot shows, and where a number lies on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

_ZERO: Final = Decimal(0)
_ALL: Final = Decimal(100)


@dataclass(frozen=True)
class Span:
    """From start to end, which is the larger."""

    start: Decimal
    end: Decimal

    def at(self, number: Decimal) -> Decimal:
        """Where a number lies, in percent of the width; what is outside sits on the edge."""
        share = _ALL * (number - self.start) / (self.end - self.start)
        return min(_ALL, max(_ZERO, share))


PERCENT: Final = Span(_ZERO, _ALL)
OF_TARGET: Final = Span(Decimal(50), Decimal(120))
"""For achievements, in percent of the target: they are capped at 120."""


def span_around(numbers: Sequence[Decimal], within: Span | None = None) -> Span:
    """Round ends with some air on both sides, and no air beyond zero or `within`.

    A number that lies beyond them itself (a negative saving) still has its place.
    """
    if not numbers:
        return within or PERCENT
    lowest, highest = min(numbers), max(numbers)
    air = (highest - lowest) / 5 or abs(highest) / 10 or Decimal(1)
    step = _round_step(air * 3)
    start = _multiple(lowest - air, step, ROUND_FLOOR)
    end = _multiple(highest + air, step, ROUND_CEILING)
    floor = _ZERO if within is None else within.start
    start = max(start, floor) if lowest >= floor else start
    if within and highest <= within.end:
        end = min(end, within.end)
    return Span(start, end)


def _round_step(size: Decimal) -> Decimal:
    """The largest of 1, 2, 5, 10, 20, 50 ... (or 0.5, 0.2 ...) that is not above a size."""
    power = Decimal(1).scaleb(size.adjusted())
    return max(step * power for step in (1, 2, 5) if step * power <= size)


def _multiple(number: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (number / step).to_integral_value(rounding) * step


def percent(place: Decimal | None) -> str:
    """A place as SVG reads it: 76.6%."""
    return "" if place is None else f"{place:.1f}%"
