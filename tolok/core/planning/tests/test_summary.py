"""What a leader reads first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tolok.core.planning.summary import summary_of
from tolok.core.planning.testing import (
    make_action,
    make_baseline,
    make_content,
    make_indicator,
    make_targets,
)


def test_each_indicator_is_told_from_its_baseline_to_the_end_of_the_year():
    w1, none = make_indicator("W1"), make_indicator("L1", baseline=make_baseline(value=None))

    first, second = summary_of(make_content(indicators=(w1, none))).lines

    assert (first.before, first.after) == ("78,50\u00a0%", "85\u00a0%")
    assert second.before == "belum ada"


@pytest.mark.parametrize(
    ("direction", "target", "is_worse"),
    [
        ("maximize", "78", True),
        ("maximize", "78.5", False),
        ("minimize", "79", True),
        ("minimize", "70", False),
        ("range", "1", False),
    ],
)
def test_a_target_behind_what_was_reached_already_is_said_so(direction, target, is_worse):
    one = make_indicator(direction=direction, targets=make_targets(target))

    assert summary_of(make_content(indicators=(one,))).lines[0].is_worse is is_worse


def test_periods_of_a_summed_indicator_make_the_year_together():
    one = make_indicator(consolidation="jumlah", unit="kegiatan", targets=make_targets("1", "2"))

    assert summary_of(make_content(indicators=(one,))).lines[0].after == "3\u00a0kegiatan"


def test_a_measurement_area_without_indicator_shows_as_none():
    plan = make_content(indicators=(make_indicator("W1"),))

    assert dict(summary_of(plan).by_measure)["Kualitas"] == 0


def test_money_is_summed_only_where_it_was_given():
    plan = make_content()
    paid = make_action("R9", budget=Decimal(1_500_000))
    with_money = replace(plan.indicators[0], actions=(make_action(), paid))

    assert summary_of(plan).budget == "tanpa anggaran khusus"
    assert summary_of(make_content(indicators=(with_money,))).budget == "Rp1.500.000,00"
