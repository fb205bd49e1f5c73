"""The facts of a row that is not settled, each uncertain one at an end of what it may be.

With two uncertain fields there are four corners: both at their lowest, one at each, both at their
highest. This module writes what a row is at each corner; `cases.py` makes the query of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Final

from tolok.core.formula.bounds import Corner, Side, at_corner, disputed
from tolok.core.formula.dictionary import Dictionary, Field, FieldType
from tolok.core.formula.knowledge import present
from tolok.core.formula.measure import Measure
from tolok.core.formula.nodes import (
    Call,
    Constant,
    Fact,
    Missing,
    Node,
    all_of,
    conjuncts,
    facts,
    with_facts,
)
from tolok.core.formula.shape import Aggregate
from tolok.core.formula.sql import Dialect, sql

SETTLED, MISSING, DISPUTED = range(3)  # the state of a fact
_ANYTHING: Final[Mapping[FieldType, Decimal | str | date | bool]] = {
    FieldType.TEXT: "",
    FieldType.NUMBER: Decimal(0),
    FieldType.MONEY: Decimal(0),
    FieldType.DATE: date(2000, 1, 1),
    FieldType.YES_NO: True,
}


@dataclass(frozen=True)
class AtCorner:
    """SQL of a row at one corner."""

    met: str  # whether it would count; what its amounts need is seen from the amounts
    amounts: tuple[str, ...]  # what it would add to each sum; NULL when a fact is missing
    blind: str  # the end of an uncertain fact is not known, and nothing else is missing


@dataclass(frozen=True)
class Corners:
    """All corners of a measure's rows in one dialect."""

    measure: Measure
    dictionary: Dictionary
    dialect: Dialect

    @property
    def fields(self) -> tuple[Field, ...]:
        return uncertain_fields(self.measure)

    def each(self) -> list[AtCorner]:
        """In the order of binary numbers, the first field being the highest digit."""
        sides = product(Side, repeat=len(self.fields))
        return [self._at(tuple(zip(self.fields, ends, strict=True))) for ends in sides]

    def states(self) -> list[str]:
        """Of each uncertain field: settled, missing or disputed."""
        return [_state(field, self.dialect) for field in self.fields]

    def conditions(self) -> Iterator[str]:
        """The rows with an uncertain fact that are certain to fail nothing else."""
        asked = (*_asked(self.measure), *self.measure.needs)
        certain = (part for part in asked if not is_uncertain(part))
        for part in (self.measure.place, self.measure.included, *certain):
            if part is not None:
                yield f"({sql(part, self.dialect)})"
        yield f"({' OR '.join(f'{state} > {SETTLED}' for state in self.states())})"

    def _at(self, corner: Corner) -> AtCorner:
        amounts = (
            amount(one, one.of and at_corner(one.of, corner, self.dictionary), self.dialect)
            for one in self.measure.formula.aggregates
        )
        asked = all_of(*(part for part in _asked(self.measure) if is_uncertain(part)))
        met = asked and at_corner(asked, corner, self.dictionary)
        return AtCorner(truth(met, self.dialect), tuple(amounts), self._blind(corner))

    def _blind(self, corner: Corner) -> str:
        """With any value at the unknown ends the row would be complete."""
        ends = {field: at_corner(Fact(field), corner, self.dictionary) for field, _ in corner}
        guessed = {field: _guess(field, end) for field, end in ends.items()}
        plain = [present(Fact(field)) for field in ends]  # true with any guess
        complete = [
            sql(with_facts(need, lambda fact: guessed.get(fact.field, fact)), self.dialect)
            for need in self.measure.needs
            if is_uncertain(need) and need not in plain
        ]
        unknown = " OR ".join(sql(Missing(end), self.dialect) for end in ends.values())
        return " AND ".join(f"({part})" for part in (unknown, *complete))


def uncertain_fields(measure: Measure) -> tuple[Field, ...]:
    """The uncertain facts its rows are chosen by or made of."""
    nodes = [measure.speaks_of, measure.filter, *(one.of for one in measure.formula.aggregates)]
    found = (field for node in nodes if node is not None for field in facts(node))
    return tuple(dict.fromkeys(field for field in found if field.uncertain))


def asks_uncertain(measure: Measure) -> bool:
    """Whether a row counts may itself be uncertain."""
    return any(is_uncertain(part) for part in _asked(measure))


def is_uncertain(node: Node | None) -> bool:
    return node is not None and any(field.uncertain for field in facts(node))


def amount(aggregate: Aggregate, value: Node | None, dialect: Dialect) -> str:
    """What the row adds to a sum or a count; NULL when that is not known."""
    if value is None:
        return "1"
    text = sql(value, dialect)
    if aggregate.how != "count":
        return text
    return f"CASE WHEN {text} THEN 1 WHEN NOT ({text}) THEN 0 END"


def truth(condition: Node | None, dialect: Dialect) -> str:
    return "TRUE" if condition is None else f"({sql(condition, dialect)})"


def _asked(measure: Measure) -> Sequence[Node]:
    return conjuncts(all_of(measure.speaks_of, measure.filter))


def _state(field: Field, dialect: Dialect) -> str:
    low, high = (sql(Fact(disputed(field, side)), dialect) for side in Side)
    return (
        f"CASE WHEN {low} IS NOT NULL OR {high} IS NOT NULL THEN {DISPUTED} "
        f"WHEN {sql(Fact(field), dialect)} IS NULL THEN {MISSING} ELSE {SETTLED} END"
    )


def _guess(field: Field, end: Node) -> Node:
    return Call("coalesce", (end, Constant(_ANYTHING[field.type], field.type)), field.type)
