"""Reading a whole formula or a filter: the entrance of this folder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, TypeAlias

from sqlglot import exp

from tolok.core.formula import refusals
from tolok.core.formula.aggregates import AGGREGATES, read_aggregate
from tolok.core.formula.dictionary import Dictionary, Field
from tolok.core.formula.gate import parse
from tolok.core.formula.nodes import Constant, Node, facts
from tolok.core.formula.quotient import EXACT
from tolok.core.formula.rows import only_known_details, piece, read_condition, read_row
from tolok.core.formula.shape import (
    Aggregate,
    Ratio,
    Shape,
    Terms,
    added,
    divided,
    multiplied,
)
from tolok.core.problem import Problem, RefusedError

Term: TypeAlias = tuple[int, Decimal]  # place of an aggregate, and its plain number


@dataclass(frozen=True)
class Formula:
    """A checked formula: its text as written, and the ratio it stands for."""

    text: str
    ratio: Ratio

    @property
    def factor(self) -> Fraction:
        return self.ratio.factor

    @property
    def numerator(self) -> Terms:
        return self.ratio.numerator

    @property
    def denominator(self) -> Terms | None:
        return self.ratio.denominator

    @cached_property
    def aggregates(self) -> tuple[Aggregate, ...]:
        return self.ratio.aggregates()

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The facts it needs of a row, in reading order."""
        nodes = (aggregate.of for aggregate in self.aggregates if aggregate.of is not None)
        return tuple(dict.fromkeys(field for node in nodes for field in facts(node)))

    def sums(self, amounts: Sequence[Decimal]) -> tuple[Decimal, Decimal | None]:
        """Numerator and denominator, without the factor, of amounts in the order of aggregates."""
        above, below = self._terms
        return _combined(above, amounts), None if below is None else _combined(below, amounts)

    @cached_property
    def _terms(self) -> tuple[tuple[Term, ...], tuple[Term, ...] | None]:
        places = {one: place for place, one in enumerate(self.aggregates)}
        above, below = (
            None if terms is None else tuple((places[one], number) for one, number in terms)
            for terms in (self.numerator, self.denominator)
        )
        return above or (), below


def _combined(terms: Iterable[Term], amounts: Sequence[Decimal]) -> Decimal:
    total = Decimal(0)
    for place, number in terms:
        total = EXACT.fma(number, amounts[place], total)
    return total


@dataclass(frozen=True)
class Filter:
    """Which rows count: a checked condition and its text as written."""

    text: str
    condition: Node

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        return tuple(dict.fromkeys(facts(self.condition)))


def read_formula(text: str, dictionary: Dictionary) -> Formula | tuple[Problem, ...]:
    """The formula, or why it is refused (F-01 …)."""
    try:
        parsed = parse(text)
        _all_fields_known(parsed, dictionary)
        shape = _read(parsed, dictionary)
        if not isinstance(shape, Ratio):
            raise RefusedError(refusals.outside_aggregate(piece(parsed)))
    except RefusedError as refused:
        return refused.problems
    return Formula(text.strip(), shape)


def read_filter(text: str, dictionary: Dictionary) -> Filter | tuple[Problem, ...]:
    """The filter, or why it is refused."""
    try:
        parsed = parse(text)
        _all_fields_known(parsed, dictionary)
        return Filter(text.strip(), read_condition(parsed, dictionary))
    except RefusedError as refused:
        return refused.problems


def read_value(text: str, dictionary: Dictionary) -> Node | tuple[Problem, ...]:
    """A row expression, such as the bounds of a missing fact in the data dictionary."""
    try:
        return read_row(parse(text), dictionary)
    except RefusedError as refused:
        return refused.problems


def _all_fields_known(parsed: exp.Expr, dictionary: Dictionary) -> None:
    """F-09: all mistyped names are told at once."""
    names = dict.fromkeys(str(column.name).lower() for column in parsed.find_all(exp.Column))
    unknown = [name for name in names if name and dictionary.get(name) is None]
    if unknown:
        raise RefusedError(
            *(refusals.unknown_field(name, dictionary.nearest(name)) for name in unknown)
        )


def _read(parsed: exp.Expr, dictionary: Dictionary) -> Shape:
    if isinstance(parsed, AGGREGATES):
        return read_aggregate(parsed, dictionary)
    if isinstance(parsed, (*_SIGNS, exp.Paren, exp.Neg, exp.Literal)):
        only_known_details(parsed)
    match parsed:
        case exp.Paren():
            return _read(parsed.this, dictionary)
        case exp.Neg():
            return multiplied(Fraction(-1), _read(parsed.this, dictionary), piece(parsed))
        case exp.Add() | exp.Sub() | exp.Mul() | exp.Div():
            left, right = _read(parsed.this, dictionary), _read(parsed.expression, dictionary)
            return _SIGNS[type(parsed)](left, right, piece(parsed))
    node = read_row(parsed, dictionary)
    if isinstance(node, Constant) and isinstance(node.value, Decimal):
        return Fraction(node.value)
    raise RefusedError(refusals.outside_aggregate(piece(parsed)))


def _subtracted(left: Shape, right: Shape, text: str) -> Shape:
    return added(left, multiplied(Fraction(-1), right, text), text)


_SIGNS: Final[Mapping[type[exp.Expr], Callable[[Shape, Shape, str], Shape]]] = {
    exp.Add: added,
    exp.Sub: _subtracted,
    exp.Mul: multiplied,
    exp.Div: divided,
}
