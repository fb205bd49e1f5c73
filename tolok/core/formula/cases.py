"""The query behind the honest interval: what the rows that are not settled may contribute.

A *case* is a corner and, where an end is not known there, which way each open count goes. In every
case a row adds a numerator and a denominator. Most rows have one denominator in all cases: only
their least and greatest numerators matter, and these are added up in the query. The others come
back one by one, rows alike counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from tolok.core.formula.corners import (
    DISPUTED,
    MISSING,
    Corners,
    amount,
    asks_uncertain,
    is_uncertain,
    truth,
    uncertain_fields,
)
from tolok.core.formula.dictionary import Dictionary, Field
from tolok.core.formula.knowledge import is_plain
from tolok.core.formula.measure import Measure
from tolok.core.formula.shape import Aggregate, Terms
from tolok.core.formula.sql import Dialect
from tolok.core.formula.totals import TABLE, group_key, select

MOST_CASES: Final = 64  # beyond it the interval is not computed


@dataclass(frozen=True)
class CasesQuery:
    """One SELECT. Its columns: the keys; numerator and denominator in each of the `cases`, NULL
    where the denominator is the same in all; how many rows; what they add today (2); how many may
    add any amount; their least and greatest numerators and their denominators (3); of each field
    how many rows miss it and how many dispute it.
    """

    text: str
    keys: int
    cases: int
    fields: tuple[Field, ...]


def count_cases(measure: Measure) -> int:
    return int(2 ** (len(uncertain_fields(measure)) + len(_open_questions(measure))))


def cases_query(
    measure: Measure, dictionary: Dictionary, *, by: Sequence[str], dialect: Dialect
) -> CasesQuery:
    corners = Corners(measure, dictionary, dialect)
    keys = [group_key(name, measure.reference, dictionary, dialect) for name in by]
    writer = _Cases(measure, len(keys), len(corners.fields))
    steps = {
        "r": _rows(corners, keys),
        "p": select([*writer.kept, *writer.added(), *writer.ends()], "r"),
        "q": select([*writer.kept, *writer.spread()], "p"),
    }
    text = select(writer.asked(), "q", where=writer.moves(), by=writer.grouped)
    return CasesQuery(
        f"WITH {_one_by_one(steps, dialect)} {text}", len(keys), len(writer.each), corners.fields
    )


def _one_by_one(steps: Mapping[str, str], dialect: Dialect) -> str:
    """Each step is finished before the next: merged into one they take twenty times longer."""
    barrier = "" if dialect == "spark" else "MATERIALIZED "
    return ", ".join(f"{name} AS {barrier}({text})" for name, text in steps.items())


def _rows(corners: Corners, keys: Sequence[str]) -> str:
    """Each row with its states, what it adds today, and what it is at each corner."""
    measure, dialect = corners.measure, corners.dialect
    columns = {f"k{n}": key for n, key in enumerate(keys)}
    columns |= {f"s{n}": state for n, state in enumerate(corners.states())}
    columns["u"] = f"COALESCE({truth(measure.used, dialect)}, FALSE)"
    for n, one in enumerate(measure.formula.aggregates):
        columns[f"a{n}"] = amount(one, one.of, dialect)
    for c, corner in enumerate(corners.each()):
        columns[f"b{c}"] = corner.blind
        if asks_uncertain(measure):
            columns[f"m{c}"] = corner.met
        for n, one in enumerate(measure.formula.aggregates):
            if is_uncertain(one.of):
                columns[f"x{c}_{n}"] = corner.amounts[n]
    listed = [f"{text} AS {name}" for name, text in columns.items()]
    return select(listed, TABLE, where=" AND ".join(corners.conditions()))


def _open_questions(measure: Measure) -> tuple[Aggregate | None, ...]:
    """What may go either way where an end is unknown: each count, and (None) the filter itself."""
    counts = (one for one in measure.formula.aggregates if one.how == "count")
    found: list[Aggregate | None] = [one for one in counts if is_uncertain(one.of)]
    return tuple(found + [None] * asks_uncertain(measure))


class _Cases:
    """Writes the columns that compare the cases of a row."""

    def __init__(self, measure: Measure, keys: int, fields: int) -> None:
        self.formula = measure.formula
        self.fields = fields
        self.keys = [f"k{n}" for n in range(keys)]
        self.states = [f"s{n}" for n in range(fields)]
        self.questions = _open_questions(measure)
        answers = list(product((0, 1), repeat=len(self.questions)))
        self.listed = [(c, answer) for c in range(2**fields) for answer in answers]
        self.count = len(self.listed)
        self.one_denominator = _has_one_denominator(measure)
        self.above = [f"n{v}" for v in range(self.count)]
        self.below = ["d0"] if self.one_denominator else [f"d{v}" for v in range(self.count)]

    @property
    def kept(self) -> list[str]:
        return [*self.keys, *self.states]

    @property
    def each(self) -> list[tuple[str, str]]:
        """The pairs that come back one by one."""
        return [] if self.one_denominator else list(zip(self.above, self.below, strict=True))

    @property
    def grouped(self) -> int:
        return len(self.keys) + 2 * len(self.each)

    def added(self) -> list[str]:
        """What the row adds today, if it is used."""
        amounts = [f"a{n}" for n in range(len(self.formula.aggregates))]
        above, below = self._sums(amounts)
        today = [
            f"CASE WHEN u THEN {above} ELSE 0 END AS nn",
            f"CASE WHEN u THEN {below} ELSE 0 END AS nd",
        ]
        return [*today, f"{below} AS d0"] if self.one_denominator else today

    def ends(self) -> list[str]:
        """Numerator and denominator in each case, and whether there is no limit in any."""
        columns, endless = [], []
        for v, (corner, answer) in enumerate(self.listed):
            counted, amounts = self._case(corner, answer)
            known = self._known(amounts)
            added = " AND ".join([*counted, *known]) or "TRUE"
            above, below = self._sums(amounts)
            columns.append(f"CASE WHEN {added} THEN {above} ELSE 0 END AS n{v}")
            if not self.one_denominator:
                columns.append(f"CASE WHEN {added} THEN {below} ELSE 0 END AS d{v}")
            if known:
                endless.append(" AND ".join([*counted, f"b{corner}", f"NOT ({added})"]))
        without_limit = " OR ".join(f"({one})" for one in endless) or "FALSE"
        return [*columns, f"({without_limit}) AS e"]

    def _known(self, amounts: Sequence[str]) -> list[str]:
        """What does not depend on an uncertain fact is known: the query asks only such rows."""
        of = (one.of for one in self.formula.aggregates)
        pairs = zip(amounts, of, strict=True)
        return [f"{text} IS NOT NULL" for text, node in pairs if is_uncertain(node)]

    def spread(self) -> list[str]:
        """The cases with their least and greatest, and whether one denominator serves them all."""
        columns = ["nn", "nd", "e", *self.above, *self.below]
        columns += [f"{_least(self.above)} AS lo", f"{_greatest(self.above)} AS hi"]
        if not self.one_denominator:
            columns.append(f"({_least(self.below)} = {_greatest(self.below)}) AS f")
        return columns

    def moves(self) -> str:
        """A row that adds the same in every case and today is settled after all."""
        several = "" if self.one_denominator else " OR NOT f"
        return f"e OR lo <> hi OR nn <> lo OR nd <> d0{several}"

    def asked(self) -> list[str]:
        each = [f"CASE WHEN f THEN NULL ELSE {one} END" for pair in self.each for one in pair]
        same = [self._together(one) for one in ("lo", "hi", "d0")]
        endless = "SUM(CASE WHEN e THEN 1 ELSE 0 END)"
        sums = ["COUNT(*)", "SUM(nn)", "SUM(nd)", endless, *same]
        return [*self.keys, *each, *sums, *self._settling()]

    def _together(self, column: str) -> str:
        """Over the rows with one denominator in all cases."""
        return f"SUM({column})" if self.one_denominator else f"SUM(CASE WHEN f THEN {column} END)"

    def _settling(self) -> list[str]:
        columns = []
        for n, state in enumerate(self.states):
            disputed = f"{state} = {DISPUTED} AND (e OR {self._matters(n)})"
            columns.append(f"SUM(CASE WHEN {state} = {MISSING} THEN 1 ELSE 0 END)")
            columns.append(f"SUM(CASE WHEN {disputed} THEN 1 ELSE 0 END)")
        return columns

    def _matters(self, field: int) -> str:
        """Moving this fact alone, from some corner, changes what the row adds."""
        step = self.count >> (field + 1)
        names = ("n",) if self.one_denominator else ("n", "d")
        pairs = ((v, v + step) for v in range(self.count) if not v & step)
        return " OR ".join(f"{name}{v} <> {name}{w}" for v, w in pairs for name in names)

    def _case(self, corner: int, answer: tuple[int, ...]) -> tuple[list[str], list[str]]:
        """Under which condition the row counts in a case, and its amounts."""
        answers = dict(zip(self.questions, answer, strict=True))
        counted = []
        if None in answers:
            counted = [f"COALESCE(m{corner}, b{corner} AND {answers[None]} = 1)"]
        return counted, [
            self._amount(n, one, corner, answers.get(one))
            for n, one in enumerate(self.formula.aggregates)
        ]

    def _amount(self, n: int, one: Aggregate, corner: int, answer: int | None) -> str:
        if not is_uncertain(one.of):
            return f"a{n}"
        text = f"x{corner}_{n}"
        return (
            text if answer is None else f"COALESCE({text}, CASE WHEN b{corner} THEN {answer} END)"
        )

    def _sums(self, amounts: Sequence[str]) -> tuple[str, str]:
        by_aggregate = dict(zip(self.formula.aggregates, amounts, strict=True))
        return _linear(self.formula.numerator, by_aggregate), _linear(
            self.formula.denominator or (), by_aggregate
        )


def _has_one_denominator(measure: Measure) -> bool:
    """Nothing the denominator and the choice of rows depend on is uncertain.

    Then it is the same in all cases, and not looked at in each.
    """
    below = (one.of for one, _ in measure.formula.denominator or ())
    plain = all(map(is_plain, measure.needs))
    return plain and not asks_uncertain(measure) and not any(map(is_uncertain, below))


def _least(columns: Sequence[str]) -> str:
    return f"LEAST({', '.join(columns)})"


def _greatest(columns: Sequence[str]) -> str:
    return f"GREATEST({', '.join(columns)})"


def _linear(terms: Terms, amounts: dict[Aggregate, str]) -> str:
    parts = (
        f"({number:f}) * {amounts[one]}" if number != 1 else amounts[one] for one, number in terms
    )
    return f"({' + '.join(parts)})" if terms else "0"
