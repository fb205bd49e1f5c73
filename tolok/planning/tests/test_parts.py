"""Goals, areas, packages, indicators, actions: added, chosen, removed."""

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.planning.actions.aims import add_area, add_goal, choose_packages, remove_row
from tolok.planning.actions.indicators import (
    add_action,
    add_own_indicator,
    choose_indicators,
    remove_indicator,
)
from tolok.planning.testing import coordinator_of, make_empty_plan
from tolok.registry.testing import make_plan_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def empty(agency):
    return make_empty_plan(agency)


@pytest.fixture
def actor(empty):
    return coordinator_of(empty)


def test_keys_are_given_once(empty, actor):
    first, second = (add_goal(empty, actor=actor, text=text) for text in ("Satu", "Dua"))
    remove_row(first, actor=actor)

    third = add_goal(empty, actor=actor, text="Tiga")

    assert (first.key, second.key, third.key) == ("T.1", "T.2", "T.3")


def test_the_whole_manual_is_copied_with_goal_and_area_where_only_one_can_be_meant(empty, actor):
    goal = add_goal(empty, actor=actor, text="Satu")
    area = add_area(empty, actor=actor, name="Jalan", measures="Penghematan Biaya")

    (b1,) = choose_indicators(empty, ["B1"], actor=actor)

    assert (b1.goal, b1.area, b1.measures) == (goal, area, "Penghematan Biaya")
    assert b1.formula.startswith("100")
    assert [one["name"] for one in b1.variables] == ["Pembilang", "Penyebut"]
    assert "hps" in b1.data_needed
    assert (b1.unit, b1.direction, b1.reporting) == ("%", "maximize", "triwulan")


def test_an_indicator_that_is_not_computed_says_what_it_needs(empty, actor):
    (l1,) = choose_indicators(empty, ["L1"], actor=actor)

    assert l1.formula == "Dihitung dari hasil survei kepuasan (Formulir 12 sampai 14)"
    assert (l1.expression, l1.variables) == ("", [])


@pytest.mark.parametrize("codes", [["Z9"], ["B1", "B1", "W1"], []])
def test_only_known_indicators_are_chosen_and_each_once(empty, actor, codes):
    choose_indicators(empty, ["B1"], actor=actor)

    with pytest.raises(RefusedError) as refusal:
        choose_indicators(empty, codes, actor=actor)

    assert rules_of(refusal) == {"RN-27"}
    assert empty.indicators.count() == 1


def test_an_own_indicator_has_a_code_of_its_own(empty, actor):
    added = add_own_indicator(empty, " x7 ", "Kecepatan layanan", actor=actor)

    assert (added.code, added.name) == ("X7", "Kecepatan layanan")
    for taken in ("X7", "B1", "x 7"):
        with pytest.raises(RefusedError) as refusal:
            add_own_indicator(empty, taken, "Lain", actor=actor)
        assert rules_of(refusal) == {"RN-28"}


def test_a_removed_indicator_takes_its_actions_along(plan, coordinator):
    remove_indicator(plan.indicators.get(code="W1"), actor=coordinator)

    assert [one.code for one in plan.indicators.all()] == ["B1", "K1", "L2"]


def test_an_action_begins_with_the_owner_of_its_indicator(plan, coordinator):
    action = add_action(plan.indicators.get(code="W1"), actor=coordinator, activity="Klinik HPS")

    assert (action.key, action.owner_unit) == ("R.5", "Sub Bagian Pengelolaan PBJ")


def test_an_area_takes_packages_of_the_rup_as_announced(plan, coordinator):
    area = plan.areas.get()
    make_plan_entry(plan.agency, "70001", year=plan.year, name="Jalan Baru")

    choose_packages(area, ["70001"], actor=coordinator)

    assert [(one.code, one.name) for one in area.packages.all()] == [("70001", "Jalan Baru")]


def test_packages_of_another_year_are_refused(plan, coordinator):
    make_plan_entry(plan.agency, "70001", year=plan.year - 1)

    with pytest.raises(RefusedError) as refusal:
        choose_packages(plan.areas.get(), ["70001"], actor=coordinator)

    assert rules_of(refusal) == {"RN-26"}
