"""The inbox: what lies with whom, and what it says of a task."""

from datetime import date

from tolok.cycle.testing import make_year
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.workflow.testing import do, make_run, task_at
from tolok.workflow.tests.pages import page


def test_the_inbox_says_what_why_by_when_and_what_comes_out(client, run, coordinator):
    client.force_login(coordinator)

    shown = page(client, "inbox").text

    assert "KT1.i" in shown
    assert "Koordinator menerima penugasan dari Ketua Tim Kematangan UKPBJ" in shown
    assert "4 Februari 2025, 23.59 WIB" in shown
    assert "Surat Tugas" in shown
    assert "TA 2025" in shown


def test_an_inbox_holds_only_what_lies_with_ones_offices(client, run, head):
    client.force_login(head)

    mine, others = page(client, "inbox"), page(client, "inbox", kotak="lain")

    assert "Tidak ada tugas untuk Anda" in mine.text
    assert "KT1.i" in others.text


def test_an_acting_officers_inbox_is_that_of_the_one_stood_in_for(client, run, head):
    at = make_run(year=2026, at="KT1.vi")
    stand_in = make_person("plh@contoh.id")
    office = head.offices.get()
    make_office(stand_in, Role.KETUA_TIM, at.agency, acting="Plh.", stands_in_for=office)

    client.force_login(stand_in)
    taken = page(client, "inbox").text
    client.force_login(head)
    left = page(client, "inbox").text

    assert "KT1.vi" in taken
    assert "Tidak ada tugas untuk Anda" in left
    why = page(client, "task", task_at(at, "KT1.vi").pk).text
    assert "Jabatan Anda sedang dijalankan" in why
    assert "sebagai Plh. Ketua Tim" in why


def test_what_was_handed_to_the_one_who_is_away_lies_with_the_acting_officer(client, head):
    task = task_at(make_run(year=2026, at="KT1.vi"), "KT1.vi")
    task.person = head
    task.save()
    stand_in = make_person("plh@contoh.id")
    office = head.offices.get()
    make_office(stand_in, Role.KETUA_TIM, task.agency, acting="Plh.", stands_in_for=office)
    client.force_login(stand_in)

    assert "KT1.vi" in page(client, "inbox").text
    assert "KT1.vi" not in page(client, "inbox", kotak="unit").text


def test_a_year_that_was_opened_and_not_started_is_named_to_the_coordinator(
    client, run, coordinator, head
):
    make_year(run.agency, 2026)
    client.force_login(coordinator)
    told = page(client, "inbox").text
    client.force_login(head)

    assert "Jalankan TA 2026" in told
    assert "Jalankan TA 2025" not in told
    assert "Jalankan" not in page(client, "inbox").text


def test_a_task_left_over_in_a_closed_year_lies_in_no_inbox(client, run, coordinator):
    run.fiscal_year.status, run.fiscal_year.closed_at = "closed", run.started_at
    run.fiscal_year.save()
    client.force_login(coordinator)

    assert "KT1.i" not in page(client, "inbox").text


def test_a_decision_reaches_the_substitute_of_who_wrote_what_is_decided(
    client, coordinator, moment
):
    moment(date(2025, 1, 6))
    run = make_run(at="KT1.v")
    substitute = make_user(Role.PPK, run.agency)
    make_office(coordinator, Role.KETUA_TIM, run.agency, substitute=substitute)
    client.force_login(substitute)
    before = page(client, "inbox").text

    do(run, "KT1.v", actor=coordinator)

    assert "Tidak ada tugas untuk Anda" in before
    assert "KT1.vi" in page(client, "inbox").text
