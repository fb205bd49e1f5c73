"""When a step is due: from the day its clock starts, in the days its SOP counts by.

    last_day = due(completed_on, Duration(3), DayType.WORKING, calendar)

The day ends at midnight by the clock of the unit's zone (`core.zones`), whatever the server's says.
Days that follow an event (the predecessors' completion) count from the next day; days that
begin with a day of their own (a collection window) count that day too.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from tolok.core.calendar import WorkCalendar, add_calendar_days
from tolok.core.durations import DayType, Duration, Span

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
