"""On which days an agency works, as `core.deadlines` needs to know it."""

from collections.abc import Mapping
from datetime import date

from tolok.core.calendar import WorkCalendar, national_holidays
from tolok.cycle.models import Holiday
from tolok.organisation.models import Agency


def calendar_of(agency: Agency) -> WorkCalendar:
    """One query. Years with rows of their own follow these alone, others the national list."""
    rows = dict(Holiday.objects.filter(agency=agency).values_list("day", "name"))
    return WorkCalendar(additions=rows, removals=_worked(rows))


def _worked(rows: Mapping[date, str]) -> frozenset[date]:
    """National holidays that the agency's own list no longer has."""
    years = {day.year for day in rows}
    return frozenset(day for year in years for day in national_holidays(year) if day not in rows)
