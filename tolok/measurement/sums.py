"""Numerators and denominators by group: one query for all measures with the same grouping."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tolok.core.formula.measure import Measure
from tolok.core.formula.shape import Aggregate
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
    totals: dict[Aggregate, Decimal]
    reason: str = ""  # why there are none


def sums(session: Session, measures: Sequence[Measure], by: tuple[str, ...]) -> Iterator[Sums]:
    """Of every measure: each group it has rows in scope for; without groups exactly one."""
    for together in with_one_grouping(measures, by):
        try:
            query = compiled(together, by)
            answer = session.rows(query.text)
        except BeyondDigitsError:
            yield from _one_by_one(session, together, by)
        else:
            for measure in together:
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
            yield Sums(measure, keys, 0, 0, {}, "tidak dapat dihitung: angkanya terlalu besar")


def _read(query: TotalsQuery, answer: Sequence[Row], measure: Measure) -> Iterator[Sums]:
    places = query.places[measure.code]
    for row in answer:
        if query.by and not row[places.in_scope]:
            continue
        totals = {one: Decimal(row[place] or 0) for one, place in places.sums.items()}
        keys = row[: len(query.by)]
        yield Sums(measure, keys, row[places.in_scope], row[places.used], totals)
