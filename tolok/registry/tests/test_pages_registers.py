"""Suppliers, Pokja and RUP entries."""

from datetime import date
from decimal import Decimal

import pytest

from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Pokja, Supplier
from tolok.registry.pokja.actions import Decree, confirm_pokja
from tolok.registry.testing import make_package, make_plan_entry, make_pokja, make_supplier
from tolok.trail.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

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

    def test_it_is_searched_by_any_spelling_or_the_whole_npwp(self, client, agency):
        self.won(agency, make_supplier(NPWP, "CV Maju", names={"CV. MAJOE": 1}), "1")
        self.won(agency, make_supplier("0" * 15 + "7", "PT Lain"), "2")
        sign_in(client, agency)

        assert self.names(client, cari="majoe") == ["CV Maju"]
        assert self.names(client, cari="00.123.456.7-890.1234") == ["CV Maju"]
        assert self.names(client, cari="1234") == []

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

    def test_a_stranger_is_sent_to_the_sign_in_page(self, client):
        assert client.get(self.PAGE).url.startswith("/masuk/")
        assert not Supplier.objects.exists()


class TestPokja:
    PAGE = "/data/pokja/"

    def confirm(self, client, pokja, **data):
        told = {"nama": "Pokja 1", "nomor": "027/12/2025", "tanggal": "2 Januari 2025"}
        return client.post(f"{pokja.get_absolute_url()}kukuhkan/", told | data)

    def test_the_list_shows_members_and_packages_of_the_year(self, client, agency):
        pokja = make_pokja(agency, members=["Andi", "Budi"])
        make_package(agency, "1", pokja=pokja)
        make_package(agency, "2", pokja=pokja, year=2024)

        response = sign_in(client, agency).get(self.PAGE)

        assert response.context["page"][0].handled == 1
        assert "Andi; Budi" in response.content.decode()

    def test_the_page_lists_its_packages(self, client, agency):
        pokja = make_pokja(agency)
        make_package(agency, "1", pokja=pokja)

        response = sign_in(client, agency).get(pokja.get_absolute_url())

        assert [package.code for package in response.context["page"]] == ["1"]
        assert "Kukuhkan Pokja" not in response.content.decode()

    def test_it_is_confirmed_with_its_decree_and_the_trail_tells(self, client, agency):
        pokja, unit = make_pokja(agency), make_work_unit(agency)
        sign_in(client, agency, Role.COORDINATOR)

        response = self.confirm(client, pokja, unit=unit.pk)

        assert response.url == pokja.get_absolute_url()
        pokja.refresh_from_db()
        assert (pokja.status, pokja.name, pokja.decree) == ("confirmed", "Pokja 1", "027/12/2025")
        assert (pokja.decree_on, pokja.unit) == (date(2025, 1, 2), unit)
        entry = AuditEntry.objects.get(event="registry.confirm_pokja")
        assert entry.values_before()["status"] == "proposed"

    @pytest.mark.parametrize(
        ("data", "rule"),
        [(("", "027/1"), "PJ-01"), (("Pokja 1", " "), "PJ-02"), (("pokja lama", "1"), "PJ-03")],
    )
    def test_a_decree_needs_a_name_of_its_own_and_a_number(self, agency, data, rule):
        make_pokja(agency, "P-LAMA", name="Pokja Lama")
        pokja = make_pokja(agency)

        with pytest.raises(RefusedError) as refusal:
            confirm_pokja(pokja, Decree(*data, None), actor=make_user(Role.COORDINATOR, agency))

        assert refusal.value.problems[0].rule == rule
        pokja.refresh_from_db()
        assert pokja.status == "proposed"

    def test_what_the_action_refuses_is_told_and_what_is_missing_stands_at_its_field(
        self, client, agency
    ):
        make_pokja(agency, "P-LAMA", name="Pokja Lama")
        pokja = make_pokja(agency)
        sign_in(client, agency, Role.COORDINATOR)

        taken = self.confirm(client, pokja, nama="Pokja Lama")
        missing = self.confirm(client, pokja, nama="")

        assert (taken.status_code, missing.status_code) == (422, 422)
        assert taken.context["problems"][0].rule == "PJ-03"
        assert "nama" in missing.context["form"].errors

    def test_a_date_that_cannot_be_read_is_told_at_its_field(self, client, agency):
        sign_in(client, agency, Role.COORDINATOR)

        response = self.confirm(client, make_pokja(agency), tanggal="31/02/2025")

        assert response.status_code == 422
        assert "tanggal" in response.context["form"].errors

    def test_members_get_their_dates(self, client, agency):
        pokja = make_pokja(agency, members=["Andi"])
        andi = pokja.members.get()
        sign_in(client, agency, Role.COORDINATOR)

        client.post(
            f"{pokja.get_absolute_url()}anggota/",
            {f"starts-{andi.pk}": "1 Januari 2025", f"ends-{andi.pk}": "30/06/2025"},
        )

        andi.refresh_from_db()
        assert (andi.starts, andi.ends) == (date(2025, 1, 1), date(2025, 6, 30))
        assert AuditEntry.objects.filter(event="registry.date_members").exists()

    def test_a_membership_that_ends_before_it_starts_is_refused(self, client, agency):
        pokja = make_pokja(agency, members=["Andi"])
        andi = pokja.members.get()
        sign_in(client, agency, Role.COORDINATOR)

        response = client.post(
            f"{pokja.get_absolute_url()}anggota/",
            {f"starts-{andi.pk}": "30/06/2025", f"ends-{andi.pk}": "01/01/2025"},
        )

        assert response.status_code == 422
        assert response.context["problems"][0].rule == "PJ-04"

    def test_sixty_pokja_cost_no_more_queries_than_one(
        self, client, agency, django_assert_max_num_queries
    ):
        for number in range(60):
            make_pokja(agency, f"P-{number}")
        sign_in(client, agency)

        with django_assert_max_num_queries(11):
            client.get(self.PAGE)

    @pytest.mark.parametrize("action", ["kukuhkan/", "anggota/"])
    def test_a_data_processor_may_not(self, client, agency, action):
        pokja = make_pokja(agency)
        sign_in(client, agency, Role.DATA_PROCESSOR)

        assert client.post(f"{pokja.get_absolute_url()}{action}").status_code == 403

    def test_one_of_another_agency_does_not_exist(self, client, agency):
        pokja = make_pokja(make_agency("X202"))
        sign_in(client, agency, Role.COORDINATOR)

        assert client.get(pokja.get_absolute_url()).status_code == 404
        assert self.confirm(client, pokja).status_code == 404
        assert client.post(f"{pokja.get_absolute_url()}anggota/").status_code == 404
        assert "Belum ada Pokja" in client.get(self.PAGE).content.decode()

    def test_a_unit_of_another_agency_cannot_be_chosen(self, client, agency):
        foreign = make_work_unit(make_agency("X202"))
        sign_in(client, agency, Role.COORDINATOR)

        response = self.confirm(client, make_pokja(agency), unit=foreign.pk)

        assert response.status_code == 422
        assert not Pokja.objects.filter(unit=foreign).exists()

    def test_a_stranger_is_sent_to_the_sign_in_page(self, client):
        assert client.get(self.PAGE).url.startswith("/masuk/")


class TestPlanEntries:
    PAGE = "/data/rup/"

    def codes(self, client, **query):
        return [entry.code for entry in client.get(self.PAGE, query).context["page"]]

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({}, ["1", "2"]),
            ({"cari": "jembatan"}, ["2"]),
            ({"cari": "1"}, ["1"]),
            ({"cara": "swakelola"}, ["2"]),
            ({"metode": "Seleksi"}, ["1"]),
            ({"satker": "2.02."}, ["2"]),
            ({"urut": "-pagu"}, ["2", "1"]),
        ],
    )
    def test_each_filter_leaves_what_it_says(self, client, agency, query, expected):
        make_plan_entry(agency, "1", name="A", method="Seleksi")
        make_plan_entry(
            agency,
            "2",
            name="Jembatan",
            way="swakelola",
            method="",
            work_unit_code="2.02.",
            ceiling=Decimal(9_000_000_000),
        )
        sign_in(client, agency)

        assert self.codes(client, **query) == expected

    def test_sixty_entries_cost_no_more_queries_than_one(
        self, client, agency, django_assert_max_num_queries
    ):
        for number in range(60):
            make_plan_entry(agency, str(number))
        sign_in(client, agency)

        with django_assert_max_num_queries(12):
            client.get(self.PAGE)

    def test_entries_of_another_agency_are_not_there(self, client, agency):
        make_plan_entry(make_agency("X202"))
        sign_in(client, agency)

        assert "Belum ada RUP" in client.get(self.PAGE).content.decode()

    def test_a_stranger_is_sent_to_the_sign_in_page(self, client):
        assert client.get(self.PAGE).url.startswith("/masuk/")
