"""The completeness matrix: what is expected of whom, and where it stands."""

import io
from datetime import date

import openpyxl
import pytest

from tolok.archive.matrix.cells import cells_of
from tolok.archive.matrix.tally import State
from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.testing import make_package, make_pokja, make_supplier

pytestmark = pytest.mark.django_db

PAGE = "/dokumen/kelengkapan/"
AFTER = date(2026, 2, 1)


@pytest.fixture
def year():
    return make_year()


@pytest.fixture
def unit(year):
    """A satker with two finished packages."""
    found = make_work_unit(year.agency)
    for code in ("1", "2"):
        make_package(year.agency, code, work_unit=found)
    return found


@pytest.fixture
def client(client, year):
    client.force_login(make_user(Role.COORDINATOR, year.agency))
    return client


def made(year, code, **fields):
    return make_paper(code, agency=year.agency, **fields)


def cell(year, document, unit=None, period="", today=AFTER):
    place = (document, unit.pk if unit else None, period)
    cells, _ = cells_of(year, today)
    found = [one for one in cells if (one.document, one.unit, one.period) == place]
    return found[0].tally.counts if found else None


def test_a_form_of_a_package_is_expected_for_every_finished_package(year, unit):
    make_package(year.agency, "3", work_unit=unit, status="gagal")
    make_package(year.agency, "4", work_unit=unit, method="E-Purchasing")
    made(year, "F5", unit=unit, subject="1", status=Paper.Status.SIGNED)

    assert cell(year, "F5", unit) == {State.SIGNED: 1, State.MISSING: 1}


def test_recaps_are_expected_for_every_supplier_and_pokja(year):
    make_package(year.agency, "1", supplier=make_supplier(), pokja=make_pokja(year.agency))
    make_package(year.agency, "2", supplier=make_supplier("0099999999999999", "PT Lain"))

    assert cell(year, "F6") == {State.MISSING: 2}
    assert cell(year, "F9") == {State.MISSING: 1}


def test_nothing_is_expected_of_a_satker_without_packages(year, unit):
    other = make_work_unit(year.agency, "9.99", name="Dinas Tanpa Paket")

    assert cell(year, "F4", unit, "TW1") == {State.MISSING: 1}
    assert cell(year, "F4", other, "TW1") is None


def test_a_quarter_that_is_not_over_misses_nothing(year, unit):
    in_may = date(2025, 5, 10)

    assert cell(year, "F4", unit, "TW1", in_may) == {State.MISSING: 1}
    assert cell(year, "F4", unit, "TW2", in_may) == {State.LATER: 1}


def test_voided_and_replaced_papers_do_not_count(year):
    made(year, "F1", status=Paper.Status.VOIDED)
    made(year, "F1", status=Paper.Status.REPLACED)

    assert cell(year, "F1") == {State.MISSING: 1}


def test_a_paper_nobody_asked_for_is_shown_as_well(year, unit):
    made(year, "UNDANGAN")

    assert cell(year, "UNDANGAN") == {State.DRAFT: 1}


def test_another_sop_asks_for_other_papers(year):
    other = make_year(make_agency("D999"), sop="jayawijaya-2020")

    assert cell(other, "BA-RENCANA") == {State.MISSING: 1}
    assert cell(other, "F16") is None


class TestThePage:
    def test_counts_documents_and_leads_to_their_satker(self, client, year, unit):
        made(year, "F5", unit=unit, subject="1", status=Paper.Status.ISSUED)

        page = client.get(PAGE).content.decode()

        assert "1 dari 2" in page
        assert "dokumen=F5&amp;periode=tahun" in page

    def test_one_document_is_shown_by_satker(self, client, year, unit):
        page = client.get(PAGE, {"dokumen": "F4"}).content.decode()

        assert unit.name in page
        assert "TW IV" in page

    def test_a_single_paper_is_linked(self, client, year):
        paper = made(year, "F1", status=Paper.Status.WAITING)

        page = client.get(PAGE).content.decode()

        assert f'href="{paper.get_absolute_url()}"' in page

    def test_the_state_chooses_the_cells(self, client, year, unit):
        made(year, "F1")

        page = client.get(PAGE, {"keadaan": "draf"}).content.decode()

        assert "Surat Tugas Kepala UKPBJ</span>" not in page
        assert "Semua" in page
        assert page.count('<th scope="row"') == 1

    def test_the_workbook_holds_what_is_shown(self, client, year, unit):
        answer = client.get(f"{PAGE}unduh/", {"dokumen": "F4"})

        rows = list(openpyxl.load_workbook(io.BytesIO(answer.getvalue())).active.values)
        assert [row[5] for row in rows[1:]] == ["TW I", "TW II", "TW III", "TW IV"]
        assert rows[1][6] == 1

    def test_papers_of_another_agency_do_not_count(self, client, year):
        made(make_year(make_agency("D999")), "F1", status=Paper.Status.SIGNED)

        assert cell(year, "F1") == {State.MISSING: 1}

    def test_without_a_year_there_is_no_matrix(self, client, year):
        year.delete()

        assert client.get(PAGE).status_code == 404

    def test_forty_units_cost_no_more_queries_than_one(
        self, client, year, unit, django_assert_max_num_queries
    ):
        for number in range(40):
            more = make_work_unit(year.agency, f"2.{number:02}", name=f"Dinas {number}")
            make_package(year.agency, f"9{number}", work_unit=more)
            made(year, "F4", unit=more, period="TW1")

        with django_assert_max_num_queries(14):
            assert client.get(PAGE).status_code == 200
