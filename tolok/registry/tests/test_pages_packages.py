"""The list of packages: what is shown, in which order, and to whom."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_person, make_user
from tolok.registry.testing import make_finding, make_package

pytestmark = pytest.mark.django_db

PAGE = "/data/paket/"


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


def listed(client, agency, role=Role.AUDITOR, **query):
    client.force_login(make_user(role, agency))
    return client.get(PAGE, query)


def codes(response):
    return [package.code for package in response.context["page"]]


@pytest.mark.both_databases
def test_the_newest_announcement_comes_first_with_its_amounts(client, agency):
    make_package(agency, "1", announced_on=date(2025, 1, 5))
    make_package(agency, "2", announced_on=date(2025, 6, 5), contract_value=Decimal(912_345_678))

    response = listed(client, agency)

    assert codes(response) == ["2", "1"]
    assert "912.345.678" in response.content.decode()


def test_a_missing_amount_is_a_dash_with_a_reason_and_never_zero(client, agency):
    make_package(agency, contract_value=None)

    page = listed(client, agency).content.decode()

    assert 'title="belum ada data"' in page


@pytest.mark.both_databases
def test_totals_cover_all_pages(client, agency):
    for number in range(60):
        make_package(agency, str(number), ceiling=Decimal(1_000_000_000))

    response = listed(client, agency)

    assert len(codes(response)) == 50
    assert response.context["totals"]["packages"] == 60
    assert response.context["totals"]["ceiling"] == 60_000_000_000


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"cari": "jembatan"}, ["jembatan"]),
        ({"cari": "CV Maju"}, ["maju"]),
        ({"metode": "Seleksi"}, ["seleksi"]),
        ({"status": "gagal"}, ["gagal"]),
        ({"jenis": "Barang"}, ["barang"]),
        ({"tw": "4"}, ["akhir"]),
        ({"nilai": "1"}, ["kecil"]),
        ({"temuan": "ada"}, ["ragu"]),
        ({"kurang": "tgl_bast"}, ["tanpa-bast"]),
        ({"satker": "2.02."}, ["dinas"]),
    ],
)
def test_each_filter_leaves_what_it_says(client, agency, query, expected):
    make_package(agency, "jembatan", name="Jembatan Desa")
    make_package(agency, "maju", supplier_name="CV Maju")
    make_package(agency, "seleksi", method="Seleksi")
    make_package(agency, "gagal", status="gagal")
    make_package(agency, "barang", kind="Barang")
    make_package(agency, "akhir", announced_on=date(2025, 11, 1))
    make_package(agency, "kecil", contract_value=Decimal(50_000_000))
    make_package(agency, "tanpa-bast", contract_status="selesai", handed_over_on=None)
    make_package(agency, "dinas", work_unit=make_work_unit(agency, "2.02.", name="Dinas Lain"))
    make_finding(make_package(agency, "ragu"))

    assert codes(listed(client, agency, **query)) == expected


def test_filters_join_and_an_unknown_choice_leaves_everything_in(client, agency):
    make_package(agency, "1", method="Seleksi", status="gagal")
    make_package(agency, "2", method="Seleksi")

    assert codes(listed(client, agency, metode="Seleksi", status="gagal")) == ["1"]
    assert len(codes(listed(client, agency, metode="Lelang"))) == 2


def test_a_decided_finding_is_no_finding_any_more(client, agency):
    make_finding(make_package(agency, "1"), status="right")

    assert codes(listed(client, agency, temuan="ada")) == []
    assert codes(listed(client, agency, temuan="tidak")) == ["1"]


@pytest.mark.both_databases
def test_columns_sort_both_ways_with_blanks_last(client, agency):
    make_package(agency, "a", contract_value=Decimal(5))
    make_package(agency, "b", contract_value=None)
    make_package(agency, "c", contract_value=Decimal(7))

    assert codes(listed(client, agency, urut="kontrak")) == ["a", "c", "b"]
    assert codes(listed(client, agency, urut="-kontrak")) == ["c", "a", "b"]


def test_the_workbook_holds_what_the_list_shows_in_its_order(client, agency):
    make_package(agency, "1", contract_value=Decimal("7.50"))
    make_package(agency, "2", contract_value=Decimal(9), name="=1+1")
    make_package(agency, "3", method="Seleksi")
    listed(client, agency)

    response = client.get(f"{PAGE}unduh/", {"metode": "Tender", "urut": "kontrak"})

    sheet = openpyxl.load_workbook(io.BytesIO(response.getvalue())).active
    head, *rows = sheet.iter_rows(values_only=True)
    assert [row[0] for row in rows] == ["Pembangunan Gedung 1", "=1+1"]
    assert rows[0][head.index("Nilai kontrak (Rp)")] == 7.5
    assert sheet["A3"].data_type == "s"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"


class TestChoosingColumns:
    def choose(self, client, *keys):
        return client.post(f"{PAGE}kolom/?metode=Tender", {"kolom": keys})

    def shown(self, client):
        return [column.key for column in client.get(PAGE).context["columns"]]

    def test_the_choice_is_kept_and_the_filters_stay(self, client, agency):
        listed(client, agency)

        response = self.choose(client, "pagu", "kode", "karangan")

        assert response.url == f"{PAGE}?metode=Tender"
        assert self.shown(client) == ["kode", "pagu"]

    def test_the_workbook_has_the_chosen_columns(self, client, agency):
        make_package(agency)
        listed(client, agency)
        self.choose(client, "penyedia")

        response = client.get(f"{PAGE}unduh/")

        sheet = openpyxl.load_workbook(io.BytesIO(response.getvalue())).active
        assert [cell.value for cell in sheet[1]] == ["Nama paket", "Penyedia"]

    def test_nobody_else_sees_the_choice(self, client, agency):
        listed(client, agency)
        self.choose(client, "kode")
        client.force_login(make_user(Role.COORDINATOR, agency))

        assert "metode" in self.shown(client)

    def test_no_column_at_all_means_the_usual_ones(self, client, agency):
        listed(client, agency)
        self.choose(client)

        assert "metode" in self.shown(client)


def test_sixty_packages_cost_no_more_queries_than_one(
    client, agency, django_assert_max_num_queries
):
    for number in range(60):
        make_finding(make_package(agency, str(number)))
    client.force_login(make_user(Role.AUDITOR, agency))

    with django_assert_max_num_queries(17):
        client.get(PAGE)


def test_packages_of_another_agency_and_year_are_not_there(client, agency):
    make_package(make_year(make_agency("X202")).agency, "asing")
    make_package(agency, "lama", year=2024)

    response = listed(client, agency)

    assert codes(response) == []
    assert "Belum ada paket" in response.content.decode()
    assert "Impor berkas" in response.content.decode()


def test_someone_without_an_office_may_not(client):
    client.force_login(make_person())

    assert client.get(PAGE).status_code == 403
