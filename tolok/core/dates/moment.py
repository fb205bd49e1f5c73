"""What a cell with a date holds."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from tolok.core.dates import refusals
from tolok.core.problem import Problem
from tolok.core.zones import Zone

UTC: Final = timedelta(0)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with, where they are stated, the time of day and the zone of the clock."""

    day: date
    clock: time | None = None  # None: only the day is known
    zone: Zone | None = None  # None: the zone of whoever published it

    @property
    def local(self) -> datetime:
        """The clock as it was published; midnight where only the day is known."""
        return datetime.combine(self.day, self.clock or time())


def moment(
    text: str, day: date, clock: time | None, *, offset: timedelta | None
) -> Moment | Problem:
    """A moment within the years that make sense, on its own clock.

    Offset zero is how the source systems label their local clock, so nothing is shifted,
    and a midnight under that label is a bare day.
    """
    if not refusals.FIRST_YEAR <= day.year <= refusals.LAST_YEAR:
        return refusals.year_out_of_range(text)
    if offset == UTC:
        return Moment(day, None if clock == time() else clock)
    zone = Zone.with_offset(offset) if offset is not None else None
    if offset is not None and zone is None:
        return refusals.foreign_zone(text)
    return Moment(day, clock, zone)
