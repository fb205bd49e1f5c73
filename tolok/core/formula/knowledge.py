"""What must be known of a row before an expression has a value."""

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
