"""A formula or filter as an Indonesian sentence, made from what was read, with the page labels."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from tolok.core.blank import quoted
from tolok.core.dates import MONTHS, format_date
from tolok.core.formula.dictionary import FieldType
from tolok.core.formula.formula import Formula
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
from tolok.core.formula.shape import Aggregate, Terms
from tolok.core.numbers import format_number


def formula_in_words(formula: Formula, *, rows: str = "paket") -> str:
    """100 × (total HPS − total nilai kontrak) ÷ total HPS."""  # noqa: RUF002
    above = _terms(formula.numerator, rows)
    if formula.denominator is None:
        return _times(formula.factor, above, alone=len(formula.numerator) == 1)
    below = _terms(formula.denominator, rows)
    if len(formula.denominator) > 1:
        below = f"({below})"
    return f"{_times(formula.factor, above, alone=len(formula.numerator) == 1)} ÷ {below}"


def parts_in_words(formula: Formula, *, rows: str = "paket") -> tuple[str, str]:
    """Numerator and denominator apart, without the factor; a plain sum has nothing below."""
    below = "" if formula.denominator is None else _terms(formula.denominator, rows)
    return _terms(formula.numerator, rows), below


def in_words(node: Node) -> str:  # noqa: C901, PLR0911 - one line per kind of node
    """A row expression or a condition."""
    match node:
        case Fact():
            return _label(node.field.label)
        case Constant():
            return _constant(node)
        case Arithmetic():
            return _arithmetic(node)
        case Call():
            return _CALLS[node.name](*node.arguments)
        case Comparison():
            return " ".join(filter(None, (in_words(node.left), _sign(node), in_words(node.right))))
        case Among():
            return f"{in_words(node.of)} {_listed(node.choices)}"
        case Missing():
            return f"{in_words(node.of)} belum ada"
        case Not(of=Missing(of=of)):
            return f"{in_words(of)} ada"
        case Not():
            return f"tidak {_part(node.of)}"
        case Every():
            return " dan ".join(map(_part, node.parts))
        case Some():
            return " atau ".join(map(_part, node.parts))
        case Choice():
            return _choice(node)


def _terms(terms: Terms, rows: str) -> str:
    text = ""
    for aggregate, number in terms:
        amount = "" if abs(number) == 1 else f"{format_number(abs(number))} × "  # noqa: RUF001
        joint = (" − " if number < 0 else " + ") if text else ("−" if number < 0 else "")  # noqa: RUF001
        text += f"{joint}{amount}{_aggregate(aggregate, rows)}"
    return text or "0"


def _aggregate(aggregate: Aggregate, rows: str) -> str:
    of = aggregate.of
    if of is None:
        return f"banyaknya {rows}"
    if aggregate.how == "distinct":
        return f"banyaknya {in_words(of)} yang berbeda"
    if aggregate.how == "count":
        return f"banyaknya {rows} {_such_as(of)}"
    match of:
        case Choice(branches=((condition, value),), otherwise=rest) if _is_zero(rest):
            return f"total {in_words(value)} dari {rows} {_such_as(condition)}"
    return f"total {in_words(of)}"


def _such_as(condition: Node) -> str:
    return f"{'yang' if isinstance(condition, Fact) else 'dengan'} {in_words(condition)}"


def _times(factor: Fraction, above: str, *, alone: bool) -> str:
    if factor == 1:
        return above if alone else f"({above})"
    number = format_number(factor.numerator)
    if factor.denominator != 1:
        number = f"{number}/{format_number(factor.denominator)}"
    return f"{number} × {above if alone else f'({above})'}"  # noqa: RUF001


def _part(node: Node) -> str:
    return f"({in_words(node)})" if isinstance(node, Every | Some | Choice) else in_words(node)


def _label(label: str) -> str:
    """As inside a sentence: a capital stays only where the word is an abbreviation."""
    first, second = label[:1], label[1:2]
    return first.lower() + label[1:] if second.islower() or not second else label


def _constant(node: Constant) -> str:
    match node.value:
        case bool():
            return "ya" if node.value else "tidak"
        case Decimal():
            return format_number(node.value)
        case date():
            return format_date(node.value)
        case str():
            return quoted(node.value)


def _arithmetic(node: Arithmetic) -> str:
    match node:
        case Arithmetic(sign="*", left=Constant(value=value)) if value == -1:
            return f"−{_operand(node.right)}"  # noqa: RUF001
    sign = {"+": "+", "-": "−", "*": "×"}[node.sign]  # noqa: RUF001
    return f"{_operand(node.left)} {sign} {_operand(node.right)}"


def _operand(node: Node) -> str:
    return f"({in_words(node)})" if isinstance(node, Arithmetic | Choice) else in_words(node)


def _sign(node: Comparison) -> str:
    if FieldType.DATE in (node.left.kind, node.right.kind):
        return _BETWEEN_DATES[node.sign]
    if FieldType.TEXT in (node.left.kind, node.right.kind):
        return {"=": "", "<>": "bukan"}[node.sign]
    return _BETWEEN_NUMBERS[node.sign]


def _choice(node: Choice) -> str:
    branches = (
        f"{in_words(value)} bila {in_words(condition)}" for condition, value in node.branches
    )
    return f"{', '.join(branches)}, selain itu {in_words(node.otherwise)}"


def _is_zero(node: Node) -> bool:
    return isinstance(node, Constant) and node.value == 0


def _listed(nodes: tuple[Node, ...]) -> str:
    *others, last = map(in_words, nodes)
    return f"{', '.join(others)} atau {last}" if others else last


def _extreme(word: str, edge: str) -> Callable[..., str]:
    def say(*nodes: Node) -> str:
        match nodes:
            case (one, Constant() as bound):
                return f"{in_words(one)} ({edge} {in_words(bound)})"
        return f"yang {word} dari {_listed(nodes)}"

    return say


def _date(_year: Node, month: Node, day: Node) -> str:
    """The function takes only written months and days."""
    name = MONTHS[int(in_words(month)) - 1]
    return f"{in_words(day)} {name} tahun anggaran"


_CALLS: Final[Mapping[str, Callable[..., str]]] = {
    "abs": lambda node: f"besarnya {_operand(node)}",
    "coalesce": lambda *nodes: f"{in_words(nodes[0])} (atau {_listed(nodes[1:])} bila belum ada)",
    "greatest": _extreme("terbesar", "paling sedikit"),
    "least": _extreme("terkecil", "paling banyak"),
    "hari": lambda until, since: f"hari dari {in_words(since)} sampai {in_words(until)}",
    "bulan": lambda node: f"bulan dari {in_words(node)}",
    "triwulan": lambda node: f"triwulan dari {in_words(node)}",
    "tahun": lambda node: f"tahun dari {in_words(node)}",
    "tanggal": _date,
}
_BETWEEN_DATES: Final = {
    "=": "sama dengan",
    "<>": "tidak sama dengan",
    "<": "sebelum",
    "<=": "sampai dengan",
    ">": "sesudah",
    ">=": "sejak",
}
_BETWEEN_NUMBERS: Final = {
    "=": "sama dengan",
    "<>": "tidak sama dengan",
    "<": "kurang dari",
    "<=": "paling banyak",
    ">": "lebih dari",
    ">=": "paling sedikit",
}
