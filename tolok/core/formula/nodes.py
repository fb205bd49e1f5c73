"""A row expression, read and checked: small frozen values, each knowing the kind it yields.

In the value of an expression None means "not known": every node but `Missing` and `coalesce`
is unknown as soon as a part it needs is unknown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from tolok.core.formula.dictionary import Field, FieldType

ArithmeticSign: TypeAlias = Literal["+", "-", "*"]
ComparisonSign: TypeAlias = Literal["=", "<>", "<", "<=", ">", ">="]


@dataclass(frozen=True)
class Fact:
    field: Field

    @property
    def kind(self) -> FieldType:
        return self.field.type


@dataclass(frozen=True)
class Constant:
    value: Decimal | str | date | bool
    kind: FieldType


@dataclass(frozen=True)
class Arithmetic:
    sign: ArithmeticSign
    left: "Node"
    right: "Node"
    kind: FieldType


@dataclass(frozen=True)
class Call:
    """One of the functions of the language (`functions.py`)."""

    name: str
    arguments: tuple["Node", ...]
    kind: FieldType


@dataclass(frozen=True)
class Comparison:
    sign: ComparisonSign
    left: "Node"
    right: "Node"
    kind: FieldType = FieldType.YES_NO


@dataclass(frozen=True)
class Among:
    of: "Node"
    choices: tuple[Constant, ...]
    kind: FieldType = FieldType.YES_NO


@dataclass(frozen=True)
class Missing:
    """`x is null`: always known."""

    of: "Node"
    kind: FieldType = FieldType.YES_NO


@dataclass(frozen=True)
class Every:
    """Joined by `and`."""

    parts: tuple["Node", ...]
    kind: FieldType = FieldType.YES_NO


@dataclass(frozen=True)
class Some:
    """Joined by `or`."""

    parts: tuple["Node", ...]
    kind: FieldType = FieldType.YES_NO


@dataclass(frozen=True)
class Not:
    of: "Node"
    kind: FieldType = FieldType.YES_NO


@dataclass(frozen=True)
class Choice:
    """`case when`: an unknown condition makes the whole unknown, never the `else`."""

    branches: tuple[tuple["Node", "Node"], ...]  # condition, value
    otherwise: "Node"
    kind: FieldType


Node: TypeAlias = (
    Fact | Constant | Arithmetic | Call | Comparison | Among | Missing | Every | Some | Not | Choice
)


def children(node: Node) -> tuple[Node, ...]:
    match node:
        case Fact() | Constant():
            return ()
        case Arithmetic() | Comparison():
            return (node.left, node.right)
        case Call():
            return node.arguments
        case Every() | Some():
            return node.parts
        case Among() | Missing() | Not():
            return (node.of,)
        case Choice():
            return (*(part for branch in node.branches for part in branch), node.otherwise)


def facts(node: Node) -> Iterator[Field]:
    """Every field the expression names, in reading order, repeats included."""
    if isinstance(node, Fact):
        yield node.field
    for child in children(node):
        yield from facts(child)


def with_facts(  # noqa: PLR0911 - one case per kind of node
    node: Node, swap: Callable[[Fact], Node]
) -> Node:
    """The same expression with other facts."""
    match node:
        case Fact():
            return swap(node)
        case Constant():
            return node
        case Arithmetic() | Comparison():
            return replace(
                node, left=with_facts(node.left, swap), right=with_facts(node.right, swap)
            )
        case Call():
            return replace(node, arguments=tuple(with_facts(one, swap) for one in node.arguments))
        case Every() | Some():
            return replace(node, parts=tuple(with_facts(one, swap) for one in node.parts))
        case Among() | Missing() | Not():
            return replace(node, of=with_facts(node.of, swap))
        case Choice():
            branches = tuple(
                (with_facts(condition, swap), with_facts(value, swap))
                for condition, value in node.branches
            )
            return Choice(branches, with_facts(node.otherwise, swap), node.kind)


def all_of(*parts: Node | None) -> Node | None:
    """Joined by `and`, flat, without repeats; None when there is nothing to ask."""
    flat: dict[Node, None] = {}
    for part in parts:
        if part is not None:
            flat.update(dict.fromkeys(part.parts if isinstance(part, Every) else (part,)))
    if len(flat) <= 1:
        return next(iter(flat), None)
    return Every(tuple(flat))


def conjuncts(node: Node | None) -> tuple[Node, ...]:
    """What all must hold for the whole to hold; the opposite of `all_of`."""
    if node is None:
        return ()
    return node.parts if isinstance(node, Every) else (node,)
