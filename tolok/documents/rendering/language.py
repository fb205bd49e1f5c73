"""The little of Jinja that templates speak: fields, conditions, loops, and our filters.

What is not listed here cannot be written in a template, so nobody has to find out what it could
be used for. The shipped templates need less than this.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import nodes
from jinja2.filters import FILTERS as OF_JINJA
from jinja2.tests import TESTS as TESTS_OF_JINJA

Named = dict[str, Any]  # what Jinja calls, by name
DRAWN: Final = frozenset({"gambar", "qr", "kode_lembar", "alir"})
FROM_JINJA: Final = (
    *("abs", "batch", "capitalize", "count", "default", "first", "join", "last", "length"),
    *("list", "lower", "rejectattr", "replace", "reverse", "selectattr", "sort", "title"),
    *("trim", "upper"),
)
TESTS_FROM_JINJA: Final = (
    *("defined", "undefined", "even", "odd", "none", "in", "divisibleby", "equalto"),
    *("eq", "ne", "lt", "le", "gt", "ge", "==", "!=", "<", "<=", ">", ">="),
)
MOST_ROUNDS: Final = 1000  # of `range`; the facts' own rows are not counted
_NODES: Final = (
    *(
        nodes.Template,
        nodes.Scope,
        nodes.Output,
        nodes.TemplateData,
        nodes.If,
        nodes.For,
        nodes.Assign,
    ),
    *(nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter),
    *(nodes.Test, nodes.Call, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or),
    *(nodes.Not, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod),
    *(nodes.Neg, nodes.Pos, nodes.Concat, nodes.List, nodes.Tuple),
)
_RAW: Final = re.compile(r"\{%[-+]?\s*raw\b")


@dataclass(frozen=True)
class Forbidden:
    """Something a template may not say, and the line it stands in."""

    line: int
    what: str  # "include", "x.__class__"


def filters(own: Named) -> Named:
    return {name: OF_JINJA[name] for name in FROM_JINJA} | own


def tests(own: Named) -> Named:
    return {name: TESTS_OF_JINJA[name] for name in TESTS_FROM_JINJA} | own


def few(*bounds: int) -> range:
    """`range`, for tables with blank rows to be filled in by hand."""
    found = range(*bounds)
    if len(found) > MOST_ROUNDS:
        raise OverflowError(f"range paling banyak {MOST_ROUNDS} putaran")
    return found


def forbidden_in(source: str, tree: nodes.Template) -> Iterator[Forbidden]:
    """Everything a template says that it may not, in the order of its kinds."""
    for found in _RAW.finditer(source):
        yield Forbidden(source.count("\n", 0, found.start()) + 1, "raw")
    drawn = {id(one) for one in _printed_at_once(tree.find_all(nodes.Output))}
    for node in tree.find_all(nodes.Node):
        if what := _forbidden(node, id(node) in drawn):
            yield Forbidden(node.lineno or 1, what)


def _forbidden(node: nodes.Node, is_printed_at_once: bool) -> str:
    match node:
        case nodes.Getattr(attr=name) | nodes.Name(name=name) if name.startswith("_"):
            return str(name)
        case nodes.Call() if not _is_range(node):
            return "pemanggilan fungsi ( … )"
        case nodes.For(recursive=True):
            return "for … recursive"
        case nodes.Filter(name=name) if name in DRAWN and not is_printed_at_once:
            return f"|{name} di dalam hitungan atau saringan lain"
        case nodes.Filter(node=None):
            return "filter"
    return "" if type(node) in _NODES else type(node).__name__.lower()


def _is_range(call: nodes.Call) -> bool:
    plain = not (call.kwargs or call.dyn_args or call.dyn_kwargs)
    return plain and isinstance(call.node, nodes.Name) and call.node.name == "range"


def _printed_at_once(outputs: Iterable[nodes.Output]) -> Iterator[nodes.Node]:
    """Drawings are XML: nothing may cut or join them on their way into the document."""
    todo: list[nodes.Node | None] = [node for output in outputs for node in output.nodes]
    while todo:
        node = todo.pop()
        if isinstance(node, nodes.CondExpr):
            todo += [node.expr1, node.expr2]
        elif node is not None:
            yield node
