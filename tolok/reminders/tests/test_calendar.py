"""The calendar feed: read by its address alone, as long as it and the office stand."""

from datetime import date, timedelta

import icalendar
import pytest
from django.utils import timezone

from tolok.core.feed import DayEvent
from tolok.organisation.testing import make_agency
from tolok.people.actions import close_account
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user
from tolok.reminders import calendars
from tolok.reminders.actions import make_calendar_link, revoke_calendar_link
from tolok.reminders.models import CalendarLink
from tolok.trail.models import AuditEntry
from tolok.workflow.testing import make_run

pytestmark = pytest.mark.django_db


def events(client, token):
    response = client.get(f"/kalender/{token}.ics")
    assert response.status_code == 200
    found = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    return {str(event["UID"]): event for event in found}


def test_own_tasks_and_windows_are_days_with_their_year(client, coordinator, task):
    found = events(client, make_calendar_link(coordinator))

    mine = found.pop(f"tugas-{task.pk}@tolok")
    assert mine.decoded("DTSTART") == date(2025, 5, 20)
    assert str(mine["SUMMARY"]).startswith("TA 2025: KT1.i Menerima penugasan")
    assert str(mine["URL"]) == f"https://kinerja.contoh.example/tugas/{task.pk}/"
    window = next(one for one in found.values() if one.decoded("DTSTART") == date(2025, 8, 1))
    assert str(window["SUMMARY"]) == "TA 2025: pengumpulan data TW II"
    assert all("TA 2025" in str(one["SUMMARY"]) for one in found.values())


def test_it_is_read_without_signing_in_and_not_kept_by_caches(client, coordinator):
    response = client.get(f"/kalender/{make_calendar_link(coordinator)}.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-cache"
    assert not response.cookies


def test_t36_a_colleagues_task_and_another_agencys_are_not_in_it(client, agency, task):
    make_run(make_agency("X202"))

    found = events(client, make_calendar_link(make_user(Role.PPK, agency)))

    assert [uid for uid in found if uid.startswith("tugas")] == []
    assert len(found) == 4  # the windows of the own agency


def test_t36_taken_back_it_is_gone_at_once_and_only_a_hash_was_kept(client, coordinator):
    token = make_calendar_link(coordinator)
    assert token not in str(list(CalendarLink.objects.values()))
    assert token not in str(list(AuditEntry.objects.values()))
    events(client, token)

    revoke_calendar_link(coordinator)

    assert client.get(f"/kalender/{token}.ics").status_code == 404


def test_a_renewed_address_ends_the_one_before(client, coordinator):
    first, second = make_calendar_link(coordinator), make_calendar_link(coordinator)

    assert client.get(f"/kalender/{first}.ics").status_code == 404
    events(client, second)


def test_unknown_expired_and_closed_accounts_have_no_calendar(client, coordinator, moment):
    token = make_calendar_link(coordinator)
    assert client.get("/kalender/salah.ics").status_code == 404

    link = CalendarLink.objects.get()
    link.expires_at = timezone.now() - timedelta(days=1)
    link.save()
    assert client.get(f"/kalender/{token}.ics").status_code == 404

    token = make_calendar_link(coordinator)
    close_account(coordinator, actor=make_administrator())
    assert client.get(f"/kalender/{token}.ics").status_code == 404


def test_t24_with_the_office_its_days_are_gone(client, coordinator, task):
    token = make_calendar_link(coordinator)
    coordinator.offices.update(withdrawn_at=timezone.now())

    assert events(client, token) == {}


def test_the_acting_officer_has_the_days_meanwhile(client, agency, coordinator, task):
    acting = make_person("plh@contoh.id")
    absent = coordinator.offices.get()
    make_office(acting, Role.COORDINATOR, agency, acting="Plh.", stands_in_for=absent)

    assert f"tugas-{task.pk}@tolok" in events(client, make_calendar_link(acting))
    assert events(client, make_calendar_link(coordinator)) == {}


def test_of_two_agencies_each_is_named_and_roles_do_not_mix(client, agency, task):
    person = make_person()
    other = make_agency("X202")
    make_office(person, Role.PPK, agency)
    make_office(person, Role.COORDINATOR, other)

    found = events(client, make_calendar_link(person))

    assert f"tugas-{task.pk}@tolok" not in found
    assert all("Kabupaten X" in str(one["SUMMARY"]) for one in found.values())


def test_the_address_is_only_read(client, coordinator):
    address = f"/kalender/{make_calendar_link(coordinator)}.ics"
    before = CalendarLink.objects.values().get()

    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405
    assert CalendarLink.objects.values().get() == before


def test_another_room_adds_its_own_days(client, coordinator, monkeypatch):
    monkeypatch.setattr(calendars, "_KINDS", {})
    day = date(2025, 6, 3)
    calendars.register("rapat", lambda reader: [DayEvent("rapat-1@tolok", "TA 2025", day, day)])

    assert list(events(client, make_calendar_link(coordinator))) == ["rapat-1@tolok"]


def test_it_costs_one_query_a_kind(client, coordinator, task, django_assert_num_queries):
    address = f"/kalender/{make_calendar_link(coordinator)}.ics"

    with django_assert_num_queries(2 + len(calendars._KINDS)):  # and the address, the offices
        client.get(address)


def test_the_page_shows_the_address_once(client, coordinator):
    client.force_login(coordinator)

    made = client.post("/akun/kalender/buat/")

    address = made.context["address"]
    assert address in made.content.decode()
    page = client.get("/akun/kalender/").content.decode()
    assert address not in page
    assert "Alamatnya tidak dapat ditampilkan lagi" in page
    client.post("/akun/kalender/cabut/")
    assert client.get(address).status_code == 404
