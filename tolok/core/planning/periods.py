"""The periods for which an indicator has targets: those of its reporting frequency."""

from typing import Final

from tolok.core.dates import MONTHS
from tolok.core.indicator import Consolidation, Frequency
from tolok.core.period import Kind, Period
from tolok.core.period.periods import ROMAN
from tolok.core.planning.content import Indicator, Target

WHOLE_YEAR: Final = 0
KINDS: Final = {
    Frequency.MONTHLY: Kind.MONTH,
    Frequency.QUARTERLY: Kind.QUARTER,
    Frequency.HALF_YEARLY: Kind.SEMESTER,
    Frequency.YEARLY: Kind.YEAR,
}
QUARTERS: Final = tuple(f"TW {roman}" for roman in ROMAN)


def period_names(frequency: str) -> tuple[str, ...]:
    """TW I … TW IV; Januari … Desember; Semester I, II; Setahun."""
    match KINDS[Frequency(frequency)]:
        case Kind.MONTH:
            return MONTHS
        case Kind.QUARTER:
            return QUARTERS
        case Kind.SEMESTER:
            return tuple(f"Semester {roman}" for roman in ROMAN[:2])
    return ("Setahun",)


def quarter_of(frequency: str, number: int) -> int:
    """The quarter in which a period ends; the whole year ends in the fourth."""
    if number == WHOLE_YEAR:
        return Kind.QUARTER.per_year
    period = Period(KINDS[Frequency(frequency)], 2000, number)  # every year is cut the same way
    return Period.containing(period.end, Kind.QUARTER).number


def by_quarter(indicator: Indicator) -> tuple[Target | None, ...]:
    """For tables by quarter: the target of the last period that ends in it, None without one."""
    ends: list[Target | None] = [None] * Kind.QUARTER.per_year
    for target in sorted(indicator.targets, key=lambda one: one.number):
        if target.number != WHOLE_YEAR:
            ends[quarter_of(indicator.reporting, target.number) - 1] = target
    return tuple(ends)


def year_target(indicator: Indicator) -> Target | None:
    """The year's own target; where none was set, the sum of a summed indicator's periods, else
    the target of the last period (ours)."""
    own = indicator.target_of(WHOLE_YEAR)
    periods = [one for one in indicator.targets if one.number != WHOLE_YEAR]
    if own is not None or not periods:
        return own
    if indicator.consolidation == Consolidation.SUM:
        return Target(WHOLE_YEAR, sum(one.low for one in periods), sum(one.high for one in periods))  # type: ignore[arg-type]
    last = max(periods, key=lambda one: one.number)
    return Target(WHOLE_YEAR, last.low, last.high)
