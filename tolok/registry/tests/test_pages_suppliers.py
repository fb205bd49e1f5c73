"""Suppliers: the list, the page, and the NPWP that is opened one by one."""

from decimal import Decimal

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.testing import make_package, make_supplier
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

NPWP = "0012345678901234"


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


def sign_in(client, agency, role=Role.AUDITOR):
    client.force_login(make_user(role, agency))
    return client


class TestSuppliers:
    PAGE = "/data/penyedia/"

    def won(self, agency, supplier, code="1", **fields):
        return make_package(agency, code, supplier=supplier, **fields)

    def names(self, client, **query):
        return [supplier.name for supplier in client.get(self.PAGE, query).context["page"]]

    @pytest.mark.both_databases
    def test_the_list_counts_packages_and_worth_and_hides_the_npwp(self, client, agency):
        supplier = make_supplier(NPWP, "CV Maju", names={"CV Maju": 2, "CV. MAJU": 1})
        self.won(agency, supplier, "1", contract_value=Decimal(100))
        self.won(agency, supplier, "2", contract_value=Decimal(250))

        response = sign_in(client, agency).get(self.PAGE)

        found = response.context["page"][0]
        assert (found.won, found.worth) == (2, 350)
        page = response.content.decode()
        assert NPWP not in page
        assert "1234" in page
        assert "CV. MAJU" in page

    @pytest.mark.both_databases
    def test_it_is_searched_by_any_spelling_or_the_whole_npwp(self, client, agency):
        self.won(agency, make_supplier(NPWP, "CV Maju", names={"CV. MAJOE": 1}), "1")
        self.won(agency, make_supplier("0" * 15 + "7", "PT Lain"), "2")
        sign_in(client, agency)

        assert self.names(client, cari="majoe") == ["CV Maju"]
        assert self.names(client, cari="00.123.456.7-890.1234") == ["CV Maju"]
        assert self.names(client, cari="1234") == []

    @pytest.mark.both_databases
    @pytest.mark.parametrize(
        ("order", "expected"),
        [("", ["B", "A"]), ("nama", ["A", "B"]), ("nilai", ["A", "B"]), ("-paket", ["A", "B"])],
    )
    def test_it_is_sorted(self, client, agency, order, expected):
        small, large = make_supplier("1" * 16, "A"), make_supplier("2" * 16, "B")
        self.won(agency, small, "1", contract_value=Decimal(1))
        self.won(agency, small, "2", contract_value=Decimal(1))
        self.won(agency, large, "3", contract_value=Decimal(9))
        sign_in(client, agency)

        assert self.names(client, urut=order) == expected

    def test_sixty_suppliers_cost_no_more_queries_than_one(
        self, client, agency, django_assert_max_num_queries
    ):
        for number in range(60):
            self.won(agency, make_supplier(f"{number:016d}", f"CV {number}"), str(number))
        sign_in(client, agency)

        with django_assert_max_num_queries(12):
            client.get(self.PAGE)

    def test_the_page_lists_names_and_packages_of_what_one_sees(self, client, agency):
        supplier = make_supplier(NPWP, "CV Maju")
        self.won(agency, supplier, "1")
        self.won(make_agency("X202"), supplier, "asing")

        response = sign_in(client, agency).get(supplier.get_absolute_url())

        assert [package.code for package in response.context["page"]] == ["1"]
        assert NPWP not in response.content.decode()

    def test_opening_the_npwp_is_in_the_trail(self, client, agency):
        supplier = make_supplier(NPWP)
        self.won(agency, supplier)
        sign_in(client, agency, Role.DATA_PROCESSOR)

        response = client.post(f"{supplier.get_absolute_url()}npwp/")

        assert NPWP in response.content.decode()
        entry = AuditEntry.objects.get(event="registry.reveal_npwp")
        assert "CV Maju" in entry.subject
        assert NPWP not in entry.subject

    def test_an_auditor_is_not_offered_the_npwp(self, client, agency):
        supplier = make_supplier(NPWP)
        self.won(agency, supplier)
        sign_in(client, agency)

        page = client.get(supplier.get_absolute_url())

        assert "Tampilkan NPWP" not in page.content.decode()
        assert client.post(f"{supplier.get_absolute_url()}npwp/").status_code == 403

    def test_a_supplier_of_another_agency_does_not_exist(self, client, agency):
        supplier = make_supplier(NPWP)
        self.won(make_agency("X202"), supplier)
        sign_in(client, agency, Role.DATA_PROCESSOR)

        assert client.get(supplier.get_absolute_url()).status_code == 404
        assert client.post(f"{supplier.get_absolute_url()}npwp/").status_code == 404
        assert "Belum ada penyedia" in client.get(self.PAGE).content.decode()
