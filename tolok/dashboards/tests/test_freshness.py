"""How old the data are, by what their rows say."""

from datetime import date

import pytest

from tolok.dashboards.freshness import freshness
from tolok.organisation.testing import make_agency
from tolok.registry.models import PublishedTable
from tolok.registry.testing import make_import

pytestmark = pytest.mark.django_db


def stand(batch, table, drawn_on):
    PublishedTable.objects.create(
        batch=batch, table=table, path=f"{table}.parquet", rows=1, drawn_on=drawn_on
    )


def test_a_system_is_as_fresh_as_its_newest_rows_not_as_their_import():
    agency = make_agency()
    batch = make_import(agency=agency, year=2025)
    stand(batch, "SPSE-TenderPengumuman", date(2025, 10, 3))
    stand(batch, "SPSE-TenderSelesai", date(2025, 9, 1))

    found = {one.system: one.day for one in freshness(agency, 2025)}

    assert found == {"SPSE": date(2025, 10, 3), "SiRUP": None, "e-Katalog": None}


def test_rows_that_do_not_tell_count_from_the_day_they_came_in():
    agency = make_agency()
    batch = make_import(agency=agency, year=2025)
    stand(batch, "SPSE-TenderPengumuman", None)

    found = {one.system: one for one in freshness(agency, 2025)}

    assert found["SPSE"].age == 0
