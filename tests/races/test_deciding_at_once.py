"""Two persons decide or complete at the same moment: one wins, the other sees who and when."""

from functools import partial

import pytest

from tests.races.conftest import DONE
from tolok.core.dates import WEEKDAYS
from tolok.cycle.actions import lock_period
from tolok.cycle.models import LateChange
from tolok.cycle.testing import make_period, make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.actions.deciding import approve_plan, return_plan, submit_plan
from tolok.planning.actions.fields import save_fields
from tolok.planning.models import PlanVersion
from tolok.planning.testing import coordinator_of, make_plan, make_submitted_plan
from tolok.registry.conftest import bring_in
from tolok.registry.corrections.actions import accept, propose_correction
from tolok.registry.models import Correction, Package
from tolok.workflow import activities
from tolok.workflow.actions import complete_task
from tolok.workflow.models import Run, Task, TaskItem
from tolok.workflow.testing import make_run, task_at

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def leaders():
    agency = make_agency()
    other = make_person("lain@contoh.id")
    make_office(other, Role.KETUA_TIM, agency)
    return make_user(Role.KETUA_TIM, agency), other


def names_who_and_when(problem, *persons):
    day_named = any(f", {day}, " in problem.message for day in WEEKDAYS)
    return day_named and any(f"oleh {person}" in problem.message for person in persons)


def test_of_two_leaders_who_approve_at_once_one_wins(one_wins, leaders):
    version = make_submitted_plan()
    approve = partial(approve_plan, version, sha256=version.content_sha256)

    second = one_wins(*(partial(approve, actor=leader) for leader in leaders))

    assert second.rule == "RN-35"
    assert names_who_and_when(second, *leaders)
    assert PlanVersion.objects.get().status == PlanVersion.Status.APPROVED


def test_a_plan_is_approved_or_returned_and_never_both(one_wins, leaders):
    version = make_submitted_plan()
    about = {"version": version, "sha256": version.content_sha256}

    second = one_wins(
        partial(approve_plan, **about, actor=leaders[0]),
        partial(return_plan, **about, reason="Lengkapi.", actor=leaders[1]),
    )

    assert second.rule == "RN-35"
    assert names_who_and_when(second, *leaders)
    submission = version.submissions.get()
    outcomes = {"disetujui": "disetujui", "dikembalikan": "dikembalikan"}
    assert PlanVersion.objects.get().status == outcomes[submission.outcome]


def test_an_author_who_writes_while_the_plan_is_submitted_changes_nothing_of_it(at_once, leaders):
    version = make_plan()
    writer, goal = coordinator_of(version), version.goals.get()

    at_once(
        partial(submit_plan, version, actor=writer),
        partial(save_fields, goal, {"text": "Diubah bersamaan"}, {}, actor=writer),
    )

    version.refresh_from_db()
    approve_plan(version, sha256=version.content_sha256, actor=leaders[0])  # as it was read
    assert PlanVersion.objects.get().status == PlanVersion.Status.APPROVED


def test_who_writes_while_a_leader_approves_is_told_who_has(at_once, leaders):
    version = make_submitted_plan()
    writer, goal = coordinator_of(version), version.goals.get()
    before = goal.text

    approved, written = at_once(
        partial(approve_plan, version, sha256=version.content_sha256, actor=leaders[0]),
        partial(save_fields, goal, {"text": "Diubah bersamaan"}, {}, actor=writer),
    )

    assert approved == DONE
    assert written.rule == "RN-21"
    assert names_who_and_when(written, leaders[0], writer)
    goal.refresh_from_db()
    assert goal.text == before


def test_of_two_holders_who_complete_a_task_one_wins_and_the_year_moves_one_step(
    one_wins, monkeypatch
):
    monkeypatch.setattr(activities, "_conditions", {})
    run = make_run()
    task = task_at(run, "KT1.i")
    TaskItem.objects.filter(task=task).update(met=TaskItem.Met.MISSING, reason="belum ada")
    holders = make_user(Role.COORDINATOR), make_person("rekan@contoh.id")
    make_office(holders[1], Role.COORDINATOR, run.agency)

    second = one_wins(*(partial(complete_task, task, actor=person) for person in holders))

    assert second.rule == "TG-03"
    assert names_who_and_when(second, *holders)
    assert Run.objects.get().history == [["KT1.i", None]]
    assert list(Task.objects.filter(status="ready").values_list("step", flat=True)) == ["KT1.ii"]


def test_of_two_who_lock_a_period_one_wins(one_wins):
    period = make_period(make_year(year=2024))
    people = make_user(Role.COORDINATOR), make_user(Role.ADMINISTRATOR)

    second = one_wins(*(partial(lock_period, period, actor=person) for person in people))

    assert second.rule == "KP-01"
    assert names_who_and_when(second, *people)


class TestCorrections:
    @pytest.fixture
    def proposed(self, tmp_path):
        agency = make_agency()
        make_year(agency, 2025)
        award = [{"nilai_kontrak": 9000, "nilai_penawaran": 900}]
        tables = {"SPSE-TenderPengumuman": [{}], "SPSE-TenderSelesaiNilai": award}
        bring_in(tables, agency, tmp_path / "scratch")
        sari = make_user(Role.DATA_PROCESSOR, agency)
        why = "Sesuai dokumen kontrak."
        return propose_correction(
            Package.objects.get(), "nilai_kontrak", "900", reason=why, actor=sari
        )

    def test_of_two_who_accept_a_correction_one_wins(self, one_wins, proposed):
        people = make_user(Role.COORDINATOR), make_user(Role.ADMINISTRATOR)

        second = one_wins(*(partial(accept, proposed, actor=person) for person in people))

        assert second.rule == "K-06"
        assert names_who_and_when(second, *people)
        assert Package.objects.get().contract_value == 900

    def test_a_correction_beside_a_lock_is_in_time_or_leaves_its_trace(self, at_once, proposed):
        period = make_period(make_year(year=2025), "TW1")
        people = make_user(Role.COORDINATOR), make_user(Role.ADMINISTRATOR)

        outcomes = at_once(
            partial(accept, proposed, actor=people[0]),
            partial(lock_period, period, actor=people[1]),
        )

        assert outcomes == [DONE, DONE]
        decided, locked = Correction.objects.get(), make_period(make_year(year=2025), "TW1")
        late = decided.decided_at > locked.locked_at
        assert LateChange.objects.exists() or not late
