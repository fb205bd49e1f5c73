"""One task stands for what each unit does: no unit ends it for the others (T18)."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person
from tolok.workflow.actions import Missing, add_file, complete_task, meet_requirement
from tolok.workflow.testing import AFile, make_run, task_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(coordinator, moment):
    """Carrying out the action plan, KT4.ii, a task of the penanggung jawab of all units."""
    moment(date(2025, 3, 3))
    return task_at(make_run(at="KT4.ii"), "KT4.ii")


@pytest.fixture
def in_charge(task):
    def of(code, email):
        unit = make_work_unit(code=code)
        return make_office(make_person(email), Role.PENANGGUNG_JAWAB, task.agency, unit=unit).user

    return of


def need_of(task):
    return task.items.needed().first()


def test_where_there_is_one_unit_its_officer_ends_the_task(task, in_charge):
    only = in_charge("1.01.", "satu@contoh.id")
    meet_requirement(need_of(task), Missing("belum"), actor=only)

    assert complete_task(task, actor=only).done_by == only


def test_of_several_units_none_ends_it_but_the_coordinator_tg_19(task, in_charge, coordinator):
    one, other = in_charge("1.01.", "satu@contoh.id"), in_charge("1.02.", "dua@contoh.id")
    meet_requirement(need_of(task), Missing("belum"), actor=one)
    add_file(task, AFile(), actor=other)

    with pytest.raises(RefusedError, match="lebih dari satu unit") as refusal:
        complete_task(task, actor=one)

    assert refusal.value.problems[0].rule == "TG-19"
    assert complete_task(task, actor=coordinator).done_by == coordinator


def test_one_who_is_in_charge_of_the_whole_agency_ends_it(task, in_charge):
    in_charge("1.01.", "satu@contoh.id")
    of_all = make_office(make_person("semua@contoh.id"), Role.PENANGGUNG_JAWAB, task.agency).user
    meet_requirement(need_of(task), Missing("belum"), actor=of_all)

    assert complete_task(task, actor=of_all).done_by == of_all


def test_what_one_unit_answered_is_not_replaced_by_another_tg_19(task, in_charge, coordinator):
    one, other = in_charge("1.01.", "satu@contoh.id"), in_charge("1.02.", "dua@contoh.id")
    meet_requirement(need_of(task), Missing("dari unit satu"), actor=one)

    with pytest.raises(RefusedError, match="sudah diisi"):
        meet_requirement(need_of(task), Missing("dari unit dua"), actor=other)

    assert need_of(task).reason == "dari unit satu"
    meet_requirement(need_of(task), AFile(), actor=coordinator)
    assert need_of(task).met_by == coordinator


def test_a_respondent_does_not_end_what_lies_with_the_team_as_well_tg_19(coordinator, moment):
    moment(date(2025, 5, 3))
    task = task_at(make_run(at="KT5"), "KT5")
    unit = make_work_unit(code="1.01.")
    team = make_office(make_person("tim@contoh.id"), Role.TIM_PENGUMPUL, task.agency).user
    one = make_office(
        make_person("satu@contoh.id"), Role.PENANGGUNG_JAWAB, task.agency, unit=unit
    ).user
    meet_requirement(need_of(task), Missing("belum"), actor=one)

    with pytest.raises(RefusedError) as refusal:
        complete_task(task, actor=one)

    assert refusal.value.problems[0].rule == "TG-19"
    assert complete_task(task, actor=team).round == 1
