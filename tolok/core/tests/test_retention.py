from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.retention import Fate, Stage, obstacle, retention

KEPT = retention(2025, 2, 3)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2025, 6, 1), Stage.ACTIVE),
        (date(2027, 12, 31), Stage.ACTIVE),
        (date(2028, 1, 1), Stage.INACTIVE),
        (date(2030, 12, 31), Stage.INACTIVE),
        (date(2031, 1, 1), Stage.OVER),
    ],
)
def test_years_are_counted_from_the_end_of_the_fiscal_year(today, stage):
    assert KEPT.stage(today) == stage


@pytest.mark.parametrize(
    ("today", "fate", "is_held", "rule"),
    [
        (date(2030, 12, 31), Fate.DESTROY, False, "AR-01"),
        (date(2031, 1, 1), Fate.DESTROY, True, "AR-02"),
        (date(2031, 1, 1), Fate.PERMANENT, False, "AR-03"),
        (date(2031, 1, 1), Fate.REVIEW, False, "AR-03"),
    ],
)
def test_what_may_not_be_destroyed(today, fate, is_held, rule):
    assert obstacle(KEPT, fate, is_held=is_held, today=today).rule == rule


def test_what_is_over_and_free_may_be_destroyed():
    assert obstacle(KEPT, Fate.DESTROY, is_held=False, today=date(2031, 1, 1)) is None


@given(st.integers(2000, 2090), st.integers(0, 5), st.integers(0, 5), st.integers(0, 6000))
def test_nothing_is_destroyed_within_its_years(year, active, inactive, days):
    kept = retention(year, active, inactive)
    today = date(year, 1, 1) + timedelta(days=days)

    if today <= kept.inactive_until:
        assert obstacle(kept, Fate.DESTROY, is_held=False, today=today).rule == "AR-01"
