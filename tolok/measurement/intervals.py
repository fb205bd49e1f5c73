"""The honest interval of each value, and the shortest list of facts that would settle it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tolok.core.formula.corners import DISPUTED, MOST_UNCERTAIN, corners_query, uncertain_fields
from tolok.core.formula.dictionary import Field
from tolok.core.formula.formula import Formula
from tolok.core.formula.interval import UnboundedError, interval, sum_interval
from tolok.core.formula.measure import Measure
from tolok.core.formula.quotient import rounded
from tolok.core.formula.unsettled import SCALE, Doubt, read_doubts, whole
from tolok.measurement.engine import BeyondDigitsError, Session
from tolok.measurement.sums import Sums
from tolok.registry.dictionary import dictionary

ENDLESS = "rentang tidak terbatas: ada fakta yang batasnya tidak diketahui"
ZERO_BELOW = "rentang tidak terbatas: penyebut dapat bernilai nol atau negatif"
NOTHING_BELOW = "rentang tidak dapat dihitung: penyebutnya 0"
NOT_COMPUTED = "rentang tidak dihitung untuk rumus ini"


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


def doubts(
    session: Session, measure: Measure, by: Sequence[str]
) -> Mapping[tuple[object, ...], Doubt] | None:
    """What is not settled, by group; None when that cannot be told for this formula."""
    count = len(uncertain_fields(measure))
    if count > MOST_UNCERTAIN or any(one.how == "distinct" for one in measure.formula.aggregates):
        return None
    if not count:
        return {}
    query = corners_query(measure, dictionary(), by=by, dialect="duckdb")
    try:
        return read_doubts(query, session.rows(query.text), measure.formula)
    except BeyondDigitsError:
        return None


def bounded(sums: Sums, value: Decimal | None, doubt: Doubt | None) -> Interval:
    """The interval around a value; the value itself always lies in it."""
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
    above, below = whole(formula, sums.totals)
    settled = (above - doubt.today[0], below - doubt.today[1])
    found: tuple[Fraction, ...] | None
    if formula.denominator is None:
        found = tuple(end / SCALE for end in sum_interval(settled[0], doubt.rows))
    else:
        found = interval(settled, doubt.rows)
    return tuple(rounded(formula.factor * end) for end in found or ())


def _most_first(doubt: Doubt) -> list[tuple[tuple[Field, int], int]]:
    """In an order that does not depend on the order of the rows."""
    return sorted(doubt.settles.items(), key=lambda item: (-item[1], item[0][0].name, item[0][1]))


def _settle(field: Field, state: int, packages: int) -> Settle:
    verb = "pastikan" if state == DISPUTED else "lengkapi"
    sentence = f"{verb} {packages} {field.lacking}"
    return Settle(field.name, field.label, packages, sentence)
