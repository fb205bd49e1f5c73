"""A code that nobody knew finds its packages as soon as somebody says whose it is."""

import pytest
from django.utils import timezone

from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year
from tolok.organisation.actions import add_alias, remove_alias
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.registry.models import Package, Snapshot
from tolok.registry.renamed import derive_again
from tolok.registry.testing import publish_tenders, tender_tables

pytestmark = pytest.mark.django_db
OLD = "7.77.77."


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


@pytest.fixture
def unit(agency):
    return make_work_unit(agency, "1.01.01.")


@pytest.fixture
def unknown(agency, unit):
    """A package under a code of its own that is no unit's."""
    tables = tender_tables("1001")
    tables["SPSE-TenderPengumuman"][0]["kd_satker_str"] = OLD
    publish_tenders(agency, tables)
    return Package.objects.get()


def test_an_alias_places_packages_and_its_removal_takes_them_back(agency, unit, unknown):
    before = unknown.work_unit_id

    alias = add_alias(unit, OLD)
    derive_again(agency.pk)
    assert Package.objects.get().work_unit == unit

    remove_alias(alias)
    derive_again(agency.pk)
    assert Package.objects.get().work_unit_id == before


def test_nothing_is_done_where_nothing_would_change_nor_in_a_closed_year(agency, unit, unknown):
    snapshots = Snapshot.objects.count()
    derive_again(agency.pk)
    assert Snapshot.objects.count() == snapshots

    FiscalYear.objects.update(status=FiscalYear.Status.CLOSED, closed_at=timezone.now())
    add_alias(unit, OLD)
    derive_again(agency.pk)
    assert Package.objects.get().work_unit != unit


def test_the_page_says_so_and_the_work_is_asked_for(
    monkeypatch, agency, unit, django_capture_on_commit_callbacks
):
    asked = []
    monkeypatch.setattr("django_q.tasks.async_task", lambda *given: asked.append(given))

    with django_capture_on_commit_callbacks(execute=True):
        add_alias(unit, OLD)

    assert asked == [("tolok.registry.renamed.derive_again", agency.pk)]
