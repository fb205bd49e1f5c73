from datetime import date, timedelta

import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.actions import end_office
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_user(Role.COORDINATOR).offices.get()


def test_rights_end_with_the_office_on_the_next_request(client, office):
    client.force_login(office.user)
    assert client.get("/pengaturan/").status_code == 200

    end_office(office)

    assert client.get("/pengaturan/").status_code == 403


def test_an_office_may_end_on_a_later_day(client, office):
    client.force_login(office.user)

    end_office(office, last_day=timezone.localdate())

    assert client.get("/pengaturan/").status_code == 200
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert office.user.roles_in(office.agency, tomorrow) == frozenset()


def test_an_office_that_has_not_begun_never_begins():
    soon = timezone.localdate() + timedelta(days=30)
    office = make_office(make_person(), Role.AUDITOR, make_agency(), starts=soon)

    end_office(office)

    assert not office.user.roles_in(office.agency, soon)


def test_the_trail_tells_what_was_and_what_is(office):
    admin = make_administrator()

    end_office(office, last_day=date(2030, 6, 30), actor=admin)

    entry = AuditEntry.objects.get()
    assert (entry.event, entry.actor_id) == ("people.end_office", admin.pk)
    assert [(change.field, change.before, change.after) for change in entry.changes()] == [
        ("sampai", None, "2030-06-30")
    ]


def test_an_office_ends_once(office):
    end_office(office)

    with pytest.raises(RefusedError) as refusal:
        end_office(office)

    assert refusal.value.problems[0].rule == "PG-10"


def test_an_office_does_not_end_before_it_begins(office):
    with pytest.raises(RefusedError) as refusal:
        end_office(office, last_day=office.starts - timedelta(days=1))

    assert refusal.value.problems[0].rule == "PG-08"


def test_the_last_administrator_stays_until_there_is_another():
    first = make_administrator().offices.get()
    with pytest.raises(RefusedError) as refusal:
        end_office(first)

    make_administrator("pengganti@contoh.id")
    end_office(first)

    assert refusal.value.problems[0].rule == "PG-11"
    assert not first.user.sees_everything()
