"""The shape of a value: a factor times one numerator over one denominator, both sums of rows.

Only this shape can be explained row by row, adds up over periods, and has an honest interval.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal, TypeAlias

from tolok.core.formula import refusals
from tolok.core.formula.dictionary import FieldType
from tolok.core.formula.nodes import Node
from tolok.core.problem import RefusedError


@dataclass(frozen=True)
class Aggregate:
    """A sum over the rows used: of an amount, of the rows that meet a condition, or distinct."""

    how: Literal["sum", "count", "distinct"]
    of: Node | None  # count: the condition, None for all rows

    @property
    def kind(self) -> FieldType:
        is_money = self.how == "sum" and self.of is not None and self.of.kind is FieldType.MONEY
        return FieldType.MONEY if is_money else FieldType.NUMBER


Terms: TypeAlias = tuple[tuple[Aggregate, Decimal], ...]  # each with its plain number


@dataclass(frozen=True)
class Ratio:
    """Factor times numerator over denominator; without a denominator it is a plain sum."""

    factor: Fraction
    numerator: Terms
    denominator: Terms | None = None

    def aggregates(self) -> tuple[Aggregate, ...]:
        terms = (*self.numerator, *(self.denominator or ()))
        return tuple(dict.fromkeys(aggregate for aggregate, _ in terms))

    def kinds(self) -> Iterator[FieldType]:
        for aggregate, _ in self.numerator:
            yield aggregate.kind


Shape: TypeAlias = Fraction | Ratio


def added(left: Shape, right: Shape, piece: str) -> Shape:
    match left, right:
        case Fraction(), Fraction():
            return left + right
        case Fraction(), Ratio(denominator=tuple() as below):
            return _summed(Ratio(left, below, below), right, piece)
        case Ratio(denominator=tuple() as below), Fraction():
            return _summed(left, Ratio(right, below, below), piece)
        case Ratio(), Ratio() if left.denominator == right.denominator:
            return _summed(left, right, piece)
    raise RefusedError(refusals.not_a_ratio(piece))


def multiplied(left: Shape, right: Shape, piece: str) -> Shape:
    match left, right:
        case Fraction(), Fraction():
            return left * right
        case Fraction(), Ratio():
            return Ratio(left * right.factor, right.numerator, right.denominator)
        case Ratio(), Fraction():
            return Ratio(left.factor * right, left.numerator, left.denominator)
    raise RefusedError(refusals.not_a_ratio(piece))


def divided(left: Shape, right: Shape, piece: str) -> Shape:
    match left, right:
        case _, Fraction() if right == 0:
            raise RefusedError(refusals.division_inside(piece))
        case _, Fraction():
            return multiplied(left, 1 / right, piece)
        case Ratio(denominator=None), Ratio(denominator=None) if right.numerator and right.factor:
            return Ratio(left.factor / right.factor, left.numerator, right.numerator)
    raise RefusedError(refusals.not_a_ratio(piece))


def _summed(left: Ratio, right: Ratio, piece: str) -> Ratio:
    """Both over the same denominator; equal factors stay outside, others go into the terms."""
    if len({*left.kinds(), *right.kinds()}) > 1:
        raise RefusedError(refusals.sums_of_unlike(piece))
    if left.factor == right.factor:
        factor = left.factor
    else:
        factor = Fraction(1, lcm(left.factor.denominator, right.factor.denominator))
    sums: dict[Aggregate, Decimal] = {}
    for side in (left, right):
        times = Decimal(1) if side.factor == factor else Decimal(int(side.factor / factor))
        for aggregate, number in side.numerator:
            sums[aggregate] = sums.get(aggregate, Decimal(0)) + times * number
    terms = tuple((aggregate, number) for aggregate, number in sums.items() if number)
    return Ratio(factor, terms, left.denominator)
