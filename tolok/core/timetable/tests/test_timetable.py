"""The Kaltim clocks over real calendars: cases that can be checked with a wall calendar."""

from dataclasses import replace
from datetime import date

import pytest

from tolok.core.calendar import WorkCalendar
from tolok.core.deadlines import Starts
from tolok.core.durations import FISCAL_YEAR, DayType, Duration
from tolok.core.period import Window, collection_window, quarter
from tolok.core.timetable import ClockedStep, YearFrame, collisions, from_step, lay_out

NATIONAL = WorkCalendar()


def kaltim(year=2025):
    rounds = tuple(
        ClockedStep(
            f"KT5.{number}",
            f"Survei Teknis TW {number}",
            Duration(30),
            ("KT2", "KT3"),
            collection_window(quarter(year, number)),
        )
        for number in (1, 2, 3, 4)
    )
    return (
        ClockedStep("KT1", "Perencanaan", Duration(30)),
        ClockedStep("KT2", "Sosialisasi Tim Pengumpul", Duration(3), ("KT1",)),
        ClockedStep("KT3", "Sosialisasi Tim Pengolah", Duration(3), ("KT1",)),
        ClockedStep("KT4.ii", "Pelaksanaan", FISCAL_YEAR, ("KT1",)),
        *rounds,
        ClockedStep("KT6", "Pengolahan", Duration(45), ("KT4.ii", "KT5.4")),
        ClockedStep("KT7", "Presentasi", Duration(10), ("KT6",)),
        ClockedStep("KT8", "Selesai", None, ("KT7",)),
    )


def frame(starts=date(2025, 1, 2), days=DayType.CALENDAR, holidays=NATIONAL):
    return YearFrame(starts.year, starts, days, holidays)


def days_of(planned):
    return {one.step.id: (one.starts, one.due) for one in planned}


def found(steps, of, **more):
    return {one.rule: one for one in collisions(lay_out(steps, of), of, **more)}


def test_the_kaltim_year_is_laid_out_from_its_first_day():
    planned = days_of(lay_out(kaltim(), frame()))

    assert planned == {
        "KT1": (date(2025, 1, 2), date(2025, 1, 31)),
        "KT2": (date(2025, 2, 1), date(2025, 2, 3)),
        "KT3": (date(2025, 2, 1), date(2025, 2, 3)),
        "KT4.ii": (date(2025, 2, 1), date(2025, 12, 31)),
        "KT5.1": (date(2025, 5, 1), date(2025, 5, 30)),
        "KT5.2": (date(2025, 8, 1), date(2025, 8, 30)),
        "KT5.3": (date(2025, 11, 1), date(2025, 11, 30)),
        "KT5.4": (date(2026, 1, 1), date(2026, 1, 30)),
        "KT6": (date(2026, 1, 31), date(2026, 3, 16)),
        "KT7": (date(2026, 3, 17), date(2026, 3, 26)),
        "KT8": (None, None),
    }


def test_in_working_days_a_term_leaps_over_weekends_and_holidays():
    working = days_of(lay_out(kaltim(), frame(date(2025, 1, 2), DayType.WORKING)))

    assert working["KT1"][1] == date(2025, 2, 17)
    assert working["KT2"] == (date(2025, 2, 18), date(2025, 2, 20))


def test_a_year_opened_at_a_step_leaves_out_what_leads_to_it():
    left = from_step(kaltim(), "KT5.1")

    assert [step.id for step in left][:2] == ["KT4.ii", "KT5.1"]
    assert lay_out(left, frame(date(2025, 4, 1)))[0].starts == date(2025, 4, 1)


def test_a_step_without_a_time_has_no_clock_and_lets_the_next_wait_for_the_one_before():
    steps = (
        ClockedStep("JW1", "Lokakarya"),
        ClockedStep("JW2", "Menyusun", Duration(5), ("JW1",)),
        ClockedStep("JW3", "Menetapkan", None, ("JW2",), due_on=date(2025, 2, 1)),
        ClockedStep("JW4", "Mengirim", Duration(2), ("JW3",)),
    )

    planned = days_of(lay_out(steps, frame(date(2025, 1, 6))))

    assert planned["JW1"] == (None, None)
    assert planned["JW2"] == (date(2025, 1, 6), date(2025, 1, 10))
    assert planned["JW4"] == (date(2025, 2, 2), date(2025, 2, 3))


def test_each_step_says_what_starts_its_clock():
    starts = {step.id: step.starts for step in kaltim()}

    assert starts["KT1"] is Starts.DATE
    assert starts["KT2"] is Starts.PREDECESSORS
    assert starts["KT5.1"] is Starts.WINDOW
    assert starts["KT8"] is Starts.NOTHING


def test_lebaran_inside_a_short_step_is_named_with_a_day_that_would_do_jd_01():
    # KT7 falls on 17 to 26 March 2026; Nyepi and Idul Fitri with their joint leave are 18 to 24
    collision = found(kaltim(), frame())["JD-01"]

    assert collision.where == "KT7"
    assert "Idul Fitri" in collision.message
    assert collision.feasible == date(2026, 3, 25)
    assert collision.proposal == "Mulai 25 Maret 2026, sehingga batasnya 3 April 2026."


def test_a_term_in_working_days_loses_nothing_to_lebaran():
    assert "JD-01" not in found(kaltim(), frame(days=DayType.WORKING))


def test_a_last_day_on_a_holiday_is_moved_to_the_working_day_before_jd_02():
    steps = (ClockedStep("KT1", "Perencanaan", Duration(30)),)

    collision = found(steps, frame(date(2025, 4, 2)))["JD-02"]  # due on 1 May, Labour Day

    assert collision.feasible == date(2025, 4, 30)
    assert "Hari Buruh" in collision.message


def test_a_term_that_outlives_the_fiscal_year_is_named_with_the_latest_start_jd_03():
    steps = (ClockedStep("KT1", "Perencanaan", Duration(30)),)

    collision = found(steps, frame(date(2025, 12, 10)))["JD-03"]

    assert collision.feasible == date(2025, 12, 2)


def test_a_window_that_opens_before_the_plan_is_done_jd_04():
    collisions_of_a_late_year = found(kaltim(), frame(date(2025, 4, 25)))

    assert collisions_of_a_late_year["JD-04"].where == "KT5.1"
    assert collisions_of_a_late_year["JD-04"].feasible == date(2025, 5, 28)


def test_two_windows_open_at_once_jd_05():
    late = Window(date(2025, 7, 25), date(2025, 8, 23))
    steps = tuple(replace(one, window=late) if one.id == "KT5.1" else one for one in kaltim())

    collision = found(steps, frame())["JD-05"]

    assert collision.where == "KT5.2"
    assert collision.feasible == date(2025, 8, 24)


def test_the_last_step_of_a_year_meets_the_first_of_the_next_jd_06():
    the_next = lay_out(kaltim(2026), frame(date(2026, 1, 2)))

    collision = found(kaltim(), frame(), next_year=the_next)["JD-06"]

    assert collision.where == "KT7"
    assert "KT1 TA 2026 mulai 2 Januari 2026" in collision.message
    assert collision.feasible == date(2026, 3, 27)


@pytest.mark.parametrize("starts", [date(2026, 3, 27), date(2026, 6, 1)])
def test_a_next_year_that_waits_does_not_collide(starts):
    the_next = lay_out(kaltim(2026)[:3], frame(starts))

    assert "JD-06" not in found(kaltim(), frame(), next_year=the_next)
