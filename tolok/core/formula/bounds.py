"""Between which values a missing or disputed fact lies (`lowest` and `highest` of fields.toml)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType

from tolok.core.formula.dictionary import Dictionary, Field
from tolok.core.formula.formula import read_value
from tolok.core.formula.nodes import Call, Fact, Node, with_facts
from tolok.core.problem import Problem, RefusedError


class Side(IntEnum):
    LOWEST = 0
    HIGHEST = 1


def disputed(field: Field, side: Side) -> Field:
    """The column of the snapshot that holds the end of a disputed fact."""
    suffix = ("terendah", "tertinggi")[side]
    return _twin(field, f"{field.name}_{suffix}")


@lru_cache(maxsize=256)
def _twin(field: Field, name: str) -> Field:
    return replace(field, name=name, uncertain=False)


@lru_cache(maxsize=8)
def missing_bounds(dictionary: Dictionary) -> Mapping[Field, tuple[Node | None, Node | None]]:
    """What a missing value could be at least and at most; refused (F-32) when unreadable."""
    found = {
        field: (_bound(field.lowest, field, dictionary), _bound(field.highest, field, dictionary))
        for field in dictionary.fields.values()
        if field.uncertain
    }
    return MappingProxyType(found)


def _bound(text: str, field: Field, dictionary: Dictionary) -> Node | None:
    """F-32: a bound is a row expression of the field's own kind."""
    if not text:
        return None
    node = read_value(text, dictionary)
    if isinstance(node, tuple):
        where = f"fields.toml, [{field.name}]"
        raise RefusedError(*(Problem("F-32", where, problem.message) for problem in node))
    return node


Corner = tuple[tuple[Field, Side], ...]  # each uncertain field at one of its ends


def at_corner(node: Node, corner: Corner, dictionary: Dictionary) -> Node:
    """The expression with each uncertain fact at its end.

    A disputed fact lies at the end of the dispute, a known one where it is, a missing one at the
    bound of the dictionary, which is itself taken at the same corner.
    """
    sides = dict(corner)

    def fact(one: Fact) -> Node:
        field = one.field
        if field not in sides:
            return one
        side = sides[field]
        known: list[Node] = [Fact(disputed(field, side)), one]
        bound = missing_bounds(dictionary)[field][side]
        if bound is not None:
            rest = tuple(pair for pair in corner if pair[0] is not field)
            known.append(at_corner(bound, rest, dictionary))
        return Call("coalesce", tuple(known), field.type)

    return with_facts(node, fact)
