import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.cycle.actions import close_year, reopen_year
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.cycle.testing import make_year
from tolok.people.testing import make_administrator
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return make_year()


def lock_quarters(year):
    year.periods.quarters().update(locked_at=timezone.now())


def test_a_year_is_closed_when_its_quarters_are_locked_and_the_whole_is_locked_with_it(year):
    lock_quarters(year)

    closed = close_year(year, actor=make_administrator())

    assert closed.status == FiscalYear.Status.CLOSED
    assert not YearPeriod.objects.filter(locked_at=None).exists()
    assert AuditEntry.objects.get().event == "cycle.close_year"


def test_a_quarter_left_open_keeps_the_year_open_and_is_named_ta_07(year):
    lock_quarters(year)
    year.periods.filter(code="TW4").update(locked_at=None)

    with pytest.raises(RefusedError, match="TW IV 2025") as refusal:
        close_year(year)

    assert refusal.value.problems[0].rule == "TA-07"
    assert FiscalYear.objects.get().status == FiscalYear.Status.OPEN


def test_a_closed_year_is_opened_again_for_a_reason_and_the_trail_keeps_it(year):
    lock_quarters(year)

    again = reopen_year(close_year(year), "Temuan pemeriksaan BPK", actor=make_administrator())

    assert (again.status, again.closed_at) == (FiscalYear.Status.OPEN, None)
    assert AuditEntry.objects.first().values_after() == {"alasan": "Temuan pemeriksaan BPK"}


def test_without_a_reason_it_stays_closed_ta_08(year):
    lock_quarters(year)
    closed = close_year(year)

    with pytest.raises(RefusedError) as refusal:
        reopen_year(closed, " perlu ")

    assert refusal.value.problems[0].rule == "TA-08"
