"""What the room tells the rooms below: SOPs for opening years, duties for hand-overs."""

from datetime import date

from tolok.cycle import sops
from tolok.cycle.actions import open_year
from tolok.organisation.testing import make_agency
from tolok.people import duties
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.workflow.actions import hand_to, publish_sop, start_run
from tolok.workflow.testing import make_run, spoiled, task_at

OWN = 'name="code" value="sop-kami"'


def test_a_year_is_opened_under_an_sop_the_agency_published_and_no_other_agency_sees_it(
    coordinator,
):
    agency = coordinator.offices.get().agency
    own = spoiled('name="code" value="kaltim-2024"', OWN)
    publish_sop(own, agency=agency, actor=coordinator)

    year = open_year(agency, 2025, "sop-kami", actor=coordinator)
    run = start_run(year, actor=coordinator)

    assert run.definition.code == "sop-kami"
    assert sops.find("sop-kami", make_agency("D999")) is None
    assert "sop-kami" in {one.code for one in sops.every(agency)}


def test_a_new_version_is_for_new_years_alone(coordinator):
    agency = coordinator.offices.get().agency
    own = spoiled('name="code" value="kaltim-2024"', OWN)
    publish_sop(own, agency=agency, actor=coordinator)
    old = open_year(agency, 2024, "sop-kami", actor=coordinator)
    publish_sop(own.replace(b'value="2024"', b'value="2"'), agency=agency, actor=coordinator)

    new = open_year(agency, 2025, "sop-kami", actor=coordinator)

    assert (sops.of_year(old).version, sops.of_year(new).version) == ("2024", "2")
    assert start_run(old, actor=coordinator).sop.version == "2024"


def test_an_officers_waiting_tasks_are_duties_and_pass_to_the_successor(coordinator):
    run = make_run()
    leaving = coordinator.offices.get()
    task = hand_to(task_at(run, "KT1.i"), coordinator, actor=coordinator)
    successor = make_office(make_person("baru@contoh.id"), Role.COORDINATOR, run.agency)

    told = duties.duties_of(leaving)
    duties.pass_on(leaving, successor)

    task.refresh_from_db()
    assert "KT1.i Menerima penugasan" in {duty.title[:24] for duty in told}
    assert task.person == successor.user


def test_the_inbox_asks_the_database_a_bounded_number_of_questions(
    client, coordinator, django_assert_max_num_queries
):
    for year in range(2020, 2026):
        make_run(year=year, at="KT1.ii", starts_on=date(year, 1, 2))
    make_user(Role.PPK)
    client.force_login(coordinator)

    with django_assert_max_num_queries(25):
        client.get("/tugas/")
