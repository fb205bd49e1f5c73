"""What is computed for one indicator: over which rows, under which conditions, which sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tolok.core.formula.dictionary import Dictionary, Field, FieldType
from tolok.core.formula.formula import Filter, Formula
from tolok.core.formula.knowledge import is_plain, known, plainer
from tolok.core.formula.nodes import Among, Constant, Fact, Missing, Node, Not, Some, all_of, facts


@dataclass(frozen=True)
class Measure:
    """A formula with its rows. A row is *in scope*, and then *used* or *left out* with a reason."""

    code: str
    formula: Formula
    speaks_of: Node | None  # the rows of its kinds and methods, and of the asker's filter
    filter: Node | None  # those of them that count
    included: Node | None  # rows a person took out of this indicator are not
    reference: Field  # the date that places a row in a period
    place: Node | None = None  # one group of rows, as their facts stand

    @cached_property
    def scope(self) -> Node | None:
        return all_of(self.place, self.speaks_of)

    @cached_property
    def needs(self) -> tuple[Node, ...]:
        """What must be known of a row: without it the row is left out, never counted as zero."""
        amounts = (aggregate.of for aggregate in self.formula.aggregates)
        found = [need for amount in amounts if amount is not None for need in known(amount)]
        given = {one for need in found if is_plain(need) for one in facts(need)}
        return tuple(dict.fromkeys(part for need in found for part in plainer(need, given)))

    @cached_property
    def used(self) -> Node | None:
        return all_of(self.scope, self.included, self.filter, *self.needs)

    @property
    def only_counts(self) -> bool:
        """Nothing but rows is counted and no fact is needed: then none of them is truly 0."""
        return not self.needs and all(one.how != "sum" for one in self.formula.aggregates)


@dataclass(frozen=True)
class Rows:
    """Which rows an indicator speaks about."""

    kinds: tuple[str, ...]  # of `baris`
    methods: tuple[str, ...] = ()  # of `mtd_pemilihan`; none = every method
    where: Filter | None = None  # the asker's own filter; one on the method replaces `methods`
    excluded: tuple[str, ...] = ()  # package codes

    def speaks_of(self, dictionary: Dictionary) -> Node | None:
        method = dictionary["mtd_pemilihan"]
        asked = self.where is not None and method in self.where.fields
        methods = () if asked else self.methods
        return all_of(
            among(dictionary["baris"], self.kinds),
            among(method, methods),
            self.where.condition if self.where else None,
        )

    def included(self, dictionary: Dictionary) -> Node | None:
        """A row without a code (a budget row) cannot have been taken out."""
        code = dictionary["kd_paket"]
        if taken_out := among(code, sorted(self.excluded)):
            return Some((Missing(Fact(code)), Not(taken_out)))
        return None


def among(field: Field, words: Iterable[str]) -> Node | None:
    listed = tuple(Constant(word, FieldType.TEXT) for word in words)
    return Among(Fact(field), listed) if listed else None
