"""RUP entries: the list and its filters."""

from decimal import Decimal

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.testing import make_plan_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


def sign_in(client, agency, role=Role.AUDITOR):
    client.force_login(make_user(role, agency))
    return client


class TestPlanEntries:
    PAGE = "/data/rup/"

    def codes(self, client, **query):
        return [entry.code for entry in client.get(self.PAGE, query).context["page"]]

    @pytest.mark.both_databases
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
