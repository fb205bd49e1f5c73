"""The honest interval of each value, and the shortest list of facts that would settle it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from tolok.core.formula.cases import MOST_CASES, cases_query, count_cases
from tolok.core.formula.corners import DISPUTED, uncertain_fields
from tolok.core.formula.dictionary import Field
from tolok.core.formula.formula import Formula
from tolok.core.formula.interval import UnboundedError, interval, sum_interval
from tolok.core.formula.measure import Measure
from tolok.core.formula.quotient import rounded
from tolok.core.formula.unsettled import SCALE, Doubt, read_doubts, whole
from tolok.measurement.engine import Session
from tolok.measurement.sums import Sums
from tolok.registry.dictionary import dictionary

ENDLESS = "rentang tidak terbatas: ada fakta yang batasnya tidak diketahui"
ZERO_BELOW = "rentang tidak terbatas: penyebut dapat bernilai nol atau negatif"
NOTHING_BELOW = "rentang tidak dapat dihitung: penyebutnya 0"
NOT_COMPUTED = "rentang tidak dihitung untuk rumus ini"


Doubts: TypeAlias = Mapping[str, Mapping[tuple[object, ...], Doubt] | None]


@dataclass(frozen=True)
class Settle:
    """One kind of fact that would narrow the interval, and for how many packages."""

    field: str
    label: str
    packages: int
    sentence: str  # "lengkapi 6 tanggal BAST"


@dataclass(frozen=True)
class Interval:
    """The lowest and highest value possible; None with the reason when there is no bound."""

    lowest: Decimal | None
    highest: Decimal | None
    reason: str = ""
    settles: tuple[Settle, ...] = ()


def doubts(session: Session, measures: Sequence[Measure], by: Sequence[str]) -> Doubts:
    """What is not settled, by measure and group; None when that cannot be told for a formula."""
    queries = {
        one.code: cases_query(one, dictionary(), by=by, dialect="duckdb")
        for one in measures
        if uncertain_fields(one) and _can_be_told(one)
    }
    answers = session.all_rows([query.text for query in queries.values()])
    found: dict[str, Mapping[tuple[object, ...], Doubt] | None] = {
        one.code: {} if _can_be_told(one) else None for one in measures
    }
    for (code, query), answer in zip(queries.items(), answers, strict=True):
        found[code] = None if answer is None else read_doubts(query, answer)
    return found


def _can_be_told(measure: Measure) -> bool:
    """Different values have no contribution of their own; too many cases take too long."""
    if not uncertain_fields(measure):
        return True
    counts_different = any(one.how == "distinct" for one in measure.formula.aggregates)
    return not counts_different and count_cases(measure) <= MOST_CASES


def bounded(sums: Sums, doubt: Doubt | None) -> Interval:
    """The interval around a value; the value itself always lies in it."""
    value = sums.value
    if doubt is None:
        return Interval(value, value, "" if value is not None else NOTHING_BELOW)
    settles = tuple(_settle(field, state, n) for (field, state), n in _most_first(doubt))
    if doubt.endless:
        return Interval(None, None, ENDLESS, settles)
    try:
        ends = _ends(sums.measure.formula, sums, doubt)
    except UnboundedError:
        return Interval(None, None, ZERO_BELOW, settles)
    known = [one for one in (value, *ends) if one is not None]
    if not known:
        return Interval(None, None, NOTHING_BELOW, settles)
    return Interval(min(known), max(known), "", settles)


def _ends(formula: Formula, sums: Sums, doubt: Doubt) -> tuple[Decimal, ...]:
    above, below = whole(*sums.quotient)
    settled = (above - doubt.today[0], below - doubt.today[1])
    least, most = ((settled[0] + one[0], settled[1] + one[1]) for one in (doubt.least, doubt.most))
    found: tuple[Fraction, ...] | None
    if formula.denominator is None:
        found = tuple(end / SCALE for end in sum_interval(least[0], most[0], doubt.rows))
    else:
        found = interval(least, most, doubt.rows)
    return tuple(rounded(formula.factor * end) for end in found or ())


def _most_first(doubt: Doubt) -> list[tuple[tuple[Field, int], int]]:
    """In an order that does not depend on the order of the rows."""
    counted = [item for item in doubt.settles.items() if item[1]]
    return sorted(counted, key=lambda item: (-item[1], item[0][0].name, item[0][1]))


def _settle(field: Field, state: int, packages: int) -> Settle:
    verb = "pastikan" if state == DISPUTED else "lengkapi"
    sentence = f"{verb} {packages} {field.lacking}"
    return Settle(field.name, field.label, packages, sentence)
