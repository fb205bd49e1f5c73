"""Findings: the list, one finding with its rows, and the three ways out."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Correction, Exclusion, Finding
from tolok.registry.testing import make_finding, make_package, publish_tenders, tender_tables
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PAGE = "/data/temuan/"


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


@pytest.fixture
def doubted(agency):
    """The open finding on a real import: a contract ten times its offer."""
    publish_tenders(
        agency, tender_tables("1001"), tender_tables("1002", nilai_kontrak=9_000_000_000)
    )
    return Finding.objects.get(rule="P-01")


def sign_in(client, agency, role=Role.DATA_PROCESSOR):
    client.force_login(make_user(role, agency))
    return client


class TestTheList:
    def listed(self, client, agency, **query):
        return sign_in(client, agency, Role.AUDITOR).get(PAGE, query)

    def rules(self, response):
        return [finding.rule for finding in response.context["page"]]

    def test_open_ones_come_first_grouped_by_rule_with_counts(self, client, agency):
        package = make_package(agency)
        make_finding(package, "P-01")
        make_finding(package, "P-03", status="right")

        response = self.listed(client, agency)

        assert self.rules(response) == ["P-01"]
        groups = [(one["rule"], one["open"], one["decided"]) for one in response.context["groups"]]
        assert groups == [("P-01", 1, 0), ("P-03", 0, 1)]
        assert "Nilai kontrak di atas HPS" in response.content.decode()

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({"aturan": "P-03"}, ["P-03"]),
            ({"bobot": "note"}, ["P-06"]),
            ({"keadaan": "right"}, ["P-15"]),
            ({"keadaan": "semua", "bobot": "doubt"}, ["P-01", "P-03", "P-15"]),
            ({"satker": "2.02."}, ["P-03"]),
        ],
    )
    def test_each_filter_leaves_what_it_says(self, client, agency, query, expected):
        unit = make_work_unit(agency, "2.02.")
        make_finding(make_package(agency, "1"), "P-01")
        make_finding(make_package(agency, "2", work_unit=unit), "P-03")
        make_finding(make_package(agency, "3"), "P-06", weight="note")
        make_finding(make_package(agency, "4"), "P-15", status="right")

        assert self.rules(self.listed(client, agency, **query)) == expected

    def test_sixty_findings_cost_no_more_queries_than_one(
        self, client, agency, django_assert_max_num_queries
    ):
        for number in range(60):
            make_finding(make_package(agency, str(number)))
        sign_in(client, agency, Role.AUDITOR)

        with django_assert_max_num_queries(18):
            client.get(PAGE)

    def test_findings_of_another_agency_are_not_there(self, client, agency):
        make_finding(make_package(make_agency("X202")))

        response = self.listed(client, agency)

        assert "Belum ada temuan" in response.content.decode()


class TestOneFinding:
    def test_it_shows_the_values_and_the_cells_of_its_rows(self, client, agency, doubted):
        page = sign_in(client, agency).get(doubted.get_absolute_url()).content.decode()

        assert "Rp9.000.000.000,00" in page
        assert "SPSE-TenderSelesaiNilai.json, baris 2" in page
        assert "<code>nilai_kontrak</code>" in page
        assert "Dugaan" in page

    def test_an_auditor_reads_and_decides_nothing(self, client, agency, doubted):
        page = sign_in(client, agency, Role.AUDITOR).get(doubted.get_absolute_url())

        assert "Apa yang benar?" not in page.content.decode()

    def test_rows_that_no_import_in_force_has_any_more_are_said_so(self, client, agency, doubted):
        Finding.objects.update(rows=[["0" * 64, 7, "SPSE-TenderSelesaiNilai"]])

        page = sign_in(client, agency).get(doubted.get_absolute_url())

        assert "tidak ada lagi dalam data terkini" in page.content.decode()

    def test_one_of_another_agency_does_not_exist(self, client, doubted):
        sign_in(client, make_agency("X202"))

        assert client.get(doubted.get_absolute_url()).status_code == 404


class TestMarkingRight:
    def mark(self, client, finding, **data):
        return client.post(f"{finding.get_absolute_url()}nyatakan-benar/", data)

    def test_a_reason_closes_the_finding(self, client, agency, doubted):
        sign_in(client, agency)

        response = self.mark(client, doubted, alasan="Sesuai dokumen kontrak.")

        assert response.status_code == 302
        doubted.refresh_from_db()
        assert (doubted.status, doubted.reason) == ("right", "Sesuai dokumen kontrak.")

    def test_without_a_reason_it_is_refused(self, client, agency, doubted):
        sign_in(client, agency)

        response = self.mark(client, doubted, alasan="  ")

        assert response.status_code == 422
        assert response.context["problems"][0].rule == "K-03"
        doubted.refresh_from_db()
        assert doubted.status == "open"

    def test_an_auditor_may_not(self, client, agency, doubted):
        sign_in(client, agency, Role.AUDITOR)

        assert self.mark(client, doubted, alasan="x").status_code == 403

    def test_one_of_another_agency_does_not_exist(self, client, doubted):
        sign_in(client, make_agency("X202"))

        assert self.mark(client, doubted, alasan="x").status_code == 404


class TestMarkingManyRight:
    @pytest.fixture
    def sixty(self, agency, doubted):
        for number in range(60):
            make_finding(make_package(agency, f"m{number}"), "P-07")
        make_finding(make_package(agency, "lain"), "P-03")

    def mark(self, client, rule="P-07", **data):
        told = {"alasan": "Sudah diperiksa.", "jumlah": "60", "ketik": "BENAR"}
        return client.post(f"{PAGE}nyatakan-benar/?aturan={rule}", told | data)

    @pytest.mark.usefixtures("sixty")
    def test_all_filtered_ones_are_closed_not_only_those_of_the_page(self, client, agency):
        sign_in(client, agency)

        response = self.mark(client)

        assert response.status_code == 302
        assert Finding.objects.filter(rule="P-07", status="right").count() == 60
        assert Finding.objects.filter(rule="P-03", status="open").count() == 1
        entry = AuditEntry.objects.get(event="registry.mark_all_right")
        assert entry.values_after()["aturan"] == ["P-07"]

    @pytest.mark.usefixtures("sixty")
    @pytest.mark.parametrize(
        ("data", "rule"),
        [({"ketik": "ya"}, "K-08"), ({"jumlah": "59"}, "K-10"), ({"alasan": ""}, "K-03")],
    )
    def test_haste_is_refused_and_nothing_changes(self, client, agency, data, rule):
        sign_in(client, agency)

        response = self.mark(client, **data)

        assert response.status_code == 422
        assert response.context["problems"][0].rule == rule
        assert not Finding.objects.filter(status="right").exists()

    def test_where_nothing_is_open_nothing_is_decided(self, client, agency, doubted):
        sign_in(client, agency)
        Finding.objects.update(status="gone")

        response = self.mark(client, rule="P-01", jumlah="0")

        assert response.context["problems"][0].rule == "K-09"

    @pytest.mark.usefixtures("sixty")
    def test_another_agency_closes_none_of_them(self, client):
        sign_in(client, make_year(make_agency("X202")).agency)

        self.mark(client, jumlah="0")

        assert not Finding.objects.filter(status="right").exists()


class TestProposingFromAFinding:
    def test_a_correction_remembers_the_finding(self, client, agency, doubted):
        sign_in(client, agency)
        page = client.get(doubted.get_absolute_url())
        package = page.context["package"]

        client.post(
            f"{package.get_absolute_url()}koreksi/",
            {
                "kolom": "nilai_kontrak",
                "nilai": "900.000.000,00",
                "alasan": "Terketik sepuluh kali.",
                "temuan": doubted.pk,
            },
        )

        correction = Correction.objects.get()
        assert correction.finding == doubted
        assert correction.value == "900000000.00"

    def test_an_exclusion_remembers_the_finding(self, client, agency, doubted):
        sign_in(client, agency)
        package = client.get(doubted.get_absolute_url()).context["package"]

        client.post(
            f"{package.get_absolute_url()}pengecualian/",
            {"indikator": "b1", "alasan": "Kontrak payung.", "temuan": doubted.pk},
        )

        exclusion = Exclusion.objects.get()
        assert (exclusion.finding, exclusion.indicator) == (doubted, "B1")
