"""The collection windows a year begins with: May, August, November, January of the next year."""

from typing import Final

from tolok.core.deadlines import due
from tolok.core.durations import Duration
from tolok.core.period import collection_window
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import FiscalYear, YearPeriod

LENGTH: Final = Duration(30)  # Kaltim SOP, KT5; in days of the year's own type


def usual_windows(year: FiscalYear) -> list[YearPeriod]:
    """The five periods of a year, not stored yet; the year as a whole has no window."""
    holidays = calendar_of(year.agency)
    rows = [YearPeriod(year=year, code=code) for code in YearPeriod.Code]
    for row in rows:
        if row.code != YearPeriod.Code.YEAR:
            row.opens = collection_window(row.period).opens
            row.closes = due(row.opens, LENGTH, year.day_type, holidays, first_day_counts=True)
    return rows
