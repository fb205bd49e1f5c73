from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.cycle.actions import add_holiday, import_holidays, remove_holiday
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import Holiday
from tolok.organisation.testing import make_agency
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

ELECTION = date(2025, 4, 9)
JOINT_LEAVE = date(2025, 4, 7)


def test_a_local_day_joins_the_national_ones():
    agency = make_agency()

    add_holiday(agency, ELECTION, "Pemilihan daerah")

    calendar = calendar_of(agency)
    assert calendar.holiday(ELECTION) == "Pemilihan daerah"
    assert calendar.holiday(JOINT_LEAVE) == "Cuti Bersama Hari Raya Idul Fitri"
    assert AuditEntry.objects.get().event == "cycle.add_holiday"


def test_a_removed_day_is_worked_on():
    agency = make_agency()
    import_holidays(agency, 2025)

    remove_holiday(Holiday.objects.get(day=JOINT_LEAVE))

    assert calendar_of(agency).is_working_day(JOINT_LEAVE)
    assert AuditEntry.objects.first().event == "cycle.remove_holiday"


def test_a_year_without_a_list_of_its_own_follows_the_national_one():
    agency = make_agency()
    import_holidays(agency, 2025)

    assert calendar_of(agency).holiday(date(2024, 8, 17))
    assert calendar_of(make_agency("X202")).holiday(JOINT_LEAVE)


def test_importing_again_brings_national_days_back_and_keeps_local_ones():
    agency = make_agency()
    add_holiday(agency, ELECTION, "Pemilihan daerah")
    Holiday.objects.get(day=JOINT_LEAVE).delete()

    import_holidays(agency, 2025)

    days = set(Holiday.objects.values_list("day", flat=True))
    assert {ELECTION, JOINT_LEAVE} <= days


@pytest.mark.parametrize(
    ("day", "name", "rule"),
    [(ELECTION, "  ", "LB-01"), (JOINT_LEAVE, "Libur sekolah", "LB-02")],
)
def test_a_day_without_a_name_or_twice_is_refused(day, name, rule):
    with pytest.raises(RefusedError) as refusal:
        add_holiday(make_agency(), day, name)

    assert refusal.value.problems[0].rule == rule
    assert not AuditEntry.objects.exists()
