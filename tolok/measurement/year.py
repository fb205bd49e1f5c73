"""The values of an agency's year, as its pages read them: kept ones, measured when missing."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tolok.core.indicator import Indicator
from tolok.measurement.actions import measure_year
from tolok.measurement.showing import Shown
from tolok.measurement.year_values import YearValues, read_kept
from tolok.registry.models import Snapshot


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
