import re
from decimal import Decimal as D  # noqa: N817 (short, for the tables below)

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from tolok.ui.plots import PERCENT, Reading, Span, gauge, interval, span_around, sparkline

QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


def course(*values):
    return list(zip(QUARTERS, values, strict=True))


@pytest.mark.parametrize(("number", "place"), [(50, 0), (85, 50), (120, 100), (10, 0), (500, 100)])
def test_a_number_lies_within_the_width_or_on_its_edge(number, place):
    assert Span(D(50), D(120)).at(D(number)) == place


@pytest.mark.parametrize(
    ("numbers", "within", "start", "end"),
    [
        (["81", "90.2"], PERCENT, 75, 95),
        (["99", "100"], PERCENT, D("98.5"), 100),
        (["0", "3"], None, 0, 4),
        (["-3", "5"], PERCENT, -6, 8),
        (["0"], None, 0, 2),
        ([], None, 0, 100),
    ],
)
def test_a_scale_has_round_ends_and_no_air_beyond_zero_or_the_unit(numbers, within, start, end):
    assert span_around([D(number) for number in numbers], within) == Span(D(start), D(end))


@given(numbers=st.lists(NUMBERS, min_size=1))
def test_a_scale_holds_all_its_numbers(numbers):
    span = span_around(numbers)

    assert span.start <= min(numbers)
    assert max(numbers) <= span.end
    assert span.start < span.end


def test_an_interval_lies_between_its_ends_and_shows_the_good_side():
    plot = interval(Reading(D(89), D(85), D(90), target=D(88)), PERCENT)

    assert (plot.low, plot.width, plot.value) == ("85.0%", "5.0%", "89.0%")
    assert (plot.target, plot.good, plot.good_width) == ("88.0%", "88.0%", "12.0%")


def test_where_less_is_better_the_good_side_is_the_left_one():
    plot = interval(Reading(D(10), target=D(30), higher_is_better=False), PERCENT)

    assert (plot.good, plot.good_width) == ("0.0%", "30.0%")


def test_a_certain_value_still_has_an_interval_that_can_be_seen():
    assert interval(Reading(D(50), D(50), D(50)), PERCENT).width == "1.2%"


def test_what_is_not_known_is_not_drawn():
    html = render_to_string("ui/interval.html", {"plot": interval(Reading(None), PERCENT)})

    assert re.findall(r'class="(\w+)"', html) == ["plot", "ax"]


def test_zero_is_known_and_drawn():
    assert interval(Reading(D(0)), PERCENT).value == "0.0%"


def test_a_gauge_says_in_words_what_it_draws():
    drawn = gauge(Reading(D("89.7"), D("85.2"), D("90.2"), D(90), D(81)), "%", within=PERCENT)

    assert drawn.spoken == (
        "Nilai 89,7 %. Terendah 85,2 %, tertinggi 90,2 %. Target 90,0 %. Baseline 81,0 %."
    )
    assert [drawn.target.text, drawn.baseline.text] == ["target 90,0", "baseline 81,0"]
    assert drawn.range.text == "85,2\u201390,2"


def test_a_gauge_of_nothing_says_so():
    drawn = gauge(Reading(None), "hari")

    assert drawn.spoken == "Nilai belum ada."
    assert (drawn.target, drawn.baseline, drawn.range) == (None, None, None)


def test_texts_of_a_gauge_stay_inside_it():
    drawn = gauge(Reading(D(100), D(98), D(100), D(100), D(80)), "%", within=PERCENT)

    assert drawn.target.anchor == "end"
    assert drawn.end == ""  # its place is taken by the interval's text


def test_a_course_is_a_line_with_its_last_value_larger():
    spark = sparkline(course(D(84), D(86), D(90), D(88)), target=D(85))

    assert len(spark.lines) == 1
    assert [dot.last for dot in spark.dots] == [False, False, False, True]
    assert spark.spoken == "TW I 84,0, TW II 86,0, TW III 90,0, TW IV 88,0"


def test_a_missing_quarter_breaks_the_line_and_is_never_zero():
    spark = sparkline(course(D(1), D(2), None, D(3)))

    assert [line.count(",") for line in spark.lines] == [2]
    assert len(spark.dots) == 3
    assert "TW III belum ada" in spark.spoken


def test_higher_values_are_drawn_higher_and_equal_ones_in_the_middle():
    rising = [D(dot.y) for dot in sparkline(course(D(1), D(2), D(3), D(4))).dots]
    level = {dot.y for dot in sparkline(course(D(5), D(5), D(5), D(5))).dots}

    assert rising == sorted(rising, reverse=True)
    assert len(level) == 1


def test_a_course_of_nothing_has_no_line_and_no_target():
    spark = sparkline(course(None, None, None, None), target=D(80))

    assert (spark.dots, spark.lines, spark.target) == ((), (), "")
