"""Working days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.calendar import WorkCalendar, add_calendar_days, national_holidays

NATIONAL = WorkCalendar()
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
THURSDAY_BEFORE_NYEPI = date(2025, 3, 27)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 1, 1), "Tahun Baru Masehi"),
        (date(2025, 3, 31), "Hari Raya Idul Fitri"),
        (date(2025, 4, 7), "Cuti Bersama Hari Raya Idul Fitri"),
        (date(2025, 8, 17), "Hari Kemerdekaan Republik Indonesia"),
    ],
)
def test_public_holidays_and_joint_leave_are_known_by_name(day, name):
    assert NATIONAL.holiday(day) == name
    assert not NATIONAL.is_working_day(day)


def test_days_that_follow_the_moon_are_marked_as_estimates_until_they_are_decreed():
    future = national_holidays(2030).values()

    assert "Hari Raya Idul Fitri (perkiraan)" in future


def test_a_term_leaps_over_weekends_holidays_and_joint_leave():
    # 28 March joint leave, 29-30 weekend, 31 March to 7 April Idul Fitri with its joint leave
    assert NATIONAL.add_working_days(THURSDAY_BEFORE_NYEPI, 3) == date(2025, 4, 10)
    assert NATIONAL.working_days_between(THURSDAY_BEFORE_NYEPI, date(2025, 4, 10)) == 3
    assert NATIONAL.add_working_days(date(2025, 4, 8), -1) == THURSDAY_BEFORE_NYEPI


def test_a_term_of_zero_ends_at_once_or_on_the_next_working_day():
    assert NATIONAL.add_working_days(THURSDAY_BEFORE_NYEPI, 0) == THURSDAY_BEFORE_NYEPI
    assert NATIONAL.add_working_days(date(2025, 4, 5), 0) == date(2025, 4, 8)


def test_a_unit_adds_its_own_holidays_and_removes_listed_ones():
    election, worked = date(2025, 4, 9), date(2025, 4, 7)
    local = WorkCalendar(additions={election: "Pemilihan daerah"}, removals=frozenset({worked}))

    assert local.holiday(election) == "Pemilihan daerah"
    assert local.is_working_day(worked)
    assert local.add_working_days(THURSDAY_BEFORE_NYEPI, 3) == date(2025, 4, 10)


def test_a_unit_may_work_on_saturdays():
    six_days = WorkCalendar(weekend=frozenset({6}))

    assert six_days.is_working_day(date(2025, 5, 3))
    assert not six_days.is_working_day(date(2025, 5, 4))


def test_a_week_without_a_working_day_is_refused():
    with pytest.raises(ValueError, match="a week without a working day"):
        WorkCalendar(weekend=frozenset(range(7)))


@given(DAYS, st.integers(1, 200))
def test_adding_and_counting_working_days_agree(start, days):
    end = NATIONAL.add_working_days(start, days)

    assert NATIONAL.is_working_day(end)
    assert NATIONAL.working_days_between(start, end) == days
    assert NATIONAL.working_days_between(end, start) == -days


@given(DAYS, st.integers(0, 400))
def test_a_term_in_working_days_is_never_shorter_than_in_calendar_days(start, days):
    assert NATIONAL.add_working_days(start, days) >= add_calendar_days(start, days)


def test_a_term_in_calendar_days_counts_every_day():
    assert add_calendar_days(date(2025, 1, 1), 30) == date(2025, 1, 31)
