"""Pokja: the register, the decree that confirms one, its members."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Pokja
from tolok.registry.pokja.actions import Decree, confirm_pokja
from tolok.registry.testing import make_package, make_pokja
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


def sign_in(client, agency, role=Role.AUDITOR):
    client.force_login(make_user(role, agency))
    return client


class TestPokja:
    PAGE = "/data/pokja/"

    def confirm(self, client, pokja, **data):
        told = {"nama": "Pokja 1", "nomor": "027/12/2025", "tanggal": "2 Januari 2025"}
        return client.post(f"{pokja.get_absolute_url()}kukuhkan/", told | data)

    @pytest.mark.both_databases
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
