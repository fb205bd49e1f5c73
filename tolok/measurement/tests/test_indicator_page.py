"""The page of one indicator."""

import pytest

from tolok.cycle.testing import make_year
from tolok.measurement.explain import explain
from tolok.measurement.in_force import indicators_in_force
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.pages.groups import STAFF
from tolok.people.testing import make_user
from tolok.registry.models import Snapshot
from tolok.ui.testing import told

pytestmark = pytest.mark.django_db


def test_value_and_interval_stand_with_what_would_settle_them(reader):
    page = told(reader.get("/indikator/W3/"))

    assert "100,00 % Dalam rentang" in page
    assert "Rentang kemungkinan 50,00–100,00" in page  # noqa: RUF001
    assert "Lengkapi 1 tanggal BAST" in page


def test_the_formula_stands_in_words_beside_its_numbers(reader):
    page = told(reader.get("/indikator/B1/"))

    assert "total HPS − total nilai kontrak total HPS × 100 =" in page  # noqa: RUF001
    assert "Rp150.000.000,00 Rp1.500.000.000,00 × 100 = 10,00 %" in page  # noqa: RUF001
    assert "100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)" in page


def test_the_value_is_the_one_its_explanation_gives(agency, reader):
    snapshot = Snapshot.objects.current(agency, 2025)

    for indicator in indicators_in_force(agency, 2025):
        page = reader.get(f"/indikator/{indicator.code}/").context["page"]
        assert page.shown.value == explain(snapshot, indicator).value


def test_bars_of_quarters_and_units_lead_to_their_rows(reader):
    page = reader.get("/indikator/B1/").content.decode()

    assert 'href="/indikator/B1/baris/?tw=3"' in page
    assert 'href="/indikator/B1/baris/?satker=1.02.01."' in page


def test_every_unit_stands_with_its_quarters_and_the_agency_below(reader):
    page = reader.get("/indikator/B1/")

    units = {row.name: row for row in page.context["page"].units}
    health = units["Dinas Kesehatan"]
    assert [cell.value and cell.value.value for cell in health.quarters] == [None, None, 10, None]
    assert health.year.value.rows == 1
    assert page.context["page"].total.name == "Kabupaten X101"


def test_values_stand_by_method_and_kind_of_procurement(reader):
    methods, kinds = reader.get("/indikator/B1/").context["page"].kinds

    assert [row.name for row in methods[1]] == ["Tender"]
    assert [row.name for row in kinds[1]] == ["Pekerjaan Konstruksi"]


def test_where_it_comes_from_counts_the_rows_left_out_by_reason(reader):
    page = told(reader.get("/indikator/W3/"))

    assert "Dari mana angka ini? 2 paket dalam cakupan − 1 tanggal BAST belum ada 1 paket" in page  # noqa: RUF001


def test_all_its_attributes_are_told(reader):
    page = told(reader.get("/indikator/K4/"))

    assert "Metode pemilihan Tender, Seleksi dan Tender Cepat" in page
    assert "Tanggal acuan Penetapan pemenang" in page
    assert "Dasar hukum Ketentuan internal" in page
    assert "Berlaku sejak 1 Januari 2018" in page


def test_one_that_needs_other_data_says_which(reader):
    assert "Belum dapat dihitung: perlu nilai ITKP" in told(reader.get("/indikator/G1/"))


def test_before_the_first_import_it_is_only_defined(client):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency))

    page = told(client.get("/indikator/B1/"))

    assert "Belum ada data tahun ini" in page
    assert "Definisi lengkap" in page


def test_an_unknown_indicator_does_not_exist(reader):
    assert reader.get("/indikator/ZZ9/").status_code == 404
    assert reader.get("/indikator/ZZ9/baris/").status_code == 404


def test_nothing_of_another_agency_is_shown(agency, client):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency))

    assert "Rp150" not in told(client.get("/indikator/B1/"))
    assert client.get("/indikator/B1/", {"instansi": agency.code}).status_code == 404


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_role_reads_it_and_only_two_are_offered_to_change_it(agency, client, role):
    client.force_login(make_user(role, agency))

    page = client.get("/indikator/B1/")

    offered = "/indikator/B1/ubah/" in page.content.decode()
    assert (page.status_code, offered) == (
        200,
        role in (Role.ADMINISTRATOR, Role.COORDINATOR),
    )
