"""`tolok demo` fills a fictional regency once, and says how to sign in."""

import json
from datetime import date

import pytest

from tolok.archive.models import Paper
from tolok.cli import main
from tolok.core.problem import RefusedError
from tolok.demo.agency import CODE, FIRST_WORKING_DAY
from tolok.demo.cast import OPEN_SECRET, engage
from tolok.demo.fill import BROUGHT_IN, fill
from tolok.demo.generator.order import LAST_YEAR, Mix, Order
from tolok.organisation.actions import register_agency
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.people.models import Role, User
from tolok.registry.models import Correction, Import, Package, Pokja
from tolok.workflow.models import Task

MANY_TENDERS = Mix(tender=0.2, direct=0.5)
THREE_YEARS = Order(packages=240, years=3, seed=900, mix=MANY_TENDERS)
ONE_YEAR = Order(packages=80, seed=900, mix=MANY_TENDERS)

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_three_years_come_in_as_real_files_do_also_after_a_run_that_was_broken_off():
    begun = fill(in_the_open=False, order=ONE_YEAR)

    finished = fill(in_the_open=False, order=THREE_YEARS)

    agency = Agency.objects.get(code=CODE)
    assert [one.year for one in begun.years] == [2025]
    assert [one.year for one in finished.years] == [2023, 2024]
    assert agency.time_zone == Agency.TimeZone.WITA
    for year in (2023, 2024, 2025):
        assert Package.objects.of_year(agency, year).count() >= 80


@pytest.mark.slow
def test_a_second_run_changes_nothing_and_says_so():
    fill(in_the_open=False, order=ONE_YEAR)

    again = fill(in_the_open=False, order=ONE_YEAR)

    assert not again.is_new
    assert Import.objects.count() == 2  # what was announced in January, then everything
    assert {one.password for one in again.sign_ins} == {""}


@pytest.mark.slow
def test_every_page_has_something_decided_and_something_that_waits():
    fill(in_the_open=False, order=ONE_YEAR)

    accepted = Correction.objects.accepted()
    assert accepted
    assert all(change.decided_by != change.proposed_by for change in accepted)
    assert Correction.objects.pending()
    assert Pokja.objects.filter(status=Pokja.Status.CONFIRMED).count() == 2
    assert Pokja.objects.filter(status=Pokja.Status.PROPOSED)
    assert set(Paper.objects.values_list("status", flat=True)) == {*Paper.Status} - {
        Paper.Status.DISPOSED
    }
    tasks = Task.objects.filter(agency__code=CODE)
    assert [task.outcome for task in tasks.done().filter(step="KT1.vi")] == ["returned", "approved"]
    assert [task.step for task in tasks.ready()] == ["KT4.i"]


def test_the_past_years_are_there_when_the_newest_one_is_planned():
    assert date(LAST_YEAR, 1, BROUGHT_IN) < FIRST_WORKING_DAY


def test_there_is_one_person_for_every_role():
    agency = make_agency()

    people = engage(agency, in_the_open=False)

    held = [User.objects.get(email=one.email).roles_in(agency) for one in people]
    assert sorted(role for roles in held for role in roles) == sorted(Role)


def test_passwords_are_random_and_shown_once():
    people = engage(make_agency(), in_the_open=False)

    assert len({one.password for one in people} - {OPEN_SECRET}) == len(Role)
    assert all(User.objects.get(email=one.email).check_password(one.password) for one in people)
    assert {one.password for one in engage(make_agency(), in_the_open=False)} == {""}


def test_where_only_this_machine_can_reach_the_demo_its_password_is_always_the_same():
    engage(make_agency(), in_the_open=True)

    again = engage(make_agency(), in_the_open=True)

    assert {one.password for one in again} == {OPEN_SECRET}


def test_invented_data_never_stand_beside_an_agency_s_own_g_02():
    register_agency("X101", "Kabupaten Sungguhan")

    with pytest.raises(RefusedError) as refusal:
        fill(in_the_open=False, order=ONE_YEAR)

    assert refusal.value.problems[0].rule == "G-02"
    assert not User.objects.exists()


def test_the_command_generate_writes_files_and_says_what_it_hid(tmp_path, capsys):
    code = main(["generate", "--packages", "60", "--out", str(tmp_path)])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert told["folders"][0]["agency"] == CODE
    assert told["quirks"]["ten_fold_value"] > 0
