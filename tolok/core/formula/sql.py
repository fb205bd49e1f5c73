"""A checked expression as SQL, in the dialect of the engine (DuckDB, PostgreSQL, Spark).

Money is widened to DECIMAL(38,2) before any product, and nothing is divided here: SQL returns
sums and counts, `Decimal` in Python does the rest.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from sqlglot import exp

from tolok.core.formula.dictionary import FieldType
from tolok.core.formula.knowledge import known
from tolok.core.formula.nodes import (
    Among,
    Arithmetic,
    Call,
    Choice,
    Comparison,
    Constant,
    Every,
    Fact,
    Missing,
    Node,
    Not,
    Some,
)

Dialect: TypeAlias = Literal["duckdb", "postgres", "spark"]


@lru_cache(maxsize=8192)
def sql(node: Node, dialect: Dialect) -> str:
    """The SQL of an expression; NULL where it is not known."""
    return _build(node).sql(dialect=dialect)


def _build(node: Node) -> exp.Expr:  # noqa: C901, PLR0911 - one line per kind of node
    match node:
        case Fact():
            return exp.column(node.field.name, quoted=True)
        case Constant():
            return _constant(node)
        case Arithmetic():
            return _arithmetic(node)
        case Call():
            return _CALLS[node.name](*node.arguments)
        case Comparison():
            return _COMPARISONS[node.sign](this=_part(node.left), expression=_part(node.right))
        case Among():
            return exp.In(this=_part(node.of), expressions=[_build(one) for one in node.choices])
        case Missing():
            return exp.Is(this=_part(node.of), expression=exp.Null())
        case Every():
            return exp.and_(*map(_build, node.parts), copy=False)
        case Some():
            return exp.or_(*map(_build, node.parts), copy=False)
        case Not(of=Missing(of=of)):
            return exp.Is(this=_part(of), expression=exp.Not(this=exp.Null()))
        case Not():
            return exp.not_(_part(node.of), copy=False)
        case Choice():
            return _choice(node)


def _part(node: Node) -> exp.Expr:
    """A part of something larger, in brackets unless it is a single thing."""
    built = _build(node)
    return built if isinstance(node, Fact | Constant | Call) else exp.paren(built, copy=False)


def _constant(node: Constant) -> exp.Expr:
    match node.value:
        case bool():
            return exp.true() if node.value else exp.false()
        case Decimal():
            literal = exp.Literal.number(format(abs(node.value), "f"))
            return exp.paren(exp.Neg(this=literal)) if node.value < 0 else literal
        case date():
            return exp.cast(exp.Literal.string(node.value.isoformat()), "date")
        case str():
            return exp.Literal.string(node.value)


def _arithmetic(node: Arithmetic) -> exp.Expr:
    if node.sign == "*":
        return exp.Mul(this=_widened(node.left), expression=_widened(node.right))
    kind = exp.Add if node.sign == "+" else exp.Sub
    return kind(this=_part(node.left), expression=_part(node.right))


def _widened(node: Node) -> exp.Expr:
    """Room for the product: rupiah as DECIMAL(38,2), whole facts as DECIMAL(38,0)."""
    if node.kind is FieldType.MONEY and not isinstance(node, Arithmetic):
        return exp.cast(_build(node), "decimal(38,2)")
    if isinstance(node, Fact) or (isinstance(node, Call) and node.name in _WHOLE):
        return exp.cast(_build(node), "decimal(38,0)")
    return _part(node)


def _choice(node: Choice) -> exp.Expr:
    """An unknown condition makes the whole unknown: neither `when c` nor `when not c` holds."""
    rest = _build(node.otherwise)
    for condition, value in reversed(node.branches):
        met = _build(condition)
        rest = exp.Case().when(met, _build(value)).when(exp.not_(met), rest)
    return rest


def _coalesce(*nodes: Node) -> exp.Expr:
    first, *others = map(_build, nodes)
    return exp.Coalesce(this=first, expressions=others)


def _extreme(kind: type[exp.Greatest | exp.Least]) -> Callable[..., exp.Expr]:
    """Unknown as soon as one of them is (the engines' own skip NULLs)."""

    def build(*nodes: Node) -> exp.Expr:
        first, *others = map(_build, nodes)
        extreme = kind(this=first, expressions=others, ignore_nulls=True)
        needs = [part for node in nodes for part in known(node)]
        if not needs:
            return extreme
        return exp.Case().when(exp.and_(*map(_build, needs)), extreme)

    return build


def _days(until: Node, since: Node) -> exp.Expr:
    return exp.DateDiff(this=_build(until), expression=_build(since), unit=exp.var("DAY"))


def _date(*parts: Node) -> exp.Expr:
    whole = [exp.cast(_build(part), "int") for part in parts]
    return exp.Anonymous(this="MAKE_DATE", expressions=whole)


def _unary(kind: type[exp.Func]) -> Callable[..., exp.Expr]:
    return lambda node: kind(this=_build(node))


_WHOLE: Final = {"hari", "bulan", "triwulan", "tahun"}
_CALLS: Final[Mapping[str, Callable[..., exp.Expr]]] = {
    "abs": _unary(exp.Abs),
    "coalesce": _coalesce,
    "greatest": _extreme(exp.Greatest),
    "least": _extreme(exp.Least),
    "hari": _days,
    "bulan": _unary(exp.Month),
    "triwulan": _unary(exp.Quarter),
    "tahun": _unary(exp.Year),
    "tanggal": _date,
}
_COMPARISONS: Final[Mapping[str, type[exp.Binary]]] = {
    "=": exp.EQ,
    "<>": exp.NEQ,
    "<": exp.LT,
    "<=": exp.LTE,
    ">": exp.GT,
    ">=": exp.GTE,
}
