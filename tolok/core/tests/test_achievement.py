"""Achievement and its status; golden values of the domain rules, 9b."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.achievement import (
    Cap,
    Direction,
    Status,
    Target,
    Thresholds,
    achievement,
    status,
)
from tolok.core.numbers import round_half_up

MAXIMISE, MINIMISE, RANGE = Direction.MAXIMISE, Direction.MINIMISE, Direction.RANGE
POSITIVE = st.decimals("0.01", 10**9, places=2)
AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


def reached(direction, target, actual):
    bounds = [Decimal(bound) for bound in target.split("-")]
    return achievement(Decimal(actual), Target(bounds[0], bounds[-1]), direction)


@pytest.mark.parametrize(
    ("direction", "target", "actual", "percent"),
    [
        (MAXIMISE, "80", "70", "87.5"),
        (MINIMISE, "7", "6.5", "107.1"),
        (MINIMISE, "8", "9", "87.5"),
        (MAXIMISE, "80-90", "70", "87.5"),
        (MAXIMISE, "80-90", "85", "100"),
        (MAXIMISE, "80-90", "92", "102.2"),
        (MINIMISE, "7-8", "6.5", "107.1"),
        (MINIMISE, "7-8", "9", "87.5"),
        (MINIMISE, "7-8", "7.5", "100"),
        (RANGE, "80-90", "70", "87.5"),
        (RANGE, "80-90", "80", "100"),
        (RANGE, "80-90", "90", "100"),
        (RANGE, "80-90", "99", "90"),
        (MAXIMISE, "80", "100", "120"),
        (MAXIMISE, "80", "-5", "0"),
        (MINIMISE, "8", "0", "120"),
        (MINIMISE, "8", "17", "0"),
    ],
)
def test_achievement_in_percent(direction, target, actual, percent):
    assert round_half_up(reached(direction, target, actual), 1) == Decimal(percent)


def test_the_cap_is_a_setting():
    unbounded = Cap(highest=Decimal(1000))

    assert achievement(Decimal(160), Target.of(Decimal(80)), MAXIMISE, cap=unbounded) == 200


@pytest.mark.parametrize("direction", Direction)
def test_a_target_of_zero_cannot_be_computed_and_says_why(direction):
    problem = reached(direction, "0", "5")

    assert problem.rule == "A-03"
    assert "target 0 tidak di atas nol" in problem.message


def test_a_missing_value_is_a_reason_and_never_zero():
    assert achievement(None, Target.of(Decimal(80)), MAXIMISE).rule == "A-01"
    assert achievement(Decimal(70), None, MAXIMISE).rule == "A-02"


@given(AMOUNTS, POSITIVE, st.sampled_from(Direction))
def test_achievement_stays_within_its_bounds(actual, target, direction):
    assert 0 <= achievement(actual, Target.of(target), direction) <= 120


@given(POSITIVE, POSITIVE, POSITIVE)
def test_more_is_never_worse_when_more_is_better_and_never_better_when_less_is(target, one, other):
    less, more = sorted([one, other])
    wanted = Target.of(target)

    assert achievement(less, wanted, MAXIMISE) <= achievement(more, wanted, MAXIMISE)
    assert achievement(less, wanted, MINIMISE) >= achievement(more, wanted, MINIMISE)


@given(POSITIVE, st.sampled_from(Direction))
def test_the_target_itself_is_one_hundred(target, direction):
    assert achievement(target, Target.of(target), direction) == 100


@pytest.mark.parametrize(
    ("percent", "closed", "word"),
    [
        ("100", False, Status.ACHIEVED),
        ("100", True, Status.ACHIEVED),
        ("99.99", False, Status.NEAR),
        ("80", False, Status.NEAR),
        ("79.99", False, Status.NOT_ACHIEVED),
        ("99.99", True, Status.OVERDUE),
        ("0", True, Status.OVERDUE),
    ],
)
def test_the_status_follows_the_thresholds_and_the_end_of_the_period(percent, closed, word):
    assert status(Decimal(percent), closed=closed) is word


@pytest.mark.parametrize("closed", [True, False])
def test_no_value_has_no_status_but_that(closed):
    nothing = achievement(None, None, MAXIMISE)

    assert status(nothing, closed=closed) is Status.NO_DATA
    assert status(None, closed=closed) is Status.NO_DATA


def test_the_thresholds_are_the_units_own():
    strict = Thresholds(achieved=Decimal(110), near=Decimal(95))

    assert status(Decimal(100), closed=False, thresholds=strict) is Status.NEAR
    assert status(Decimal(90), closed=False, thresholds=strict) is Status.NOT_ACHIEVED
