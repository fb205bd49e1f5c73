"""Values of indicators: computed over a snapshot, each with what it is made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from tolok.core.formula.formula import Filter
from tolok.core.formula.measure import Measure
from tolok.core.formula.quotient import quotient
from tolok.core.formula.unsettled import Doubt
from tolok.core.indicator import Indicator
from tolok.measurement.engine import Session, Snapshot, opened
from tolok.measurement.groups import checked, in_order, named
from tolok.measurement.intervals import NOT_COMPUTED, Interval, Settle, bounded, doubts
from tolok.measurement.sums import Sums, absent, sums
from tolok.registry.dictionary import dictionary

Exclusions: TypeAlias = Mapping[str, Mapping[str, str]]  # indicator -> package -> reason
NO_EXCLUSIONS: Final[Exclusions] = MappingProxyType({})
NO_ROWS: Final = "tidak dapat dihitung: tidak ada data yang memenuhi syarat"
ZERO_BELOW: Final = "tidak dapat dihitung: penyebutnya 0"


@dataclass(frozen=True)
class Value:
    """One indicator's value for one group, or the reason there is none.

    Numerator and denominator are without the formula's factor; a plain sum has no denominator.
    """

    code: str
    name: str
    unit: str
    group: Mapping[str, str]
    value: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    rows: int  # used
    left_out: int  # in scope but not used
    reason: str  # why there is no value
    interval_reason: str  # why there is no lowest and highest
    snapshot: str
    formula_version: str
    settles: tuple[Settle, ...] = ()


def measure(
    snapshot: Snapshot,
    indicators: Sequence[Indicator],
    *,
    where: Filter | None = None,
    by: Sequence[str] = (),
    exclusions: Exclusions = NO_EXCLUSIONS,
) -> list[Value]:
    """The values of the indicators, in their order, and within each in the order of the groups.

    `where` narrows the rows; one that names `mtd_pemilihan` replaces the indicators' own scope.
    """
    groups = checked(by)
    asked = [
        (one, one.measure(dictionary(), where=where, excluded=exclusions.get(one.code, {})))
        for one in indicators
    ]
    with opened(snapshot) as session:
        return list(measured(session, asked, by=groups, snapshot=snapshot))


def measured(
    session: Session,
    asked: Sequence[tuple[Indicator, Measure | None]],
    *,
    by: tuple[str, ...] = (),
    snapshot: Snapshot,
) -> Iterator[Value]:
    """The values of indicators whose rows are already chosen."""
    measures = [one for _, one in asked if one is not None]
    lacking = absent(session, [indicator for indicator, _ in asked])
    doubted = {one.code: doubts(session, one, by) for one in measures}
    found: dict[str, list[tuple[Sums, Interval]]] = {one.code: [] for one in measures}
    for group in sums(session, measures, by):
        found[group.measure.code].append((group, _interval(group, doubted)))
    for indicator, _ in asked:
        values = _values(indicator, found.get(indicator.code), by, snapshot)
        why = lacking.get(indicator.code)
        yield from (_without(value, why) if why else value for value in values)


def _without(value: Value, why: str) -> Value:
    """Data that must exist are not there: what was counted stays, but it makes no value."""
    return replace(
        value, value=None, lowest=None, highest=None, reason=why, interval_reason=why, settles=()
    )


def _interval(
    group: Sums, doubted: Mapping[str, Mapping[tuple[object, ...], Doubt] | None]
) -> Interval:
    by_group = doubted[group.measure.code]
    if by_group is None:
        return Interval(None, None, NOT_COMPUTED)
    return bounded(group, _quotient(group), by_group.get(group.keys))


def _values(
    indicator: Indicator,
    found: Sequence[tuple[Sums, Interval]] | None,
    by: Sequence[str],
    snapshot: Snapshot,
) -> Iterable[Value]:
    if found is None:  # no formula: said once, not for every group
        reason = f"belum dapat dihitung: perlu {indicator.needs}"
        return [] if by else [_empty(indicator, snapshot, reason)]
    values = (
        _value(indicator, group, interval, by=by, snapshot=snapshot) for group, interval in found
    )
    return sorted(values, key=lambda value: in_order(value.group))


def _empty(indicator: Indicator, snapshot: Snapshot, reason: str) -> Value:
    return Value(
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        group={},
        value=None,
        lowest=None,
        highest=None,
        numerator=None,
        denominator=None,
        rows=0,
        left_out=0,
        reason=reason,
        interval_reason=reason,
        snapshot=snapshot.sha256,
        formula_version=indicator.version,
    )


def _value(
    indicator: Indicator, group: Sums, interval: Interval, *, by: Sequence[str], snapshot: Snapshot
) -> Value:
    empty = _empty(indicator, snapshot, group.reason)
    if group.reason:
        return replace(empty, group=named(by, group.keys))
    above, below = group.measure.formula.sums(group.totals)
    value = _quotient(group)
    return replace(
        empty,
        group=named(by, group.keys),
        value=value,
        lowest=interval.lowest,
        highest=interval.highest,
        numerator=above,
        denominator=below,
        rows=group.used,
        left_out=group.in_scope - group.used,
        reason="" if value is not None else ZERO_BELOW if group.used else NO_ROWS,
        interval_reason=interval.reason,
        settles=interval.settles,
    )


def _quotient(group: Sums) -> Decimal | None:
    """None for a denominator of 0 and for a sum over no rows, which is not 0; a count may be."""
    is_count = group.in_scope and group.measure.only_counts
    if group.reason or not (group.used or is_count):
        return None
    return quotient(group.measure.formula.factor, *group.measure.formula.sums(group.totals))
