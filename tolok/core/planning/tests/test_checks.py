"""What a plan must have before it is submitted (RN-01 to RN-11), and LKPP's V7 list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tolok.core.planning.checklist import Met, checklist
from tolok.core.planning.checks import problems_of
from tolok.core.planning.content import Target
from tolok.core.planning.testing import (
    YEAR,
    make_action,
    make_baseline,
    make_content,
    make_indicator,
    make_targets,
)

HALF = Decimal(50)


def rules(plan):
    return [problem.rule for problem in problems_of(plan)]


def with_first(**changed):
    first, *others = make_content().indicators
    return make_content(indicators=(replace(first, **changed), *others))


def with_action(**changed):
    return with_first(actions=(make_action(**changed),))


def test_a_complete_plan_has_no_problems():
    assert problems_of(make_content()) == ()


@pytest.mark.parametrize(
    ("plan", "rule", "said"),
    [
        (make_content(goals=()), "RN-01", "Belum ada tujuan pengadaan"),
        (make_content(areas=()), "RN-01", "Belum ada area strategis"),
        (with_first(measures="Lainnya"), "RN-02", "Belum ada indikator Ketepatan Waktu"),
        (with_first(weight=HALF), "RN-03", "Belum berbobot: B1, K1, L2"),
        (with_first(formula="", direction="maximize", source=""), "RN-04", "rumus, sumber data"),
        (with_first(goal="T9"), "RN-05", "belum dikaitkan dengan tujuan."),
        (with_first(goal="", area=""), "RN-05", "tujuan dan area strategis"),
        (with_first(owner_person=""), "RN-06", "unit dan orang"),
        (with_first(baseline=make_baseline(value=None)), "RN-07", "Baseline W1 belum ada"),
        (with_first(targets=make_targets("80", "82")), "RN-08", "belum ada untuk TW III, TW IV"),
        (with_first(reporting="tahunan", targets=()), "RN-08", "belum ada untuk Setahun"),
        (with_first(actions=()), "RN-09", "Belum ada rencana aksi untuk indikator W1"),
        (with_action(output="", owner_person=""), "RN-10", "output, penanggung jawab"),
        (with_action(ends=date(YEAR + 1, 1, 1)), "RN-11", "1 Januari 2027 di luar TA 2026"),
        (with_action(ends=date(YEAR, 1, 1)), "RN-11", "selesai mendahului tanggal mulai"),
    ],
)
def test_what_is_missing_or_wrong_is_named(plan, rule, said):
    problems = problems_of(plan)

    assert rule in rules(plan)
    assert any(said in problem.message for problem in problems if problem.rule == rule)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        (("25", "25", "25", "25"), []),
        (("25", "25", "25", "24.99"), ["RN-03"]),
        ((None, None, None, None), []),
    ],
)
def test_weights_make_100_percent_or_are_not_used(weights, expected):
    pairs = zip(make_content().indicators, weights, strict=True)
    plan = make_content(indicators=tuple(replace(one, weight=w and Decimal(w)) for one, w in pairs))

    assert rules(plan) == expected


def test_a_baseline_that_is_not_there_needs_a_reason_only():
    said = make_baseline(kind="belum ada", value=None, reason="Penilaian baru dimulai")

    assert problems_of(with_first(baseline=said)) == ()


def test_a_range_is_for_indicators_kept_in_one_and_runs_upwards():
    targets = tuple(Target(at, Decimal(5), Decimal(10)) for at in range(1, 5))
    turned = tuple(Target(at, Decimal(10), Decimal(5)) for at in range(1, 5))

    assert problems_of(with_first(direction="stabilize", targets=targets)) == ()
    assert rules(with_first(direction="maximize", targets=targets)) == ["RN-08"]
    assert rules(with_first(direction="stabilize", targets=turned)) == ["RN-08"]


def test_the_check_list_says_with_what_each_point_is_met():
    items = {item.asked: item for item in checklist(make_content())}

    assert items["Bidang pengukuran Kualitas"].evidence == "K1"
    assert items["Penetapan visi dan misi PBJ"].met is Met.YES
    assert items["Manual indikator: rumus"].evidence == "4 dari 4 indikator"
    assert [item for item in items.values() if item.met is Met.NO] == []
    assert sum(item.met is Met.ELSEWHERE for item in items.values()) == 2


def test_the_check_list_names_what_is_not_met():
    plan = make_content(vision="", indicators=(make_indicator("W1", source=""),))

    items = {item.asked: item for item in checklist(plan)}

    assert items["Penetapan visi dan misi PBJ"].met is Met.NO
    assert items["Bidang pengukuran Kualitas"].evidence == "belum ada indikator"
    assert items["Manual indikator: sumber data"].evidence == "tanpa sumber data: W1"
