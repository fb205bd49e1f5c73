"""The query behind the honest interval: what each row that is not settled may contribute.

Each uncertain field of a row stands at its lowest or its highest; every combination is a corner.
Rows alike are counted, so that thousands of them cost no more than a few.
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
    Every,
    Fact,
    Missing,
    Node,
    all_of,
    facts,
    with_facts,
)
from tolok.core.formula.shape import Aggregate
from tolok.core.formula.sql import Dialect, sql
from tolok.core.formula.totals import TABLE, group_key, select

MOST_UNCERTAIN: Final = 5  # fields of one indicator; with more the interval is not computed
_ANYTHING: Final[Mapping[FieldType, Decimal | str | date | bool]] = {
    FieldType.TEXT: "",
    FieldType.NUMBER: Decimal(0),
    FieldType.MONEY: Decimal(0),
    FieldType.DATE: date(2000, 1, 1),
    FieldType.YES_NO: True,
}
SETTLED, MISSING, DISPUTED = range(3)  # the state of a fact


@dataclass(frozen=True)
class CornersQuery:
    """One SELECT. Its columns: the keys; the state of each uncertain field; whether the row is
    used today and its amounts; the same for each corner, and whether a bound is unknown there;
    last, how many rows are alike.
    """

    text: str
    keys: int
    fields: tuple[Field, ...]
    aggregates: tuple[Aggregate, ...]
    corners: tuple[Corner, ...]


def uncertain_fields(measure: Measure) -> tuple[Field, ...]:
    nodes = [measure.speaks_of, measure.filter, *(one.of for one in measure.formula.aggregates)]
    found = (field for node in nodes if node is not None for field in facts(node))
    return tuple(dict.fromkeys(field for field in found if field.uncertain))


def corners_query(
    measure: Measure, dictionary: Dictionary, *, by: Sequence[str], dialect: Dialect
) -> CornersQuery:
    """The rows with an uncertain fact that may matter, and that lack no other fact."""
    fields = uncertain_fields(measure)
    sides = product(Side, repeat=len(fields))
    corners = tuple(tuple(zip(fields, ends, strict=True)) for ends in sides)
    columns = [group_key(name, measure.reference, dictionary, dialect) for name in by]
    columns += [_state(field, dialect) for field in fields]
    columns.append(_truth(measure.used, dialect))
    columns += [_amount(one, one.of, dialect) for one in measure.formula.aggregates]
    for corner in corners:
        columns += _at(measure, corner, dictionary, dialect)
    where = " AND ".join(_conditions(measure, corners, dictionary, dialect))
    text = select([*columns, "COUNT(*)"], TABLE, where=where, by=len(columns))
    return CornersQuery(text, len(by), fields, measure.formula.aggregates, corners)


def _at(
    measure: Measure, corner: Corner, dictionary: Dictionary, dialect: Dialect
) -> Iterator[str]:
    yield _truth(_met(measure, corner, dictionary), dialect)
    for one in measure.formula.aggregates:
        moved = None if one.of is None else at_corner(one.of, corner, dictionary)
        yield _amount(one, moved, dialect)
    yield _blind(measure, corner, dictionary, dialect)


def _blind(measure: Measure, corner: Corner, dictionary: Dictionary, dialect: Dialect) -> str:
    """An end is not known, and nothing else: with any value there the row would be complete."""
    ends = {field: at_corner(Fact(field), corner, dictionary) for field, _ in corner}
    unknown = " OR ".join(sql(Missing(end), dialect) for end in ends.values())
    guessed = {field: _guess(field, end) for field, end in ends.items()}
    plain = [present(Fact(field)) for field in ends]  # true with any guess
    complete = [
        sql(with_facts(need, lambda fact: guessed.get(fact.field, fact)), dialect)
        for need in measure.needs
        if _is_uncertain(need) and need not in plain
    ]
    return " AND ".join(f"({part})" for part in (unknown, *complete))


def _guess(field: Field, end: Node) -> Node:
    return Call("coalesce", (end, Constant(_ANYTHING[field.type], field.type)), field.type)


def _met(measure: Measure, corner: Corner, dictionary: Dictionary) -> Node | None:
    """Whether the row would count; what its amounts need is seen from the amounts themselves."""
    asked = all_of(*(part for part in _asked(measure) if _is_uncertain(part)))
    return None if asked is None else at_corner(asked, corner, dictionary)


def _asked(measure: Measure) -> tuple[Node, ...]:
    asked = all_of(measure.speaks_of, measure.filter)
    if asked is None:
        return ()
    return asked.parts if isinstance(asked, Every) else (asked,)


def _is_uncertain(node: Node) -> bool:
    return any(field.uncertain for field in facts(node))


def _conditions(
    measure: Measure, corners: Sequence[Corner], dictionary: Dictionary, dialect: Dialect
) -> Iterator[str]:
    certain = (part for part in (*_asked(measure), *measure.needs) if not _is_uncertain(part))
    for part in (measure.place, measure.included, *certain):
        if part is not None:
            yield f"({sql(part, dialect)})"
    states = [f"{_state(field, dialect)} > {SETTLED}" for field, _ in corners[0]]
    yield f"({' OR '.join(states)})"
    met = [_truth(_met(measure, corner, dictionary), dialect) for corner in corners]
    possible = [f"COALESCE({one}, TRUE)" for one in dict.fromkeys(met)]
    yield f"({' OR '.join([*possible, f'COALESCE({_truth(measure.used, dialect)}, FALSE)'])})"


def _state(field: Field, dialect: Dialect) -> str:
    low, high = (sql(Fact(disputed(field, side)), dialect) for side in Side)
    return (
        f"CASE WHEN {low} IS NOT NULL OR {high} IS NOT NULL THEN {DISPUTED} "
        f"WHEN {sql(Fact(field), dialect)} IS NULL THEN {MISSING} ELSE {SETTLED} END"
    )


def _truth(condition: Node | None, dialect: Dialect) -> str:
    return "TRUE" if condition is None else f"({sql(condition, dialect)})"


def _amount(aggregate: Aggregate, value: Node | None, dialect: Dialect) -> str:
    """What the row adds to a sum or a count; NULL when that is not known."""
    if value is None:
        return "1"
    text = sql(value, dialect)
    if aggregate.how != "count":
        return text
    return f"CASE WHEN {text} THEN 1 WHEN NOT ({text}) THEN 0 END"
