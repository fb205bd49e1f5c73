"""Reading `sum`, `count` and `avg`: what they take becomes a sum over rows."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sqlglot import exp

from tolok.core.formula import refusals
from tolok.core.formula.dictionary import Dictionary, FieldType
from tolok.core.formula.nodes import Choice, Constant, Missing, Node, Not
from tolok.core.formula.rows import only_known_details, piece, read_choice, read_condition, read_row
from tolok.core.formula.shape import Aggregate, Ratio, Shape, divided
from tolok.core.problem import RefusedError

AGGREGATES: Final = (exp.Sum, exp.Count, exp.Avg)


def read_aggregate(parsed: exp.Expr, dictionary: Dictionary) -> Shape:
    """One of `AGGREGATES`, checked."""
    return _READERS[type(parsed)](parsed, dictionary)


def _sum(parsed: exp.Expr, dictionary: Dictionary) -> Ratio:
    only_known_details(parsed)
    node = _amount(parsed.this, dictionary)
    if node.kind not in (FieldType.MONEY, FieldType.NUMBER):
        raise RefusedError(refusals.wrong_arguments(piece(parsed), _USAGE[type(parsed)]))
    return _alone(Aggregate("sum", node))


def _amount(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    """What is summed; `case when` without `else` adds nothing where no condition holds."""
    if isinstance(parsed, exp.Case) and _no_else(parsed):
        only_known_details(parsed)
        return read_choice(parsed, Constant(Decimal(0), FieldType.NUMBER), dictionary)
    return read_row(parsed, dictionary)


def _count(parsed: exp.Expr, dictionary: Dictionary) -> Ratio:
    counted = parsed.this
    if isinstance(counted, exp.Star) and not parsed.expressions:
        return _alone(Aggregate("count", None))
    if isinstance(counted, exp.Distinct):
        only_known_details(counted)
        if len(counted.expressions) == 1 and not parsed.expressions:
            return _alone(Aggregate("distinct", read_row(counted.expressions[0], dictionary)))
    only_known_details(parsed)
    return _alone(Aggregate("count", _counted(counted, dictionary)))


def _counted(parsed: exp.Expr, dictionary: Dictionary) -> Node | None:
    """The condition under which a row counts; None when every row does."""
    if isinstance(parsed, exp.Case):
        return _counted_choice(parsed, dictionary)
    node = read_row(parsed, dictionary)
    return None if isinstance(node, Constant) else Not(Missing(node))


def _counted_choice(parsed: exp.Case, dictionary: Dictionary) -> Node:
    """F-22: count() counts every value, so an `else` would count all rows."""
    if not _no_else(parsed):
        raise RefusedError(refusals.else_in_count(piece(parsed)))
    only_known_details(parsed)
    branches = parsed.args["ifs"]
    conditions = [read_condition(branch.this, dictionary) for branch in branches]
    values = [read_row(branch.args["true"], dictionary) for branch in branches]
    counts = [
        Constant(True, FieldType.YES_NO) if isinstance(value, Constant) else Not(Missing(value))
        for value in values
    ]
    if len(conditions) == 1 and isinstance(counts[0], Constant):
        return conditions[0]
    never = Constant(False, FieldType.YES_NO)
    return Choice(tuple(zip(conditions, counts, strict=True)), never, FieldType.YES_NO)


def _average(parsed: exp.Expr, dictionary: Dictionary) -> Shape:
    """avg(x) is sum(x) over the rows that have x."""
    above = _sum(parsed, dictionary)
    counted = parsed.this
    condition = (
        _counted_choice(counted, dictionary)
        if isinstance(counted, exp.Case) and _no_else(counted)
        else None
    )
    return divided(above, _alone(Aggregate("count", condition)), piece(parsed))


def _no_else(parsed: exp.Case) -> bool:
    return isinstance(parsed.args.get("default"), exp.Null | None)


def _alone(aggregate: Aggregate) -> Ratio:
    return Ratio(Fraction(1), ((aggregate, Decimal(1)),))


_READERS: Final[Mapping[type[exp.Expr], Callable[[exp.Expr, Dictionary], Shape]]] = {
    exp.Sum: _sum,
    exp.Count: _count,
    exp.Avg: _average,
}
_USAGE: Final[Mapping[type[exp.Expr], str]] = {
    exp.Sum: "sum(angka atau uang)",
    exp.Avg: "avg(angka atau uang)",
}
