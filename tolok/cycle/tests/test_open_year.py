import pytest

from tolok.core.problem import RefusedError
from tolok.cycle.actions import open_year
from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_administrator
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_year_is_opened_under_its_sop_and_the_trail_tells():
    admin = make_administrator()

    year = open_year(make_agency(), 2025, "kaltim-2024", actor=admin)

    assert (year.year, year.sop) == (2025, "kaltim-2024")
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.agency, entry.actor_id) == ("cycle.open_year", "X101", admin.pk)
    assert entry.values_after() == {"tahun": 2025, "sop": "kaltim-2024"}


def test_two_years_may_run_side_by_side():
    open_year(make_agency(), 2025)
    open_year(make_agency(), 2026)

    assert FiscalYear.objects.count() == 2


@pytest.mark.parametrize(("year", "rule"), [(25, "TA-01"), (2101, "TA-01"), (2024, "TA-02")])
def test_a_year_that_cannot_be_opened_is_refused(year, rule):
    make_year(year=2024)

    with pytest.raises(RefusedError) as refusal:
        open_year(make_agency(), year)

    assert refusal.value.problems[0].rule == rule
    assert FiscalYear.objects.count() == 1
    assert not AuditEntry.objects.exists()
