"""Plans are opened once, copied from last year, and changed by a new version."""

import pytest

from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.fields import save_fields
from tolok.planning.actions.opening import copy_from_last_year, new_version, open_plan
from tolok.planning.models import PlanVersion
from tolok.planning.reading import content_of
from tolok.planning.testing import coordinator_of, make_approved_plan
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(agency):
    return make_approved_plan(agency)


def test_a_year_has_one_plan(agency):
    year, actor = make_year(agency, 2026), make_user(Role.COORDINATOR, agency)

    version = open_plan(year, actor=actor)
    with pytest.raises(RefusedError, match="sudah dibuka") as refusal:
        open_plan(year, actor=actor)

    assert (version.number, version.status) == (1, "draf")
    assert refusal.value.problems[0].rule == "RN-23"
    assert AuditEntry.objects.latest("seq").event == "planning.open_plan"


def test_next_year_begins_with_a_copy_without_last_years_baselines_and_days(approved):
    actor = coordinator_of(approved)

    version = copy_from_last_year(make_year(approved.agency, 2027), actor=actor)

    old, new = content_of(approved), content_of(version)
    assert [one.code for one in new.indicators] == [one.code for one in old.indicators]
    assert new.indicators[0].targets == old.indicators[0].targets
    assert (new.indicators[0].goal, new.indicators[0].area) == ("T.1", "A.1")
    assert new.indicators[0].baseline.kind == ""
    assert new.actions[0][1].starts is None
    assert new.areas[0].packages == ()


def test_a_copy_and_its_source_do_not_change_each_other(approved):
    actor = coordinator_of(approved)
    version = copy_from_last_year(make_year(approved.agency, 2027), actor=actor)
    before = content_of(approved)

    save_fields(version.goals.get(), {"text": "Lain"}, {}, actor=actor)

    assert content_of(approved) == before


def test_without_an_approved_plan_there_is_nothing_to_copy(plan, coordinator):
    with pytest.raises(RefusedError) as refusal:
        copy_from_last_year(make_year(plan.agency, 2027), actor=coordinator)

    assert refusal.value.problems[0].rule == "RN-24"


def test_a_change_after_approval_is_a_version_with_the_same_content(approved):
    actor = coordinator_of(approved)

    version = new_version(approved.plan, reason="APBD perubahan", valid_from=3, actor=actor)

    old, new = content_of(approved), content_of(version)
    assert (version.number, version.status, version.valid_from) == (2, "draf", 3)
    assert (new.indicators, new.goals, new.areas) == (old.indicators, old.goals, old.areas)


def test_one_change_at_a_time_and_only_of_what_was_approved(approved):
    actor = coordinator_of(approved)
    new_version(approved.plan, reason="APBD perubahan", valid_from=3, actor=actor)

    with pytest.raises(RefusedError) as refusal:
        new_version(approved.plan, reason="Lagi", valid_from=3, actor=actor)

    assert refusal.value.problems[0].rule == "RN-25"


@pytest.mark.parametrize(("reason", "quarter", "rule"), [("", 3, "RN-22"), ("APBD", 5, "RN-25")])
def test_a_change_says_why_and_from_which_quarter(approved, reason, quarter, rule):
    with pytest.raises(RefusedError) as refusal:
        new_version(
            approved.plan, reason=reason, valid_from=quarter, actor=coordinator_of(approved)
        )

    assert refusal.value.problems[0].rule == rule


def test_the_version_in_force_is_that_of_the_quarter(approved):
    version = new_version(
        approved.plan, reason="APBD perubahan", valid_from=3, actor=coordinator_of(approved)
    )
    PlanVersion.objects.filter(pk=version.pk).update(
        status="disetujui", approved_at=approved.approved_at, content_sha256="x"
    )
    PlanVersion.objects.filter(pk=approved.pk).update(status="diganti")

    versions = PlanVersion.objects.of_year(approved.agency, approved.year)

    assert [versions.in_force(quarter).number for quarter in (1, 2, 3, 4)] == [1, 1, 2, 2]
