from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.actions import Appointment, end_office, give_office
from tolok.people.models import Office, Role
from tolok.people.testing import make_administrator, make_office, make_person
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

JANUARY, JUNE, DECEMBER = date(2025, 1, 1), date(2025, 6, 30), date(2025, 12, 31)


def appointment(**fields):
    usual = {"role": Role.COORDINATOR, "agency": make_agency(), "starts": JANUARY}
    return Appointment(**usual | fields)


def test_an_office_gives_its_role_from_the_first_day_to_the_last():
    sari, agency = make_person(), make_agency()

    give_office(sari, appointment(ends=JUNE))

    assert sari.roles_in(agency, date(2024, 12, 31)) == frozenset()
    assert sari.roles_in(agency, JANUARY) == sari.roles_in(agency, JUNE) == {Role.COORDINATOR}
    assert sari.roles_in(agency, date(2025, 7, 1)) == frozenset()


def test_an_office_counts_in_its_own_agency_only():
    sari, other = make_person(), make_agency("X202")

    give_office(sari, appointment())

    assert sari.roles_in(other, JUNE) == frozenset()
    assert [agency.code for agency in sari.agencies(JUNE)] == ["X101"]


def test_the_administrator_of_the_whole_deployment_counts_everywhere():
    sari, other = make_person(), make_agency("X202")

    give_office(sari, appointment(role=Role.ADMINISTRATOR, agency=None))

    assert sari.roles_in(other, JUNE) == {Role.ADMINISTRATOR}
    assert other in sari.agencies(JUNE)


def test_the_trail_tells_who_gave_what_and_by_which_decree():
    admin, sari = make_administrator(), make_person()

    give_office(sari, appointment(decree="SK 12/2025", ends=DECEMBER), actor=admin)

    entry = AuditEntry.objects.get()
    assert (entry.event, entry.actor_id, entry.agency) == ("people.give_office", admin.pk, "X101")
    assert entry.values_after() == {
        "peran": "coordinator",
        "instansi": "X101",
        "satker": None,
        "keputusan": "SK 12/2025",
        "mulai": "2025-01-01",
        "sampai": "2025-12-31",
        "dicabut": None,
    }


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"agency": None}, "PG-06"),
        ({"ends": date(2024, 12, 31)}, "PG-08"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(fields, rule):
    with pytest.raises(RefusedError) as refusal:
        give_office(make_person(), appointment(**fields))

    assert refusal.value.problems[0].rule == rule
    assert not Office.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_unit_of_another_agency_is_refused():
    foreign = make_work_unit(make_agency("X202"))

    with pytest.raises(RefusedError) as refusal:
        give_office(make_person(), appointment(unit=foreign))

    assert refusal.value.problems[0].rule == "PG-07"


@pytest.fixture
def sari():
    """Coordinator in the first half of 2025."""
    sari = make_person()
    make_office(sari, Role.COORDINATOR, make_agency(), starts=JANUARY, ends=JUNE)
    return sari


@pytest.mark.parametrize(("starts", "ends"), [(JUNE, None), (date(2024, 1, 1), JANUARY)])
def test_nobody_holds_the_same_office_twice_at_a_time(sari, starts, ends):
    with pytest.raises(RefusedError) as refusal:
        give_office(sari, appointment(starts=starts, ends=ends))

    assert refusal.value.problems[0].rule == "PG-09"


@pytest.mark.parametrize(
    ("starts", "ends"),
    [(date(2025, 7, 1), DECEMBER), (date(2024, 1, 1), date(2024, 12, 31))],
)
def test_the_same_office_may_follow_or_go_before(sari, starts, ends):
    give_office(sari, appointment(starts=starts, ends=ends))

    assert sari.offices.count() == 2


def test_an_office_that_was_withdrawn_can_be_given_again():
    sari = make_person()
    end_office(give_office(sari, appointment()))

    assert give_office(sari, appointment()).is_in_force()
