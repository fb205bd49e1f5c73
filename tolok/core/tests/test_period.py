"""Fiscal years and their parts."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tolok.core.period import (
    Kind,
    Period,
    Window,
    collection_window,
    fiscal_year,
    month,
    quarter,
    read_period,
    semester,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
KINDS = st.sampled_from(Kind)


@pytest.mark.parametrize(
    ("period", "start", "end", "label"),
    [
        (fiscal_year(2025), date(2025, 1, 1), date(2025, 12, 31), "TA 2025"),
        (semester(2025, 1), date(2025, 1, 1), date(2025, 6, 30), "Semester I 2025"),
        (semester(2025, 2), date(2025, 7, 1), date(2025, 12, 31), "Semester II 2025"),
        (quarter(2025, 1), date(2025, 1, 1), date(2025, 3, 31), "TW I 2025"),
        (quarter(2025, 4), date(2025, 10, 1), date(2025, 12, 31), "TW IV 2025"),
        (month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "Februari 2024"),
        (month(2025, 5), date(2025, 5, 1), date(2025, 5, 31), "Mei 2025"),
    ],
)
def test_a_period_has_its_first_and_last_day_and_a_label(period, start, end, label):
    assert (period.start, period.end, str(period)) == (start, end, label)


def test_a_period_that_no_year_has_cannot_be_made():
    with pytest.raises(ValueError, match="triwulan 5: a year has 4"):
        quarter(2025, 5)


@given(DAYS, KINDS)
def test_a_day_lies_in_exactly_one_period_of_each_kind(day, kind):
    period = Period.containing(day, kind)

    assert day in period
    assert day not in period.next
    assert period.end + timedelta(days=1) == period.next.start


@given(DAYS, KINDS, KINDS)
def test_the_children_fill_their_parent_without_gap_or_overlap(day, kind, shorter):
    assume(shorter.months <= kind.months)
    parent = Period.containing(day, kind)
    children = list(parent.children(shorter))

    assert (children[0].start, children[-1].end) == (parent.start, parent.end)
    assert all(one.next == other for one, other in pairwise(children))


def test_the_children_of_a_semester():
    assert list(semester(2025, 2).children(Kind.QUARTER)) == [quarter(2025, 3), quarter(2025, 4)]


def test_periods_sort_by_when_they_are_over_and_shorter_ones_first():
    june, second, half = month(2025, 6), quarter(2025, 2), semester(2025, 1)

    assert sorted([half, month(2025, 7), second, month(2025, 5), june]) == [
        *(month(2025, 5), june, second, half, month(2025, 7))
    ]


@pytest.mark.parametrize(
    ("number", "opens", "closes"),
    [
        (1, date(2025, 5, 1), date(2025, 5, 30)),
        (2, date(2025, 8, 1), date(2025, 8, 30)),
        (3, date(2025, 11, 1), date(2025, 11, 30)),
        (4, date(2026, 1, 1), date(2026, 1, 30)),
    ],
)
def test_a_quarter_is_collected_in_may_august_november_and_the_next_january(number, opens, closes):
    assert collection_window(quarter(2025, number)) == Window(opens, closes)


def test_the_sop_may_set_another_length_and_only_quarters_are_collected():
    assert collection_window(quarter(2025, 1), days=14).closes == date(2025, 5, 14)
    with pytest.raises(ValueError, match="TA 2025"):
        collection_window(fiscal_year(2025))


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("TA 2025", fiscal_year(2025)),
        ("Tahun Anggaran 2025", fiscal_year(2025)),
        ("2025", fiscal_year(2025)),
        ("Triwulan I 2024", quarter(2024, 1)),
        ("triwulan 4 TA 2024", quarter(2024, 4)),
        ("TW III/2025", quarter(2025, 3)),
        ("Semester II 2025", semester(2025, 2)),
        ("smt 1 2025", semester(2025, 1)),
        ("Mei 2025", month(2025, 5)),
        ("bulan Nopember 2025", month(2025, 11)),
        ("Bulan 7 2025", month(2025, 7)),
    ],
)
def test_a_label_names_its_period(label, period):
    assert read_period(label) == period


def test_a_label_without_a_year_takes_the_year_of_its_page_or_is_refused():
    assert read_period("TW III", year=2025) == quarter(2025, 3)
    assert read_period("Semester 2", year=2025) == semester(2025, 2)
    assert read_period("Mei", year=2025) == month(2025, 5)
    assert read_period("TW III").rule == "T-02"


@pytest.mark.parametrize("label", ["TW V 2025", "Semester 3 2025", "TW IX", "21 Mei 2025", ""])
def test_what_is_no_period_is_refused_with_an_example(label):
    problem = read_period(label, year=2025)

    assert problem.rule == "T-01"
    assert "TW I 2025" in problem.message


@given(DAYS, KINDS)
def test_every_label_reads_back_as_its_period(day, kind):
    period = Period.containing(day, kind)

    assert read_period(period.label) == period
