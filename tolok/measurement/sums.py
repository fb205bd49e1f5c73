"""Numerators and denominators by group: one query for all measures with the same grouping."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from tolok.core.formula.measure import Measure
from tolok.core.formula.quotient import quotient
from tolok.core.formula.sql import sql
from tolok.core.formula.totals import PERIODS, TABLE, TotalsQuery, select, totals_query
from tolok.core.formula.words import in_words
from tolok.core.indicator import Indicator
from tolok.measurement.engine import BeyondDigitsError, Row, Session
from tolok.registry.dictionary import dictionary


@dataclass(frozen=True)
class Sums:
    """What the rows of one group add up to for one measure."""

    measure: Measure
    keys: Row
    in_scope: int
    used: int
    totals: tuple[Decimal, ...]  # in the order of the formula's aggregates
    reason: str = ""  # why there are none

    @cached_property
    def quotient(self) -> tuple[Decimal, Decimal | None]:
        """Numerator and denominator, without the factor."""
        return self.measure.formula.sums(self.totals)

    @cached_property
    def value(self) -> Decimal | None:
        """None for a denominator of 0 and a sum over no rows, which is not 0; a count may be."""
        is_count = self.in_scope and self.measure.only_counts
        if self.reason or not (self.used or is_count):
            return None
        return quotient(self.measure.formula.factor, *self.quotient)


def sums(session: Session, measures: Sequence[Measure], by: tuple[str, ...]) -> Iterator[Sums]:
    """Of every measure: each group it has rows in scope for; without groups exactly one."""
    together = with_one_grouping(measures, by)
    queries = [compiled(one, by) for one in together]
    answers = session.all_rows([query.text for query in queries])
    for of_one_grouping, query, answer in zip(together, queries, answers, strict=True):
        if answer is None:
            yield from _one_by_one(session, of_one_grouping, by)
            continue
        for measure in of_one_grouping:
            yield from _read(query, answer, measure)


def absent(session: Session, indicators: Iterable[Indicator]) -> dict[str, str]:
    """Indicator -> which data it must have are not in the snapshot at all.

    A share of e-purchasing is not 0 % because nobody imported the catalogue's orders.
    """
    wanted = [(one.code, must) for one in indicators for must in one.must_exist]
    if not wanted:
        return {}
    columns = [f"COUNT(*) FILTER (WHERE {sql(must.condition, 'duckdb')})" for _, must in wanted]
    (counts,) = session.rows(select(columns, TABLE))
    return {
        code: f"tidak dapat dihitung: belum ada data dengan {in_words(must.condition)}"
        for (code, must), count in reversed(list(zip(wanted, counts, strict=True)))
        if not count
    }


def with_one_grouping(measures: Sequence[Measure], by: tuple[str, ...]) -> list[list[Measure]]:
    """Periods are placed by each measure's own date; without periods all go together."""
    if not PERIODS.keys() & set(by):
        return [list(measures)] if measures else []
    ordered = sorted(measures, key=lambda one: one.reference.name)
    return [list(group) for _, group in groupby(ordered, key=lambda one: one.reference.name)]


def compiled(measures: Sequence[Measure], by: tuple[str, ...]) -> TotalsQuery:
    return totals_query(measures, dictionary(), by=by, dialect="duckdb")


def _one_by_one(
    session: Session, measures: Sequence[Measure], by: tuple[str, ...]
) -> Iterator[Sums]:
    """One measure whose sum has too many digits does not take the others with it."""
    for measure in measures:
        query = compiled([measure], by)
        try:
            yield from _read(query, session.rows(query.text), measure)
        except BeyondDigitsError:
            keys = ("",) * len(by)
            yield Sums(measure, keys, 0, 0, (), "tidak dapat dihitung: angkanya terlalu besar")


def _read(query: TotalsQuery, answer: Sequence[Row], measure: Measure) -> Iterator[Sums]:
    places = query.places[measure.code]
    for row in answer:
        if query.by and not row[places.in_scope]:
            continue
        totals = tuple(Decimal(row[place] or 0) for place in places.sums)
        keys = row[: len(query.by)]
        yield Sums(measure, keys, row[places.in_scope], row[places.used], totals)
