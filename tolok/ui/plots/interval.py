"""A value in the interval it may truly lie in, against its target."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.ui.plots.span import Span, percent

_ZERO: Final = Decimal(0)
_ALL: Final = Decimal(100)
_THINNEST: Final = Decimal("1.2")  # an interval of one number is still seen


@dataclass(frozen=True)
class Reading:
    """What is known of one indicator. None: not known, and not drawn."""

    value: Decimal | None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    target: Decimal | None = None
    baseline: Decimal | None = None
    higher_is_better: bool = True

    @property
    def numbers(self) -> list[Decimal]:
        every = (self.value, self.lowest, self.highest, self.target, self.baseline)
        return [number for number in every if number is not None]


@dataclass(frozen=True)
class Interval:
    """For ui/interval.html. An empty text is not drawn."""

    value: str
    low: str
    width: str
    target: str
    baseline: str
    good: str  # where the good side of the target begins
    good_width: str


def interval(reading: Reading, span: Span) -> Interval:
    low, high = _place(reading.lowest, span), _place(reading.highest, span)
    target = _place(reading.target, span)
    good, until = (target, _ALL) if reading.higher_is_better else (_ZERO, target)
    return Interval(
        value=percent(_place(reading.value, span)),
        low=percent(low),
        width=_width(low, high, _THINNEST),
        target=percent(target),
        baseline=percent(_place(reading.baseline, span)),
        good="" if target is None else percent(good),
        good_width=_width(good, until, _ZERO),
    )


def _place(number: Decimal | None, span: Span) -> Decimal | None:
    return None if number is None else span.at(number)


def _width(start: Decimal | None, end: Decimal | None, least: Decimal) -> str:
    return "" if start is None or end is None else percent(max(end - start, least))
