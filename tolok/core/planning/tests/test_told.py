"""The plan as it is read, and what differs between two versions."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tolok.core.planning.compare import Difference, differences
from tolok.core.planning.content import Target
from tolok.core.planning.periods import by_quarter, period_names, quarter_of, year_target
from tolok.core.planning.testing import make_baseline, make_content, make_indicator, make_targets
from tolok.core.planning.told import baseline_words, sections, target_words


def texts(plan):
    rows = (row for section in sections(plan) for row in section.rows)
    return {fact.key: fact.text for row in rows for fact in row.facts}


def test_every_key_is_unique_so_that_a_note_has_one_place():
    facts = [
        fact.key
        for section in sections(make_content())
        for row in section.rows
        for fact in row.facts
    ]

    assert len(facts) == len(set(facts))


def test_targets_and_baselines_are_read_with_comma_unit_and_source():
    told = texts(make_content())

    assert told["W1.target.baseline"] == "78,50\u00a0% (2025; laporan kinerja)"
    assert told["W1.target.target2"] == "82\u00a0%"
    assert told["R1.milestones"] == "TW I: 50 %\nTW II: 100 %"


def test_a_range_and_an_interval_are_read_as_such():
    one = make_indicator()
    computed = make_baseline(
        kind="dihitung", snapshot="9f3c41aa21ab00", lowest=Decimal(77), highest=Decimal(79)
    )

    assert target_words(Target(1, Decimal(5), Decimal("10.50")), one) == "5\u201310,5\u00a0%"
    assert baseline_words(computed, one) == (
        "78,50\u00a0% (2025; dihitung dari data 9f3c41aa21ab; rentang 77,00\u201379,00)"
    )
    assert baseline_words(make_baseline(kind="", value=None), one) == "belum diisi"


def test_a_plan_does_not_differ_from_itself():
    assert differences(make_content(), make_content()) == ()


def test_changed_added_and_removed_rows_are_told_with_both_texts():
    first, second, *others = make_content().indicators
    after = make_content(
        indicators=(replace(first, source="e-Katalog"), make_indicator("W9"), *others),
    )

    found = differences(make_content(), after)

    assert Difference("Indikator", "W1 Indikator W1", "Sumber data", "SPSE", "e-Katalog") in found
    assert Difference("Indikator", "W9 Indikator W9", "Baris baru", "", "W9 Indikator W9") in found
    gone = f"{second.code} {second.name}"
    assert Difference("Indikator", gone, "Baris dihapus", gone, "") in found


@pytest.mark.parametrize(
    ("frequency", "names", "quarters"),
    [
        ("triwulan", ("TW I", "TW II", "TW III", "TW IV"), [1, 2, 3, 4]),
        ("semester", ("Semester I", "Semester II"), [2, 4]),
        ("tahunan", ("Setahun",), [4]),
    ],
)
def test_periods_follow_the_reporting_frequency(frequency, names, quarters):
    numbers = range(1, len(names) + 1)

    assert period_names(frequency) == names
    assert [quarter_of(frequency, number) for number in numbers] == quarters


def test_a_monthly_target_stands_in_the_quarter_by_its_last_month():
    monthly = make_indicator(reporting="bulanan", targets=make_targets(*"123456789"))

    assert [one and one.low for one in by_quarter(monthly)] == [3, 6, 9, None]


@pytest.mark.parametrize(
    ("consolidation", "more", "expected"),
    [("rasio", (), 85), ("jumlah", (), 331), ("rasio", (Target(0, Decimal(83), Decimal(83)),), 83)],
)
def test_the_years_target_is_its_own_or_follows_from_the_periods(consolidation, more, expected):
    targets = (*make_targets("80", "82", "84", "85"), *more)

    found = year_target(make_indicator(consolidation=consolidation, targets=targets))

    assert found.low == expected
