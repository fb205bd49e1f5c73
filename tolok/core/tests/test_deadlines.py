from datetime import UTC, date, datetime

import pytest

from tolok.core.calendar import WorkCalendar
from tolok.core.deadlines import Starts, due
from tolok.core.durations import FISCAL_YEAR, DayType, Duration, Span
from tolok.core.period import collection_window, quarter
from tolok.core.zones import Zone

NATIONAL = WorkCalendar()
BEFORE_IDUL_FITRI = date(2025, 3, 27)  # a Thursday; the next working day is 8 April


@pytest.mark.parametrize(
    ("duration", "days", "last"),
    [
        (Duration(3), DayType.CALENDAR, date(2025, 3, 30)),
        (Duration(3), DayType.WORKING, date(2025, 4, 10)),
        (Duration(30), DayType.CALENDAR, date(2025, 4, 26)),
        (Duration(1, Span.MONTHS), DayType.WORKING, date(2025, 4, 27)),
        (Duration(1, Span.YEARS), DayType.CALENDAR, date(2026, 3, 27)),
        (FISCAL_YEAR, DayType.WORKING, date(2025, 12, 31)),
    ],
)
def test_days_after_an_event_count_from_the_next_day(duration, days, last):
    assert due(BEFORE_IDUL_FITRI, duration, days, NATIONAL) == last


def test_a_month_ends_on_its_last_day_where_it_has_no_such_day():
    month = Duration(1, Span.MONTHS)

    assert due(date(2024, 1, 31), month, DayType.CALENDAR, NATIONAL) == date(2024, 2, 29)
    assert due(date(2024, 12, 15), month, DayType.CALENDAR, NATIONAL) == date(2025, 1, 15)


def test_the_fiscal_year_is_that_of_the_step_even_when_it_starts_before_it():
    last = due(date(2024, 12, 20), FISCAL_YEAR, DayType.CALENDAR, NATIONAL, year=2025)

    assert last == date(2025, 12, 31)


def test_the_first_day_of_a_window_counts_itself():
    window = collection_window(quarter(2025, 1))

    last = due(window.opens, Duration(30), DayType.CALENDAR, NATIONAL, first_day_counts=True)

    assert last == window.closes == date(2025, 5, 30)


def test_in_working_days_a_window_that_opens_on_a_holiday_counts_from_the_first_working_day():
    opens = date(2025, 5, 1)  # Labour Day, a Thursday

    last = due(opens, Duration(2), DayType.WORKING, NATIONAL, first_day_counts=True)

    assert last == date(2025, 5, 5)


def test_only_clocks_with_a_day_of_their_own_count_it():
    assert {one for one in Starts if one.first_day_counts} == {Starts.WINDOW, Starts.DATE}


def test_the_same_moment_is_the_next_day_in_the_east_and_still_the_last_in_the_west():
    """T19: whatever the server's clock is set to, the unit's own midnight ends the day."""
    now = datetime(2025, 5, 30, 15, 1, tzinfo=UTC)  # 00.01 WIT, 23.01 WITA, 22.01 WIB

    days = {zone.name: zone.day_of(now).day for zone in Zone}

    assert days == {"WIB": 30, "WITA": 30, "WIT": 31}


def test_a_moment_without_an_offset_is_refused():
    with pytest.raises(ValueError, match="without an offset"):
        Zone.WIB.day_of(datetime(2025, 5, 30, 12))  # noqa: DTZ001
