"""Reading a row expression: the parser's tree becomes our own nodes, or is refused.

This is the allow-list: a kind of node that is not in `_READERS`, or a detail of one that is not
in `_DETAILS`, never gets further.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from sqlglot import exp

from tolok.core.formula import refusals
from tolok.core.formula.agreement import (
    agree,
    among_choices,
    folded,
    number,
    precise_enough,
    read_date,
)
from tolok.core.formula.dictionary import Dictionary, FieldType
from tolok.core.formula.functions import call
from tolok.core.formula.nodes import (
    Among,
    Arithmetic,
    ArithmeticSign,
    Choice,
    Comparison,
    ComparisonSign,
    Constant,
    Every,
    Fact,
    Missing,
    Node,
    Not,
    Some,
    children,
)
from tolok.core.problem import Problem, RefusedError

Reader = Callable[[exp.Expr, Dictionary], Node]


def read_row(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    """The checked row expression, or `RefusedError`."""
    reader = _READERS.get(type(parsed))
    if reader is None:
        raise RefusedError(_unknown(parsed))
    only_known_details(parsed)
    return reader(parsed, dictionary)


def read_condition(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    """F-20: true or false for a row."""
    node = read_row(parsed, dictionary)
    if node.kind is not FieldType.YES_NO:
        raise RefusedError(refusals.not_yes_no(piece(parsed)))
    return node


def only_known_details(parsed: exp.Expr) -> None:
    """F-07: what the parser noticed beside the parts we read (an OVER, an alias, quotes …)."""
    known = _DETAILS.get(type(parsed), {"this", "expression"})
    if any(value for key, value in parsed.args.items() if key not in known):
        raise RefusedError(refusals.not_in_language(piece(parsed)))


def piece(parsed: exp.Expr) -> str:
    """The offending part as the writer will recognise it."""
    return parsed.sql(normalize_functions="lower")


def _unknown(parsed: exp.Expr) -> Problem:
    """F-07, F-08, F-15: what kind of not allowed."""
    if isinstance(parsed, (exp.Sum, exp.Count, exp.Avg)):
        return refusals.misplaced_aggregate(piece(parsed))
    if isinstance(parsed, exp.Func):
        name = parsed.sql_name().lower()
        return refusals.unknown_function(name, _INSTEAD.get(name))
    return refusals.not_in_language(piece(parsed))


def _fact(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    identifier = parsed.this
    if not isinstance(identifier, exp.Identifier) or identifier.args.get("quoted"):
        raise RefusedError(refusals.not_in_language(piece(parsed)))
    name = str(identifier.this).lower()
    field = dictionary.get(name)
    if field is None:
        raise RefusedError(refusals.unknown_field(name, dictionary.nearest(name)))
    return Fact(field)


def _literal(parsed: exp.Expr, _dictionary: Dictionary) -> Node:
    text = str(parsed.this)
    return Constant(text, FieldType.TEXT) if parsed.args.get("is_string") else number(text)


def _boolean(parsed: exp.Expr, _dictionary: Dictionary) -> Node:
    return Constant(bool(parsed.this), FieldType.YES_NO)


def _date_literal(parsed: exp.Expr, _dictionary: Dictionary) -> Node:
    literal = parsed.this
    if parsed.args["to"].sql() != "DATE" or not isinstance(literal, exp.Literal):
        raise RefusedError(refusals.not_in_language(piece(parsed)))
    return read_date(str(literal.this))


def _paren(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    return read_row(parsed.this, dictionary)


def _arithmetic(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    sign = _ARITHMETIC[type(parsed)]
    left, right = _sides(parsed, dictionary)
    return _calculation(piece(parsed), sign, left, right)


def _calculation(text: str, sign: ArithmeticSign, left: Node, right: Node) -> Node:
    match left, right:
        case Constant(Decimal() as one), Constant(Decimal() as other):
            return folded(text, _compute(sign, one, other))
    kinds = (left.kind, right.kind)
    if not set(kinds) <= {FieldType.NUMBER, FieldType.MONEY}:
        raise RefusedError(refusals.kinds_differ(text, kinds))
    if sign != "*":
        (left, right), kind = agree(text, left, right)
        return Arithmetic(sign, left, right, kind)
    if kinds == (FieldType.MONEY, FieldType.MONEY):
        raise RefusedError(refusals.kinds_differ(text, kinds))
    kind = FieldType.MONEY if FieldType.MONEY in kinds else FieldType.NUMBER
    return precise_enough(text, Arithmetic(sign, left, right, kind))


def _compute(sign: ArithmeticSign, left: Decimal, right: Decimal) -> Decimal:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right


def _negative(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    return _calculation(
        piece(parsed),
        "*",
        Constant(Decimal(-1), FieldType.NUMBER),
        read_row(parsed.this, dictionary),
    )


def _division(parsed: exp.Expr, _dictionary: Dictionary) -> Node:
    raise RefusedError(refusals.division_inside(piece(parsed)))


def _comparison(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    sign = _COMPARISONS[type(parsed)]
    (left, right), kind = agree(piece(parsed), *_sides(parsed, dictionary))
    among_choices(left, [right])
    among_choices(right, [left])
    if kind in _UNORDERED and sign not in ("=", "<>"):
        raise RefusedError(refusals.kinds_differ(piece(parsed), (kind, kind)))
    return Comparison(sign, left, right)


def _between(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    ends = (read_row(parsed.args[key], dictionary) for key in ("this", "low", "high"))
    (of, low, high), kind = agree(piece(parsed), *ends)
    if kind in _UNORDERED:
        raise RefusedError(refusals.kinds_differ(piece(parsed), (kind, kind)))
    return Every((Comparison(">=", of, low), Comparison("<=", of, high)))


def _among(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    listed = [read_row(one, dictionary) for one in parsed.expressions]
    if not listed or not all(isinstance(one, Constant) for one in listed):
        raise RefusedError(refusals.not_in_language(piece(parsed)))
    (of, *choices), _ = agree(piece(parsed), read_row(parsed.this, dictionary), *listed)
    among_choices(of, choices)
    return Among(of, tuple(one for one in choices if isinstance(one, Constant)))


def _missing(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    if not isinstance(parsed.expression, exp.Null):
        raise RefusedError(refusals.not_in_language(piece(parsed)))
    return Missing(read_row(parsed.this, dictionary))


def _logic(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    kind = Every if isinstance(parsed, exp.And) else Some
    sides = (read_condition(parsed.args[key], dictionary) for key in ("this", "expression"))
    flat = (part for side in sides for part in (children(side) if type(side) is kind else (side,)))
    return kind(tuple(flat))


def _not(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    return Not(read_condition(parsed.this, dictionary))


def _choice(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    otherwise = parsed.args.get("default")
    if otherwise is None or isinstance(otherwise, exp.Null):
        raise RefusedError(refusals.unfinished_choice(piece(parsed)))
    return read_choice(parsed, read_row(otherwise, dictionary), dictionary)


def read_choice(parsed: exp.Expr, otherwise: Node, dictionary: Dictionary) -> Choice:
    """A `case when` with the `else` its place gives it."""
    branches = parsed.args["ifs"]
    conditions = [read_condition(branch.this, dictionary) for branch in branches]
    values = [read_row(branch.args["true"], dictionary) for branch in branches]
    (*agreed, rest), kind = agree(piece(parsed), *values, otherwise)
    return Choice(tuple(zip(conditions, agreed, strict=True)), rest, kind)


def _function(parsed: exp.Expr, dictionary: Dictionary) -> Node:
    first = [parsed.this] if isinstance(parsed.this, exp.Expr) else []
    name = parsed.this if isinstance(parsed, exp.Anonymous) else parsed.key
    arguments = tuple(read_row(one, dictionary) for one in [*first, *parsed.expressions])
    return call(str(name).lower(), arguments, piece(parsed))


def _sides(parsed: exp.Expr, dictionary: Dictionary) -> tuple[Node, Node]:
    return read_row(parsed.this, dictionary), read_row(parsed.expression, dictionary)


_INSTEAD: Final = {
    "max": "greatest",
    "min": "least",
    "year": "tahun",
    "month": "bulan",
    "quarter": "triwulan",
    "date_diff": "hari",
    "datediff": "hari",
}
_UNORDERED: Final = {FieldType.TEXT, FieldType.YES_NO}
_ARITHMETIC: Final[Mapping[type[exp.Expr], ArithmeticSign]] = {
    exp.Add: "+",
    exp.Sub: "-",
    exp.Mul: "*",
}
_COMPARISONS: Final[Mapping[type[exp.Expr], ComparisonSign]] = {
    exp.EQ: "=",
    exp.NEQ: "<>",
    exp.LT: "<",
    exp.LTE: "<=",
    exp.GT: ">",
    exp.GTE: ">=",
}
_READERS: Final[Mapping[type[exp.Expr], Reader]] = {
    exp.Column: _fact,
    exp.Literal: _literal,
    exp.Boolean: _boolean,
    exp.Cast: _date_literal,
    exp.Paren: _paren,
    exp.Neg: _negative,
    exp.Div: _division,
    exp.Between: _between,
    exp.In: _among,
    exp.Is: _missing,
    exp.And: _logic,
    exp.Or: _logic,
    exp.Not: _not,
    exp.Case: _choice,
    **dict.fromkeys(_ARITHMETIC, _arithmetic),
    **dict.fromkeys(_COMPARISONS, _comparison),
    **dict.fromkeys((exp.Abs, exp.Coalesce, exp.Greatest, exp.Least, exp.Anonymous), _function),
}
_DETAILS: Final[Mapping[type[exp.Expr], set[str]]] = {
    exp.Literal: {"this", "is_string"},
    exp.Cast: {"this", "to"},
    exp.Div: {"this", "expression", "typed", "safe"},
    exp.Between: {"this", "low", "high"},
    exp.In: {"this", "expressions"},
    exp.Case: {"ifs", "default"},
    exp.Abs: {"this"},
    exp.Count: {"this", "big_int"},
    exp.Distinct: {"expressions"},
    exp.Coalesce: {"this", "expressions", "is_nvl", "is_null"},
    exp.Greatest: {"this", "expressions", "ignore_nulls"},
    exp.Least: {"this", "expressions", "ignore_nulls"},
    exp.Anonymous: {"this", "expressions"},
}
