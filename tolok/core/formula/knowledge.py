"""What must be known of a row before an expression has a value."""

from collections.abc import Container

from tolok.core.formula.dictionary import Field
from tolok.core.formula.nodes import (
    Call,
    Choice,
    Constant,
    Every,
    Fact,
    Missing,
    Node,
    Not,
    Some,
    children,
    facts,
)


def present(node: Node) -> Node:
    return Not(Missing(node))


def known(node: Node) -> tuple[Node, ...]:
    """The conditions, all of which hold exactly when the expression is known.

    They are as plain as can be ("hps is not null"), so that they read well and run fast.
    """
    match node:
        case Constant() | Missing():
            return ()
        case Fact():
            return (present(node),)
        case Every() | Some() | Choice():
            certain = all(not known(child) for child in children(node))
            return () if certain else (present(node),)
        case Call(name="coalesce"):
            certain = any(not known(child) for child in children(node))
            return () if certain else (present(node),)
    return tuple(dict.fromkeys(part for child in children(node) for part in known(child)))


def is_plain(need: Node) -> bool:
    """One fact is there."""
    return isinstance(need, Not) and isinstance(need.of, Missing) and isinstance(need.of.of, Fact)


def plainer(need: Node, given: Container[Field]) -> tuple[Node, ...]:
    """The same need where some facts are there anyway: of a choice only its condition is left."""
    match need:
        case Not(of=Missing(of=Choice(branches=((condition, value),), otherwise=rest))):
            if all(one in given for one in (*facts(value), *facts(rest))):
                return known(condition)
    return (need,)
