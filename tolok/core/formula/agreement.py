"""Which kinds of values go together: like with like, and plain numbers with rupiah."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from tolok.core.formula import refusals
from tolok.core.formula.dictionary import FieldType, nearest
from tolok.core.formula.nodes import Arithmetic, Call, Choice, Constant, Fact, Node, children
from tolok.core.problem import RefusedError

MAX_DIGITS: Final = 15
MAX_DECIMALS: Final = 4
MAX_SCALE: Final = 8  # decimals of a product: rupiah (2) times two factors of 3


def agree(piece: str, *nodes: Node) -> tuple[tuple[Node, ...], FieldType]:
    """The nodes as values of one kind: '2025-03-31' beside a date becomes a date."""
    if any(node.kind is FieldType.DATE for node in nodes):
        nodes = tuple(_as_date(node) for node in nodes)
    kinds = tuple(dict.fromkeys(node.kind for node in nodes))
    if len(kinds) == 1:
        return nodes, kinds[0]
    if set(kinds) == {FieldType.MONEY, FieldType.NUMBER} and all(
        isinstance(node, Constant) for node in nodes if node.kind is FieldType.NUMBER
    ):
        return nodes, FieldType.MONEY
    raise RefusedError(refusals.kinds_differ(piece, kinds))


def among_choices(of: Node, constants: Iterable[Node]) -> None:
    """F-12: what a closed field is compared with is one of its choices."""
    if not isinstance(of, Fact) or not of.field.choices:
        return
    for constant in constants:
        if isinstance(constant, Constant) and constant.value not in of.field.choices:
            text, choices = str(constant.value), of.field.choices
            close = nearest(text, dict.fromkeys(choices))
            raise RefusedError(refusals.not_a_choice(of.field.name, text, choices, close))


def number(text: str) -> Constant:
    """F-14: a plain number such as 100 or 0.11, short enough to stay exact in every product."""
    whole, _, decimals = text.partition(".")
    plain = (whole + decimals).isdecimal()
    if not plain or len(whole + decimals) > MAX_DIGITS or len(decimals) > MAX_DECIMALS:
        raise RefusedError(refusals.bad_literal(text))
    return Constant(Decimal(text), FieldType.NUMBER)


def folded(piece: str, value: Decimal) -> Constant:
    """The result of two plain numbers, under the same limits."""
    if len(value.as_tuple().digits) > MAX_DIGITS or decimals(value) > MAX_DECIMALS:
        raise RefusedError(refusals.bad_literal(piece))
    return Constant(value, FieldType.NUMBER)


def precise_enough(piece: str, node: Node) -> Node:
    """F-14: products keep at most eight decimals, which leaves room for any sum of rupiah."""
    if _scale(node) > MAX_SCALE:
        raise RefusedError(refusals.bad_literal(piece))
    return node


def decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def read_date(text: str) -> Constant:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or text != found.isoformat():
        raise RefusedError(refusals.not_a_date(text))
    return Constant(found, FieldType.DATE)


def _as_date(node: Node) -> Node:
    if isinstance(node, Constant) and isinstance(node.value, str):
        return read_date(node.value)
    return node


def _scale(node: Node) -> int:
    match node:
        case Constant(Decimal() as value):
            return decimals(value)
        case Fact():
            return 2 if node.kind is FieldType.MONEY else 0
        case Arithmetic(sign="*"):
            return _scale(node.left) + _scale(node.right)
        case Arithmetic() | Call() | Choice():
            return max(_scale(child) for child in children(node))
    return 0
