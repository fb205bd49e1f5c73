"""Values of indicators: computed over a snapshot, each with what it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from tolok.core.formula.formula import Filter
from tolok.core.formula.measure import Measure
from tolok.core.indicator import Indicator
from tolok.measurement.engine import Session, Snapshot, opened
from tolok.measurement.groups import checked, in_order, named
from tolok.measurement.intervals import NOT_COMPUTED, Doubts, Interval, Settle, bounded, doubts
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
    snapshot: str
    formula_version: str
    value: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    rows: int = 0  # used
    left_out: int = 0  # in scope but not used
    reason: str = ""  # why there is no value
    interval_reason: str = ""  # why there is no lowest and highest
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
    doubted = doubts(session, measures, by)
    found: dict[str, list[Sums]] = {one.code: [] for one in measures}
    for group in sums(session, measures, by):
        found[group.measure.code].append(group)
    for indicator, _ in asked:
        if indicator.code not in found:
            yield from _uncomputed(indicator, by, snapshot)
            continue
        values = [
            value_of(indicator, group, _interval(group, doubted), by=by, snapshot=snapshot)
            for group in found[indicator.code]
        ]
        why = lacking.get(indicator.code)
        for value in sorted(values, key=lambda value: in_order(value.group)):
            yield _without(value, why) if why else value


def _without(value: Value, why: str) -> Value:
    """Data that must exist are not there: what was counted stays, but it makes no value."""
    return replace(
        value, value=None, lowest=None, highest=None, reason=why, interval_reason=why, settles=()
    )


def _interval(group: Sums, doubted: Doubts) -> Interval:
    by_group = doubted[group.measure.code]
    if group.reason or by_group is None:
        return Interval(None, None, group.reason or NOT_COMPUTED)
    return bounded(group, by_group.get(group.keys))


def _uncomputed(indicator: Indicator, by: Sequence[str], snapshot: Snapshot) -> Iterator[Value]:
    """An indicator without a formula says what it needs: once, not for every group."""
    if not by:
        reason = f"belum dapat dihitung: perlu {indicator.needs}"
        yield Value(
            code=indicator.code,
            name=indicator.name,
            unit=indicator.unit,
            group={},
            snapshot=snapshot.sha256,
            formula_version=indicator.version,
            reason=reason,
            interval_reason=reason,
        )


def value_of(
    indicator: Indicator, group: Sums, interval: Interval, *, by: Sequence[str], snapshot: Snapshot
) -> Value:
    above, below = (None, None) if group.reason else group.quotient
    return Value(
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        group=named(by, group.keys),
        snapshot=snapshot.sha256,
        formula_version=indicator.version,
        value=group.value,
        lowest=interval.lowest,
        highest=interval.highest,
        numerator=above,
        denominator=below,
        rows=group.used,
        left_out=group.in_scope - group.used,
        reason=_reason(group),
        interval_reason=interval.reason,
        settles=interval.settles,
    )


def _reason(group: Sums) -> str:
    if group.reason or group.value is not None:
        return group.reason
    return ZERO_BELOW if group.used else NO_ROWS
