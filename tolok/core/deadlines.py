"""When a step is due: from the day its clock starts, in the days its SOP counts by.

    last_day = due(completed_on, Duration(3), DayType.WORKING, calendar)
    deadline = Deadline(last_day, Zone.WITA)
    deadline.is_past(timezone.now())

Days that follow an event (the predecessors' completion) count from the next day; days that
begin with a day of their own (a collection window) count that day too.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from tolok.core.calendar import WorkCalendar, add_calendar_days, deadline
from tolok.core.dates import format_date
from tolok.core.durations import DayType, Duration, Span
from tolok.core.zones import Zone

_ONE_DAY: Final = timedelta(days=1)
_MONTHS_A_YEAR: Final = 12


class Starts(StrEnum):
    """What starts a step's clock; the value is the word used in a definition."""

    PREDECESSORS = "predecessors"  # the day on which the last of them was completed
    WINDOW = "window"  # the first day of a collection window, which itself counts
    DATE = "date"  # a day the unit set, which itself counts
    NOTHING = "nothing"  # no clock runs; the unit may set a date

    @property
    def first_day_counts(self) -> bool:
        return self in (Starts.WINDOW, Starts.DATE)


def due(  # noqa: PLR0913  the four things a term is made of, and how two of them are read
    start: date,
    duration: Duration,
    days: DayType,
    holidays: WorkCalendar,
    *,
    first_day_counts: bool = False,
    year: int | None = None,
) -> date:
    """The last day of a term.

    Months and years are counted by the calendar whatever the type of days. "The fiscal year"
    ends on 31 December of `year`, or of the start's year where none is given.
    """
    before = start - _ONE_DAY if first_day_counts else start
    match duration.span:
        case Span.DAYS if days is DayType.WORKING:
            return holidays.add_working_days(before, duration.amount)
        case Span.DAYS:
            return add_calendar_days(before, duration.amount)
        case Span.MONTHS:
            return _add_months(before, duration.amount)
        case Span.YEARS:
            return _add_months(before, duration.amount * _MONTHS_A_YEAR)
        case Span.FISCAL_YEAR:
            return date(year or start.year, 12, 31)


def _add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a term; it ends at 23.59 on the clock of the unit's zone."""

    day: date
    zone: Zone

    @property
    def moment(self) -> datetime:
        return deadline(self.day, self.zone)

    def is_past(self, now: datetime) -> bool:
        """T19: what counts is the day on the unit's clock; the whole last minute is in time."""
        return self.zone.day_of(now) > self.day

    def days_left(self, now: datetime) -> int:
        """0 on the last day, negative when late."""
        return (self.day - self.zone.day_of(now)).days

    @property
    def label(self) -> str:
        """30 Mei 2025, 23.59 WITA."""
        return f"{format_date(self.day)}, 23.59 {self.zone.name}"
