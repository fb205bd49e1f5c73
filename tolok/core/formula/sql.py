"""A checked expression as SQL, in the dialect of the engine (DuckDB, PostgreSQL, Spark).

Money is widened to DECIMAL(38,2) before any product, and nothing is divided here: SQL returns
sums and counts, `Decimal` in Python does the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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
def sql(node: Node, dialect: Dialect, *, all_known: bool = False) -> str:
    """The SQL of an expression; NULL where it is not known.

    `all_known`: it is asked only of rows whose facts are known, so it need not look again.
    """
    return _Writer(all_known).write(node).sql(dialect=dialect)


@dataclass(frozen=True)
class _Writer:
    all_known: bool

    def write(self, node: Node) -> exp.Expr:  # noqa: C901, PLR0911, PLR0912 - a line per kind of node
        match node:
            case Fact():
                return exp.column(node.field.name, quoted=True)
            case Constant():
                return _constant(node)
            case Arithmetic():
                return self._arithmetic(node)
            case Call(name="greatest" | "least"):
                return self._extreme(node)
            case Call(name="coalesce"):
                first, *others = map(self.write, node.arguments)
                return exp.Coalesce(this=first, expressions=others)
            case Call(name="hari"):
                until, since = map(self.write, node.arguments)
                return exp.DateDiff(this=until, expression=since, unit=exp.var("DAY"))
            case Call(name="tanggal"):
                parts = [exp.cast(self.write(part), "int") for part in node.arguments]
                return exp.Anonymous(this="MAKE_DATE", expressions=parts)
            case Call():
                return _OF_ONE[node.name](this=self.write(node.arguments[0]))
            case Comparison():
                sides = {"this": self._part(node.left), "expression": self._part(node.right)}
                return _COMPARISONS[node.sign](**sides)
            case Among():
                choices = [self.write(one) for one in node.choices]
                return exp.In(this=self._part(node.of), expressions=choices)
            case Missing():
                return exp.Is(this=self._part(node.of), expression=exp.Null())
            case Every():
                return exp.and_(*map(self.write, node.parts), copy=False)
            case Some():
                return exp.or_(*map(self.write, node.parts), copy=False)
            case Not(of=Missing(of=of)):
                return exp.Is(this=self._part(of), expression=exp.Not(this=exp.Null()))
            case Not():
                return exp.not_(self._part(node.of), copy=False)
            case Choice():
                return self._choice(node)

    def _part(self, node: Node) -> exp.Expr:
        """A part of something larger, in brackets unless it is a single thing."""
        written = self.write(node)
        single = isinstance(node, Fact | Constant | Call)
        return written if single else exp.paren(written, copy=False)

    def _arithmetic(self, node: Arithmetic) -> exp.Expr:
        if node.sign == "*":
            return exp.Mul(this=self._widened(node.left), expression=self._widened(node.right))
        kind = exp.Add if node.sign == "+" else exp.Sub
        return kind(this=self._part(node.left), expression=self._part(node.right))

    def _widened(self, node: Node) -> exp.Expr:
        """Room for the product: rupiah as DECIMAL(38,2), whole facts as DECIMAL(38,0)."""
        if node.kind is FieldType.MONEY and not isinstance(node, Arithmetic):
            return exp.cast(self.write(node), "decimal(38,2)")
        if isinstance(node, Fact) or (isinstance(node, Call) and node.name in _WHOLE):
            return exp.cast(self.write(node), "decimal(38,0)")
        return self._part(node)

    def _extreme(self, node: Call) -> exp.Expr:
        """Unknown as soon as one of them is (the engines' own skip NULLs)."""
        kind = exp.Greatest if node.name == "greatest" else exp.Least
        first, *others = map(self.write, node.arguments)
        extreme = kind(this=first, expressions=others, ignore_nulls=True)
        needs = [part for one in node.arguments for part in known(one)]
        if self.all_known or not needs:
            return extreme
        return exp.Case().when(exp.and_(*map(self.write, needs)), extreme)

    def _choice(self, node: Choice) -> exp.Expr:
        """An unknown condition makes the whole unknown: neither `c` nor `not c` holds."""
        rest = self.write(node.otherwise)
        for condition, value in reversed(node.branches):
            met = self.write(condition)
            case = exp.Case().when(met, self.write(value))
            rest = case.else_(rest) if self.all_known else case.when(exp.not_(met), rest)
        return rest


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


_WHOLE: Final = {"hari", "bulan", "triwulan", "tahun"}
_OF_ONE: Final[Mapping[str, type[exp.Func]]] = {
    "abs": exp.Abs,
    "bulan": exp.Month,
    "triwulan": exp.Quarter,
    "tahun": exp.Year,
}
_COMPARISONS: Final[Mapping[str, type[exp.Binary]]] = {
    "=": exp.EQ,
    "<>": exp.NEQ,
    "<": exp.LT,
    "<=": exp.LTE,
    ">": exp.GT,
    ">=": exp.GTE,
}
