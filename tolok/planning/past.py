"""How an indicator went before the year, by period, and how comparable agencies stood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from tolok.core.achievement import Direction, Target
from tolok.core.indicator import Frequency, Indicator
from tolok.core.numbers import format_number
from tolok.core.period import Period
from tolok.core.planning.periods import KINDS
from tolok.core.planning.proposals import (
    Past,
    Proposals,
    Spread,
    how_often_met,
    known,
    proposals,
    spread,
)
from tolok.measurement.in_force import every_indicator, exclusions_in_force
from tolok.measurement.keeping import from_json
from tolok.measurement.models import MeasuredIndicator
from tolok.measurement.values import Value, measure
from tolok.organisation.models import Agency
from tolok.planning.models import PlannedIndicator
from tolok.registry.models import Snapshot

YEARS_BACK: Final = 3
FEWEST_PEERS: Final = 3  # agencies; fewer would show whose figures they are
GROUPS: Final = {
    Frequency.MONTHLY: ("bulan",),
    Frequency.QUARTERLY: ("triwulan",),
    Frequency.HALF_YEARLY: ("semester",),
    Frequency.YEARLY: (),
}
UNITS: Final = {
    Frequency.MONTHLY: "bulan",
    Frequency.QUARTERLY: "triwulan",
    Frequency.HALF_YEARLY: "semester",
    Frequency.YEARLY: "tahun",
}
NO_ROWS: Final = "tidak ada data pada periode itu"


@dataclass(frozen=True)
class Help:
    """What a person sees beside a target."""

    indicator: PlannedIndicator
    past: tuple[Past, ...]  # oldest first
    peers: tuple[Decimal, ...]  # the year before, of comparable agencies

    @property
    def direction(self) -> Direction:
        return Direction(self.indicator.direction)

    @cached_property
    def spread(self) -> Spread | None:
        return spread(known(self.past))

    @cached_property
    def peer_spread(self) -> Spread | None:
        return spread(self.peers)

    @cached_property
    def proposals(self) -> Proposals | None:
        return proposals(self.past, self.direction, places=self.indicator.decimals)

    def told(self, target: Target) -> str:
        """The sentence of one target."""
        unit = UNITS[Frequency(self.indicator.reporting)]
        return how_often_met(self.past, target, self.direction, unit=unit)

    def words(self, target: Target) -> str:
        """As it is typed into the grid: "85", "5-10"."""
        ends = dict.fromkeys((target.low, target.high))
        return "-".join(format_number(end, self.indicator.decimals) for end in ends)


def help_for(row: PlannedIndicator) -> Help:
    version = row.version
    indicator = same_in_catalogue(row)
    if indicator is None:
        return Help(row, (), ())
    years = range(version.year - YEARS_BACK, version.year)
    past = [one for year in years for one in _of_year(version.agency, year, row, indicator)]
    return Help(row, tuple(past), tuple(peers(version.agency, version.year - 1, indicator)))


def same_in_catalogue(row: PlannedIndicator) -> Indicator | None:
    """The catalogue's indicator that still has the formula copied into the plan."""
    found = every_indicator(row.version.agency)
    same = (one for one in found if (one.code, one.version) == (row.code, row.formula_version))
    return next((one for one in same if one.formula is not None), None)


def values_in(
    agency: Agency, year: int, indicator: Indicator, by: Sequence[str] = ()
) -> list[Value]:
    """Measured over the newest data of a year; nothing where none was imported."""
    snapshot = Snapshot.objects.current(agency, year)
    if snapshot is None:
        return []
    exclusions = exclusions_in_force(agency, year)
    return measure(snapshot, [indicator], by=by, exclusions=exclusions)


def _of_year(
    agency: Agency, year: int, row: PlannedIndicator, indicator: Indicator
) -> Iterator[Past]:
    """Every period of the frequency; of a year without data none."""
    frequency = Frequency(row.reporting)
    found = values_in(agency, year, indicator, GROUPS[frequency])
    placed = {value.group.get(GROUPS[frequency][0], "") if value.group else "1": value
              for value in found}  # fmt: skip
    if not found:
        return
    kind = KINDS[frequency]
    for number in range(1, kind.per_year + 1):
        value = placed.get(str(number))
        name = Period(kind, year, number).label
        if value is None:
            yield Past(name, None, NO_ROWS)
        else:
            yield Past(name, value.value, value.reason)


def peers(agency: Agency, year: int, indicator: Indicator) -> Iterator[Decimal]:
    """The year's value of each other agency of the same kind that has been measured with the same
    formula; without names, and only when there are enough of them."""
    kept = MeasuredIndicator.objects.filter(
        code=indicator.code,
        formula_version=indicator.version,
        measurement__year=year,
        measurement__agency__kind=agency.kind,
    ).exclude(measurement__agency=agency)
    newest: dict[int, Decimal] = {}
    rows = kept.order_by("measurement__made_at").values_list("measurement__agency", "values")
    for whose, values in rows:
        whole = next((from_json(one) for one in values if not one["group"]), None)
        if whole is not None and whole.value is not None:
            newest[whose] = whole.value
    if len(newest) >= FEWEST_PEERS:
        yield from newest.values()
