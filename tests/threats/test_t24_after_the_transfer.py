"""T24: who moves on keeps nothing: a page still open in the browser does nothing any more."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.organisation.testing import make_agency
from tolok.people.actions import Succession, end_office, hand_over
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person
from tolok.planning.testing import make_plan, make_submitted_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return make_administrator()


def open_in_browser(client, person, page, **query):
    client.force_login(person)
    answer = client.get(reverse(page), query)
    assert answer.status_code == 200
    return answer


def test_a_coordinator_who_hands_over_cannot_send_the_form_still_open(client, administrator):
    version = make_plan()
    goal = version.goals.get()
    sari, budi = version.authors.get(), make_person("budi@contoh.id")
    open_in_browser(client, sari, "planning:goals")
    succession = Succession(first_day=timezone.localdate(), decree="SK 2")

    hand_over(sari.offices.get(), budi, succession, actor=administrator)
    answer = client.post(reverse("planning:edit_goal", args=[goal.pk]), {"text": "Diubah"})

    assert answer.status_code == 403
    goal.refresh_from_db()
    assert goal.text != "Diubah"
    client.force_login(budi)
    assert client.get(reverse("planning:goals")).status_code == 200


def test_who_moves_to_another_agency_decides_nothing_in_the_one_before(client, administrator):
    version = make_submitted_plan()
    leader = make_person("ketua@contoh.id")
    office = make_office(leader, Role.KETUA_TIM, version.agency)
    open_in_browser(client, leader, "planning:approval", instansi=version.agency.code)

    end_office(office, last_day=timezone.localdate() - timedelta(days=1), actor=administrator)
    make_office(leader, Role.KETUA_TIM, make_agency("X202"))
    answer = client.post(reverse("planning:approve_plan"), {"isi": version.content_sha256})

    assert answer.status_code == 404  # there is no such plan where they work now
    assert client.get(reverse("planning:approval") + "?instansi=X101").status_code == 404
    version.refresh_from_db()
    assert version.status == "diajukan"


def test_a_decree_ends_by_itself_on_its_last_day(client, clock):
    version = make_plan()
    auditor = make_person("auditor@contoh.id")
    last_day = timezone.localdate()
    make_office(auditor, Role.AUDITOR, version.agency, ends=last_day)
    open_in_browser(client, auditor, "planning:goals")

    clock(timezone.now() + timedelta(days=1))

    assert client.get(reverse("planning:goals")).status_code in (302, 403)


@pytest.mark.parametrize("zone", Zone)
def test_rights_end_at_the_midnight_of_the_office_not_of_the_server(zone, clock):
    agency = make_agency(time_zone=zone.name)
    auditor = make_person("auditor@contoh.id")
    midnight = datetime.combine(date(2025, 7, 1), time(), zone.tz)
    clock(midnight - timedelta(days=30))
    make_office(auditor, Role.AUDITOR, agency, ends=date(2025, 6, 30))

    clock(midnight - timedelta(minutes=1))
    before = auditor.roles_in(agency)
    clock(midnight + timedelta(minutes=1))

    assert before == {Role.AUDITOR}
    assert auditor.roles_in(agency) == set()
