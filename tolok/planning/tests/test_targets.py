"""Targets as people type them, and the periods they belong to."""

from decimal import Decimal

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.people.models import User
from tolok.people.testing import make_person
from tolok.planning.actions.deciding import approve_plan, submit_plan
from tolok.planning.actions.fields import token
from tolok.planning.actions.opening import new_version
from tolok.planning.actions.targets import read_target, set_targets, target_text
from tolok.planning.in_force import target_in_force
from tolok.planning.models import PlannedIndicator, Rival
from tolok.planning.reading import content_of
from tolok.planning.testing import coordinator_of, make_approved_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def w1(plan):
    return plan.indicators.get(code="W1")


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("85", "maximize", ("85", "85")),
        ("85,5 ", "minimize", ("85.5", "85.5")),
        ("5-10", "stabilize", ("5", "10")),
        ("5,25 \u2013 10", "stabilize", ("5.25", "10")),
        ("5 s.d. 10", "stabilize", ("5", "10")),
        ("-5", "maximize", ("-5", "-5")),
        ("0", "minimize", ("0", "0")),
    ],
)
def test_targets_are_read_with_comma_and_as_a_range(text, direction, expected):
    found = read_target(text, PlannedIndicator(code="X1", direction=direction))

    assert (found.low, found.high) == tuple(map(Decimal, expected))


@pytest.mark.parametrize(
    ("text", "direction", "rule"),
    [
        ("5-10", "maximize", "RN-31"),
        ("10-5", "stabilize", "RN-31"),
        ("tinggi", "maximize", "N-03"),
    ],
)
def test_what_is_no_target_is_refused(text, direction, rule):
    with pytest.raises(RefusedError) as refusal:
        read_target(text, PlannedIndicator(code="X1", direction=direction))

    assert rules_of(refusal) == {rule}


def test_only_changed_cells_are_kept_and_an_empty_one_takes_the_target_away(w1, coordinator):
    saved = set_targets(w1, {1: "80", 2: "83,5", 4: "", 0: "84"}, actor=coordinator)

    texts = {one.number: target_text(one) for one in w1.targets.all()}
    assert saved.changed == ("target2", "target4", "target0")
    assert texts == {0: "84", 1: "80", 2: "83,5", 3: "84"}


def test_a_cell_two_people_changed_keeps_both_numbers(w1, coordinator):
    colleague = make_person("tono@contoh.id")
    seen = {1: token("80")}
    set_targets(w1, {1: "81"}, seen, actor=colleague)

    saved = set_targets(w1, {1: "82"}, seen, actor=coordinator)

    assert target_text(w1.targets.get(number=1)) == "81"
    assert saved.rivals == (Rival.objects.get(),)
    assert Rival.objects.get().text == "82"


def test_targets_of_periods_a_changed_frequency_no_longer_has_are_not_in_the_plan(w1):
    w1.reporting = "semester"
    w1.save()

    (first, *_) = content_of(w1.version).indicators

    assert [one.number for one in first.targets] == [1, 2]


def test_a_period_the_frequency_does_not_have_is_refused(w1, coordinator):
    with pytest.raises(RefusedError) as refusal:
        set_targets(w1, {5: "80"}, actor=coordinator)

    assert rules_of(refusal) == {"RN-33"}


def test_each_quarter_has_the_target_that_counted_then(agency):
    approved = make_approved_plan(agency)
    actor = coordinator_of(approved)
    version = new_version(approved.plan, reason="APBD perubahan", valid_from=3, actor=actor)
    set_targets(version.indicators.get(code="W1"), {3: "70", 4: "71"}, actor=actor)

    def targets():
        found = [target_in_force(agency, approved.year, "W1", number) for number in (1, 2, 3, 4)]
        return [int(one.low) for one in found]

    assert targets() == [80, 82, 84, 85]
    submission = submit_plan(version, actor=actor)
    approve_plan(
        version, sha256=submission.sha256, actor=User.objects.get(offices__role="ketua_tim")
    )
    assert targets() == [80, 82, 70, 71]
    assert target_in_force(agency, approved.year, "Z9", 1) is None
    assert target_in_force(agency, approved.year + 1, "W1", 1) is None


def test_after_a_budget_change_earlier_quarters_keep_their_target(agency):
    approved = make_approved_plan(agency)
    actor = coordinator_of(approved)
    version = new_version(approved.plan, reason="APBD perubahan", valid_from=3, actor=actor)
    w1 = version.indicators.get(code="W1")

    set_targets(w1, {3: "70"}, actor=actor)
    with pytest.raises(RefusedError) as refusal:
        set_targets(w1, {2: "70"}, actor=actor)

    assert rules_of(refusal) == {"RN-32"}
    assert target_text(w1.targets.get(number=2)) == "82"


def test_a_text_without_end_is_refused_and_not_pondered_t15():
    endless = "1" + " " * 200_000 + "x"

    with pytest.raises(RefusedError):
        read_target(endless, PlannedIndicator(code="X1", direction="stabilize"))
