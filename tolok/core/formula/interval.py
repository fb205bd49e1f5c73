"""The honest interval: between which values a ratio lies while some rows are not settled.

A row that is not settled offers a few contributions (numerator, denominator), one of which is
true. The lowest and the highest ratio over all choices are found by Dinkelbach's iteration, in
whole numbers, so the bounds are exact and no choice lies outside them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Contribution: TypeAlias = tuple[int, int]  # to the numerator, to the denominator


@dataclass(frozen=True)
class Unsettled:
    """Rows alike: each of `count` rows makes one of these contributions."""

    options: tuple[Contribution, ...]
    count: int


class UnboundedError(Exception):
    """Some choice makes the denominator zero or negative: the ratio has no bound."""


def interval(
    least: Contribution, most: Contribution, unsettled: Sequence[Unsettled]
) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest ratio; None when no choice has a denominator at all.

    `least` and `most` are the sums of all rows with a denominator of their own, at their least
    and at their greatest numerators; `unsettled` are the others.
    """
    highest = _highest(most, unsettled)
    mirrored = [
        Unsettled(tuple((-above, below) for above, below in one.options), one.count)
        for one in unsettled
    ]
    lowest = _highest((-least[0], least[1]), mirrored)
    return None if highest is None or lowest is None else (-lowest, highest)


def sum_interval(
    least: int, most: int, unsettled: Iterable[Unsettled]
) -> tuple[Fraction, Fraction]:
    """The same for a plain sum, which has no denominator."""
    for one in unsettled:
        amounts = [above for above, _ in one.options]
        least += one.count * min(amounts)
        most += one.count * max(amounts)
    return Fraction(least), Fraction(most)


def _highest(settled: Contribution, unsettled: Sequence[Unsettled]) -> Fraction | None:
    """Raise the ratio until no choice gains on it: each step picks the best choice for it."""
    least = settled[1] + sum(
        one.count * min(below for _, below in one.options) for one in unsettled
    )
    if least < 0:
        raise UnboundedError
    above, below = _best(settled, unsettled, Fraction(0), weigh_above=0)
    if below == 0:
        return None
    ratio = Fraction(above, below)
    while True:
        above, below = _best(settled, unsettled, ratio)
        if above == ratio * below:
            return ratio
        if below == 0:
            raise UnboundedError
        ratio = Fraction(above, below)


def _best(
    settled: Contribution,
    unsettled: Sequence[Unsettled],
    ratio: Fraction,
    *,
    weigh_above: int = 1,
) -> Contribution:
    """The choice that gains most on the ratio; among equals the larger denominator."""
    times, per = ratio.denominator * weigh_above, ratio.numerator
    above, below = settled
    for one in unsettled:
        best = max(one.options, key=lambda option: (option[0] * times - option[1] * per, option[1]))
        above += one.count * best[0]
        below += one.count * best[1]
    return above, below
