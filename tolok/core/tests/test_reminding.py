from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.calendar import WorkCalendar
from tolok.core.reminding import ARRIVED, Clock, Policy, digest_moment, newest_mark, notice_due
from tolok.core.zones import Zone

CALENDAR = WorkCalendar()
OURS = Policy()
DUE = date(2025, 5, 20)  # a Tuesday in a week without holidays
SUNDAY = date(2025, 5, 18)


def told(today, due=DUE, *, policy=OURS, rung=0, last=None):
    clock = Clock(date(2025, 5, 2), due, today, CALENDAR)
    notice = notice_due(clock, policy, rung=rung, last=last)
    return notice and (notice.mark, notice.distance)


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        (date(2025, 5, 1), None),  # before its first day
        (date(2025, 5, 14), ARRIVED),  # four working days before
        (date(2025, 5, 15), -3),
        (date(2025, 5, 16), -3),  # still the same occasion: told to whoever did not hear of it
        (date(2025, 5, 19), -1),
        (date(2025, 5, 20), 0),
        (date(2025, 5, 21), 0),
        (date(2025, 5, 22), 2),
        (date(2025, 5, 26), 4),
    ],
)
def test_pi_02_and_pi_03_occasions_before_on_and_after_the_day(today, mark):
    """PI-02, PI-03."""
    assert (told(today) or (None,))[0] == mark


def test_pi_01_nothing_on_a_day_nobody_works():
    """PI-01."""
    assert told(date(2025, 5, 17)) is None
    assert told(date(2025, 5, 29), due=date(2025, 5, 28)) is None  # Ascension Day


def test_a_task_due_on_a_sunday_is_told_of_on_friday_and_is_late_on_monday():
    assert told(date(2025, 5, 16), due=SUNDAY) == (0, 0)
    assert told(date(2025, 5, 20), due=SUNDAY) == (2, 2)


@pytest.mark.parametrize(
    ("late", "rung", "mark"), [(2, 1, None), (3, 1, 3), (5, 2, None), (6, 2, 6), (40, 3, 9)]
)
def test_pi_04_the_offices_above_hear_of_it_one_after_the_other(late, rung, mark):
    """PI-04."""
    assert newest_mark(late, OURS, rung=rung) == mark


def test_pi_05_of_many_days_that_were_missed_only_the_newest_is_told_once():
    """PI-05."""
    a_week_later = date(2025, 5, 28)

    assert told(a_week_later, last=-3) == (6, 6)
    assert told(a_week_later, last=6) is None


def test_an_agency_may_switch_the_late_ones_and_the_offices_above_off():
    quiet = Policy(before=(), late_every=0, escalate_after=0)

    assert told(date(2025, 5, 19), policy=quiet, last=ARRIVED) is None
    assert told(date(2025, 6, 20), policy=quiet, last=0) is None
    assert told(date(2025, 6, 20), policy=quiet, rung=1) is None


def test_a_task_without_a_due_day_is_told_of_once_as_it_comes():
    assert told(date(2025, 5, 19), due=None) == (ARRIVED, None)
    assert told(date(2025, 8, 19), due=None, last=ARRIVED) is None
    assert told(date(2025, 8, 19), due=None, rung=1) is None


@given(
    start=st.dates(date(2025, 1, 1), date(2025, 11, 1)),
    days=st.lists(st.integers(0, 60), min_size=1, max_size=20),
)
def test_whenever_it_is_asked_a_mark_is_told_once_and_marks_only_grow(start, days):
    last, marks = None, []

    for day in sorted(days):
        clock = Clock(start, DUE, start + timedelta(day), CALENDAR)
        notice = notice_due(clock, OURS, rung=0, last=last)
        if notice:
            last = notice.mark
            marks.append(last)

    assert marks == sorted(set(marks))


def at(day, hour):
    return datetime(2025, 5, day, hour, tzinfo=Zone.WIT.tz)


@pytest.mark.parametrize(
    ("now", "last", "moment"),
    [
        (at(20, 5), None, at(20, 7)),
        (at(20, 9), None, at(20, 9)),  # the server stood still at seven
        (at(20, 9), date(2025, 5, 20), at(21, 7)),
        (at(16, 9), date(2025, 5, 16), at(19, 7)),  # not on a Saturday
        (at(20, 9), date(2025, 5, 22), at(23, 7)),  # one waits already
    ],
)
def test_pi_06_one_digest_a_working_day_from_seven_on(now, last, moment):
    """PI-06."""
    assert digest_moment(now.astimezone(UTC), Zone.WIT, CALENDAR, last=last) == moment
