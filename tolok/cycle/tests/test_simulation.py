from datetime import date

import pytest

from tolok.cycle.actions import add_holiday
from tolok.cycle.simulation import simulate
from tolok.cycle.testing import make_period, make_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(known_sop):
    return make_year(sop=known_sop.code)


def planned(year):
    return {one.step.id: (one.starts, one.due) for one in simulate(year).planned}


def test_the_clocks_of_the_sop_run_from_the_first_of_january_and_from_the_windows(year):
    days = planned(year)

    assert days["KT1"] == (date(2025, 1, 1), date(2025, 1, 30))
    assert days["KT2"] == (date(2025, 1, 31), date(2025, 2, 2))
    assert days["KT5.TW1"] == (date(2025, 5, 1), date(2025, 5, 30))


def test_a_window_that_was_moved_moves_its_round(year):
    make_period(year, "TW1", opens=date(2025, 6, 2), closes=date(2025, 7, 1))

    assert planned(year)["KT5.TW1"] == (date(2025, 6, 2), date(2025, 7, 1))


def test_a_year_opened_inside_a_clock_begins_with_that_clock(year):
    year.starts_at_step = "KT1.ii"
    assert "KT1" in planned(year)

    year.starts_at_step = "KT2"
    assert "KT1" not in planned(year)


def test_the_agencys_own_holidays_count(year):
    for day in (1, 2):
        add_holiday(year.agency, date(2025, 2, day), "Banjir besar")
    add_holiday(year.agency, date(2025, 1, 31), "Banjir besar")

    rules = {collision.rule: collision for collision in simulate(year).collisions}

    assert "Banjir besar" in rules["JD-01"].message


def test_the_report_of_the_year_comes_after_the_start_of_the_next(year):
    rules = {collision.rule: collision for collision in simulate(year).collisions}

    assert "TA 2026 mulai 1 Januari 2026" in rules["JD-06"].message


def test_a_next_year_that_was_opened_counts_with_its_own_first_day(year):
    make_year(year=2026, sop="singkat", starts_on=date(2026, 2, 2))

    assert "JD-06" not in {collision.rule for collision in simulate(year).collisions}


def test_an_sop_that_is_not_known_here_has_no_simulation():
    assert simulate(make_year(sop="lain-2020")).planned == ()
