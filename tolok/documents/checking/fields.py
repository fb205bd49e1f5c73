"""Which facts a template asks for, followed through its loops by the types of the facts."""

import difflib
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from tolok.documents.facts import Missing, hints
from tolok.documents.parts import Picture

_ONE_ROW: Final = frozenset({"first", "last"})
_SAME: Final = frozenset(
    ("atau", "default", "list", "sort", "reverse", "selectattr", "rejectattr", "trim")
)
_NEAR: Final = 0.5
_MOST_NAMED: Final = 3


@dataclass(frozen=True)
class Value:
    """A fact, or a part of one, by its path: "aspects.criteria.text"."""

    path: str
    kind: Any  # its type; `object` where nothing is known

    def names(self) -> dict[str, Any]:
        """The fields it has, with their types; none for a text or a list."""
        return fields_of(self.kind) if is_struct(self.kind) else {}

    def rows(self) -> "Value":
        return Value(self.path, row_of(self.kind))

    def part(self, name: str) -> "Value":
        return Value(f"{self.path}.{name}".lstrip("."), plain(self.names()[name]))


@dataclass(frozen=True)
class Unknown:
    """A name that is no fact, and what may have been meant."""

    line: int
    name: str
    near: tuple[str, ...]


ANYTHING: Final = Value("", object)


class Reading:
    """One template as far as it was read: what it uses and what it does not know."""

    def __init__(self, facts: type[Any]) -> None:
        self._facts = Value("", facts)
        self._scopes: list[dict[str, Value]] = [{}]
        self.used: dict[str, int] = {}  # path -> the line where it is first used
        self.rows: dict[str, str] = {}  # path of a list -> what a row of it is called
        self.unknown: list[Unknown] = []

    def read(self, tree: nodes.Template) -> None:
        self._each(tree.body)

    def _each(self, inside: Iterable[nodes.Node]) -> None:
        for node in inside:
            self._statement(node)

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.For():
                rows = self._value(node.iter).rows()
                if isinstance(node.target, nodes.Name):
                    self.rows.setdefault(rows.path, node.target.name)
                self._scopes.append({"loop": ANYTHING} | _named(node.target, rows))
                self._each([*([node.test] if node.test else []), *node.body, *node.else_])
                self._scopes.pop()
            case nodes.Assign():
                self._scopes[-1] |= _named(node.target, self._value(node.node))
            case nodes.Expr():
                self._value(node)
            case _:
                self._each(node.iter_child_nodes())

    def _value(self, node: nodes.Node) -> Value:
        match node:
            case nodes.Name():
                return self._name(node)
            case nodes.Getattr():
                return self._part(self._value(node.node), node.attr, node.lineno)
            case nodes.Getitem():
                return self._item(node)
            case nodes.Filter():
                return self._filtered(node)
        for inside in node.iter_child_nodes():
            self._value(inside)
        return ANYTHING

    def _name(self, node: nodes.Name) -> Value:
        for scope in reversed(self._scopes):
            if node.name in scope:
                return scope[node.name]
        if node.name == "range":
            return ANYTHING
        return self._part(self._facts, node.name, node.lineno)

    def _part(self, value: Value, name: str, line: int) -> Value:
        if value.kind is object:
            return ANYTHING
        if name not in value.names():
            whole = f"{value.path}.{name}".lstrip(".")
            self.unknown.append(Unknown(line, whole, self._near(value, name)))
            return ANYTHING
        part = value.part(name)
        self.used.setdefault(part.path, line)
        return part

    def _item(self, node: nodes.Getitem) -> Value:
        value = self._value(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(value, node.arg.value, node.lineno)
        self._value(node.arg)
        return value if isinstance(node.arg, nodes.Slice) else value.rows()

    def _filtered(self, node: nodes.Filter) -> Value:
        value = self._value(node.node) if node.node else ANYTHING
        for argument in node.args:
            self._value(argument)
        if node.name in _ONE_ROW:
            return value.rows()
        if node.name == "batch":
            return Value(value.path, types.GenericAlias(tuple, (value.kind, ...)))
        return value if node.name in _SAME else ANYTHING

    def _near(self, value: Value, name: str) -> tuple[str, ...]:
        """Names alike in the same place, else facts elsewhere whose last name is alike."""
        close = difflib.get_close_matches(name, value.names(), _MOST_NAMED, _NEAR)
        prefix = f"{value.path}." if value.path else ""
        if close:
            return tuple(prefix + one for one in close)
        ends: dict[str, str] = {}
        for path in paths_of(self._facts.kind):
            ends.setdefault(path.rpartition(".")[2], path)
        return tuple(ends[one] for one in difflib.get_close_matches(name, ends, _MOST_NAMED, 0.7))


def _named(target: nodes.Node, value: Value) -> dict[str, Value]:
    if isinstance(target, nodes.Name):
        return {target.name: value}
    return {one.name: ANYTHING for one in target.find_all(nodes.Name)}


def paths_of(kind: Any, prefix: str = "") -> Iterator[str]:
    """Every field and part of a field: "signer", "signer.name", "aspects.criteria.text"."""
    for name, hint in fields_of(kind).items():
        path = f"{prefix}{name}"
        yield path
        inside = plain(hint)
        while is_rows(inside):
            inside = row_of(inside)
        if is_struct(inside):
            yield from paths_of(inside, f"{path}.")


def fields_of(kind: Any) -> dict[str, Any]:
    """The fields of a facts class and what it computes for its paper, with their types."""
    computed = {
        name: get_type_hints(value.fget).get("return", object)
        for name in dir(kind)
        if isinstance(value := getattr(kind, name), property) and not name.startswith("_")
    }
    return hints(kind) | computed


def plain(hint: Any) -> Any:
    """The type of the value that is there: `X` of `X | None` and of `X | Missing`."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint
    rest = [one for one in get_args(hint) if one not in (Missing, type(None))]
    return rest[0] if len(rest) == 1 else object


def is_rows(kind: Any) -> bool:
    return get_origin(kind) in (tuple, list)


def row_of(kind: Any) -> Any:
    """The type of one row of a list; nothing is known of anything else."""
    return plain(get_args(kind)[0]) if is_rows(kind) else object


def is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and not issubclass(kind, Picture)
