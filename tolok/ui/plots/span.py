"""Which stretch of numbers a plot shows, and where a number lies on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
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
    """Round ends with some air on both sides; `within` is what the unit allows.

    A quantity that is not negative is never shown with a scale that is.
    """
    if not numbers:
        return within or PERCENT
    lowest, highest = min(numbers), max(numbers)
    air = (highest - lowest) / 5 or abs(highest) / 10 or Decimal(1)
    step = Decimal(1).scaleb((air * 2).adjusted())
    start = (lowest - air) // step * step - (step if lowest < air else _ZERO)
    end = (highest + air) // step * step + step
    if lowest >= _ZERO:
        start = max(start, _ZERO)
    if within:
        start, end = max(start, within.start), min(end, within.end)
    return Span(start, end)


def percent(place: Decimal | None) -> str:
    """A place as SVG reads it: 76.6%."""
    return "" if place is None else f"{place:.1f}%"
