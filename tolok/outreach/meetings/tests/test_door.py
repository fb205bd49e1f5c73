"""The QR at the door, and the page behind it."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from tolok.archive.verification import limiting
from tolok.core.problem import RefusedError
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.outreach.meetings.actions import (
    Arrival,
    cancel_meeting,
    check_in,
    close_door,
    hold_meeting,
    open_door,
)
from tolok.outreach.meetings.actions.door import end_of_day
from tolok.outreach.meetings.testing import make_guest, make_meeting
from tolok.outreach.models import Door, Guest
from tolok.people.models.links import hash_of
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
LIGHT = 60_000  # bytes: what a telephone loads before the first word
COMING = {"name": "Budi Contoh Santosa", "unit": "Dinas Kesehatan", "position": "PPK"}


@pytest.fixture
def meeting():
    made = make_meeting()
    make_guest(made, "Hanimora Seludawe")
    return made


@pytest.fixture
def door(meeting):
    return open_door(meeting, actor=meeting.made_by)


def page(token):
    return reverse("outreach:check_in", args=[token])


def refused_at(token, **arrival):
    with pytest.raises(RefusedError) as refused:
        check_in(token, Arrival(**{"name": "Budi Contoh", "unit": "Dinas"} | arrival))
    return {problem.rule for problem in refused.value.problems}


def test_opening_the_page_changes_nothing_however_often(client, meeting, door):
    before = AuditEntry.objects.count()

    statuses = {client.get(page(door)).status_code for _ in range(5)}
    statuses.add(client.head(page(door)).status_code)

    assert statuses == {200}
    assert AuditEntry.objects.count() == before
    assert not meeting.guests.present().exists()


def test_who_sends_the_page_is_noted_and_led_away_from_the_token(client, meeting, door):
    answer = client.post(page(door), COMING)

    guest = meeting.guests.present().get()
    assert answer.status_code == 302
    assert door not in answer["Location"]
    assert (guest.name, guest.way, guest.is_invited) == ("Budi Contoh Santosa", "door", False)
    assert guest.came_at is not None
    assert "Budi Contoh Santosa tercatat hadir" in client.get(answer["Location"]).content.decode()


def test_one_person_twice_is_one_row_with_the_first_time(meeting, door):
    first = check_in(door, Arrival("dr. Hanimora Seludawe, S.K.M.", "dinas  kesehatan"))
    again = check_in(door, Arrival("hanimora seludawe", "Dinkes"))

    assert first == again
    assert first.is_invited
    assert again.came_at == first.came_at
    assert meeting.guests.count() == 1


def test_namesakes_are_not_taken_for_one_another_by_one_word(meeting, door):
    make_guest(meeting, "Budi", unit="Dinas Pendidikan")

    check_in(door, Arrival("Budi", "Dinas Kesehatan"))

    assert meeting.guests.filter(name="Budi").count() == 2


def test_the_page_tells_units_but_no_names_and_asks_no_number(client, meeting, door):
    told = client.get(page(door)).content.decode()

    assert "Dinas Kesehatan" in told
    assert "Hanimora" not in told
    assert "telepon" not in told.lower()


def test_the_page_is_light_and_works_without_scripts(client, door):
    answer = client.get(page(door))

    assert len(answer.content) < LIGHT / 4
    assert b"<script" not in answer.content
    assert answer["Cache-Control"].startswith("max-age=0")


def test_only_the_hash_of_the_token_is_kept_and_the_trail_does_not_tell_it(meeting, door):
    assert Door.objects.get().token_hash == hash_of(door)
    assert len(door) >= 128 / 6
    assert not AuditEntry.objects.filter(after__contains=door).exists()


def test_unknown_revoked_renewed_and_ended_doors_look_alike(client, meeting, door):
    newer = open_door(meeting, actor=meeting.made_by)
    known = client.get(page("tidak-dikenal"))
    replaced = client.get(page(door))
    close_door(meeting, actor=meeting.made_by)
    revoked = client.get(page(newer))

    assert {known.status_code, replaced.status_code, revoked.status_code} == {404}
    assert known.content == replaced.content == revoked.content
    assert refused_at(newer) == {"RP-10"}


def test_a_door_of_tomorrow_is_not_open_today():
    tomorrow = make_meeting(days=1)
    token = open_door(tomorrow, actor=tomorrow.made_by)

    assert refused_at(token) == {"RP-10"}


def test_a_day_that_is_over_gets_no_door():
    over = make_meeting(days=-1)

    with pytest.raises(RefusedError) as refused:
        open_door(over, actor=over.made_by)

    assert refused.value.problems[0].rule == "RP-09"


@pytest.mark.parametrize("zone", Agency.TimeZone.values)
def test_the_day_of_a_door_is_that_of_the_agencys_clock(zone):
    meeting = make_meeting(make_agency(f"X{zone}", time_zone=zone))
    token = open_door(meeting, actor=meeting.made_by)
    midnight = end_of_day(meeting)

    assert Door.objects.open_at(token, midnight - timedelta(minutes=1))
    assert Door.objects.open_at(token, midnight + timedelta(minutes=1)) is None
    assert midnight == datetime.combine(
        meeting.day + timedelta(days=1), datetime.min.time(), tzinfo=meeting.zone.tz
    )


def test_a_meeting_called_off_or_held_lets_nobody_in(meeting, door):
    check_in(door, Arrival("Budi Contoh", "Dinas Kesehatan"))
    hold_meeting(meeting, actor=meeting.made_by)
    other = make_meeting()
    token = open_door(other, actor=other.made_by)
    cancel_meeting(other, reason="Aula dipakai.", actor=other.made_by)

    assert refused_at(door) == refused_at(token) == {"RP-10"}


@pytest.mark.parametrize(
    "missing", [{"name": " , "}, {"unit": ""}, {"attends": Guest.Attends.ABSENT}]
)
def test_a_name_a_unit_and_a_way_are_needed(door, missing):
    assert refused_at(door, **missing) == {"RP-11"}


def test_a_hall_holds_only_so_many(monkeypatch, door):
    monkeypatch.setattr("tolok.outreach.meetings.actions.door.MOST_GUESTS", 1)

    assert refused_at(door) == {"RP-12"}


def test_one_network_cannot_ask_all_day(monkeypatch, client, door):
    monkeypatch.setattr("tolok.outreach.meetings.views.attendance.A_HALL", 2)
    cache.clear()

    answers = [client.get(page(door)).status_code for _ in range(3)]

    assert answers == [200, 200, 429]
    assert client.get(page(door))["Retry-After"] == str(limiting.WINDOW)


def test_an_expired_door_is_shut(meeting, door):
    Door.objects.update(expires_at=timezone.now())

    assert refused_at(door) == {"RP-10"}
