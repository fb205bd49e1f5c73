"""The overview on both databases: each test makes its agency, as what lasts is on SQLite."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.dashboards.tests.lines import line
from tolok.measurement.testing import make_measured_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Import
from tolok.ui.testing import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def reader(client):
    client.force_login(make_user(Role.COORDINATOR, make_measured_agency()))
    return client


def test_an_indicator_is_told_with_value_interval_rows_and_direction(reader):
    page = reader.get("/capaian/")

    assert line(page, "B1") == (
        "B1 Efisiensi terhadap HPS Rp150,0 juta dari Rp1,5 miliar 10,00 % pasti makin tinggi "
        "Pasti 1 temuan B1"
    )
    assert line(page, "W3").startswith(
        "W3 Kontrak tepat waktu 1 dari 1 paket 100,00 % 50,00–100,00"  # noqa: RUF001
    )


def test_sources_are_told_with_their_last_import_and_old_ones_stand_out(reader):
    Import.objects.update(done_at=timezone.now() - timedelta(days=40))

    page = told(reader.get("/capaian/"))

    assert "40 hari lalu, perbarui" in page
    assert "SiRUP — belum pernah diimpor" in page
