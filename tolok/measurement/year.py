"""The values of an agency's year, as its pages read them: kept ones, measured when missing."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from tolok.core.indicator import Indicator
from tolok.measurement.actions import measure_year
from tolok.measurement.engine import opened
from tolok.measurement.in_force import exclusions_in_force
from tolok.measurement.intervals import NOT_COMPUTED, Interval
from tolok.measurement.showing import Shown
from tolok.measurement.sums import sums
from tolok.measurement.values import Value, value_of
from tolok.measurement.year_values import YearValues, read_kept
from tolok.registry.dictionary import dictionary
from tolok.registry.models import Snapshot

NO_INTERVAL: Final = Interval(None, None, NOT_COMPUTED)


def values_of(snapshot: Snapshot) -> YearValues:
    """Of the newest snapshot of an agency's year."""
    return read_kept(measure_year(snapshot.agency, snapshot.year))


def shown_in(
    snapshot: Snapshot, indicators: Sequence[Indicator], values: YearValues
) -> list[Shown]:
    """Each indicator with its value, its quarters, and its value of the year before."""
    before = values_before(snapshot, indicators)
    return [
        Shown(
            one,
            values.whole[one.code],
            {value.group["triwulan"]: value for value in values.quarters.get(one.code, ())},
            before.get(one.code),
        )
        for one in indicators
    ]


def sums_by(snapshot: Snapshot, indicator: Indicator, *by: str) -> list[Value]:
    """Values of many small groups, without the intervals, which cost more than the values."""
    exclusions = exclusions_in_force(snapshot.agency, snapshot.year).get(indicator.code, {})
    measure = indicator.measure(dictionary(), excluded=exclusions)
    if measure is None:
        return []
    with opened(snapshot) as session:
        return [
            value_of(indicator, group, NO_INTERVAL, by=by, snapshot=snapshot)
            for group in sums(session, [measure], by)
        ]


def values_before(snapshot: Snapshot, indicators: Sequence[Indicator]) -> Mapping[str, Decimal]:
    """Where the year before has data and was measured with the same formula."""
    earlier = Snapshot.objects.current(snapshot.agency, snapshot.year - 1)
    if earlier is None:
        return {}
    found = values_of(earlier).whole
    return {
        one.code: value
        for one in indicators
        if (before := found.get(one.code)) is not None
        and before.formula_version == one.version
        and (value := before.value) is not None
    }
