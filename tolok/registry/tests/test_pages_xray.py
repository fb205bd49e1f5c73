"""The year's data at a glance."""

from decimal import Decimal

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.testing import make_finding, make_package

pytestmark = pytest.mark.django_db

PAGE = "/data/"


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


def seen(client, agency):
    client.force_login(make_user(Role.AUDITOR, agency))
    return client.get(PAGE)


@pytest.mark.both_databases
def test_totals_by_method_and_status_add_up(client, agency):
    make_package(agency, "1", ceiling=Decimal(10))
    make_package(agency, "2", ceiling=Decimal(5), method="Seleksi", status="gagal")

    xray = seen(client, agency).context["xray"]

    assert xray.totals["ceiling"] == 15
    assert {group.label: group.packages for group in xray.methods} == {"Tender": 1, "Seleksi": 1}
    assert {group.label: group.packages for group in xray.statuses} == {"Selesai": 1, "Gagal": 1}


@pytest.mark.both_databases
def test_a_gap_counts_only_packages_that_should_have_the_fact_by_now(client, agency):
    make_package(agency, "1", contract_value=None)
    make_package(agency, "2", contract_value=None, status="berlangsung")

    gaps = {gap.label: gap for gap in seen(client, agency).context["xray"].gaps}

    assert (gaps["nilai kontrak"].missing, gaps["nilai kontrak"].needed) == (1, 1)


def test_a_gap_leads_to_the_packages_that_have_it(client, agency):
    make_package(agency, "1", contract_value=None)
    make_package(agency, "2")
    gap = next(
        gap for gap in seen(client, agency).context["xray"].gaps if gap.label == "nilai kontrak"
    )

    page = client.get(gap.href)

    assert [package.code for package in page.context["page"]] == ["1"]


@pytest.mark.both_databases
def test_contracts_far_from_their_hps_stand_out(client, agency):
    make_package(agency, "tinggi", owner_estimate=Decimal(100), contract_value=Decimal(1000))
    make_package(agency, "rendah", owner_estimate=Decimal(100), contract_value=Decimal(50))
    make_package(agency, "wajar", owner_estimate=Decimal(100), contract_value=Decimal(95))
    make_package(agency, "tanpa", owner_estimate=None, contract_value=Decimal(95))

    xray = seen(client, agency).context["xray"]

    assert [(one.package.code, one.percent) for one in xray.above] == [("tinggi", 1000)]
    assert [(one.package.code, one.percent) for one in xray.below] == [("rendah", 50)]
    assert xray.largest[0].package.code == "tinggi"


def test_the_bars_of_the_chart_lead_to_their_packages(client, agency):
    make_package(agency, "1", contract_value=Decimal(60_000_000))
    make_package(agency, "2", contract_value=Decimal(50_000_000))

    page = seen(client, agency).content.decode()
    listed = client.get("/data/paket/?nilai=2")

    assert 'href="/data/paket/?nilai=2"' in page
    assert [package.code for package in listed.context["page"]] == ["1"]


@pytest.mark.both_databases
def test_open_doubts_are_the_first_step(client, agency):
    make_finding(make_package(agency, "1"))
    make_finding(make_package(agency, "2"), "P-06", weight="note")

    xray = seen(client, agency).context["xray"]

    assert xray.steps[0].text == "Periksa 1 temuan yang meragukan nilai terbit"
    assert [one.open for one in xray.findings] == [1, 1]


def test_sixty_packages_cost_no_more_queries_than_one(
    client, agency, django_assert_max_num_queries
):
    for number in range(60):
        make_finding(make_package(agency, str(number)))
    client.force_login(make_user(Role.AUDITOR, agency))

    with django_assert_max_num_queries(20):
        client.get(PAGE)


def test_a_year_without_data_says_what_to_do(client, agency):
    make_package(make_agency("X202"))

    page = seen(client, agency).content.decode()

    assert "Belum ada data" in page
    assert "Impor berkas" in page


def test_a_respondent_may_not(client):
    client.force_login(make_user(Role.PPK))

    assert client.get(PAGE).status_code == 403
