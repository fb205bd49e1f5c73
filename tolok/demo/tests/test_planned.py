"""The demo's plan goes the whole way: written, returned with a note, repaired, approved."""

import pytest

from tolok.cycle.testing import make_year
from tolok.demo.planned import (
    define_goals,
    plan_actions,
    present_and_approve,
    present_and_return,
    propose_targets,
    repair,
    set_indicators,
)
from tolok.measurement.testing import make_measured_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.opening import open_plan
from tolok.planning.reading import approval_holds, content_kept

pytestmark = pytest.mark.django_db


def plan_year(year, author, leader):
    version = open_plan(year, actor=author)
    for step in (define_goals, set_indicators, propose_targets, plan_actions):
        step(version, actor=author)
    present_and_return(version, author=author, leader=leader)
    repair(version, actor=author)
    return present_and_approve(version, author=author, leader=leader)


def test_the_plan_is_returned_once_then_approved_and_holds():
    year = make_year(make_measured_agency(), 2026)
    author = make_user(Role.COORDINATOR, year.agency)
    leader = make_user(Role.KETUA_TIM, year.agency)

    version = plan_year(year, author, leader)

    outcomes = list(version.submissions.order_by("pk").values_list("outcome", flat=True))
    baselines = {one.code: one.baseline for one in content_kept(version).indicators}
    assert outcomes == ["dikembalikan", "disetujui"]
    assert approval_holds(version)
    assert baselines["B1"].value == 10
    assert "tidak dapat dihitung" in baselines["W1"].reason
