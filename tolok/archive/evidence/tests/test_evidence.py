"""The evidence for V7: what is met by which papers, and what is missing, in plain words."""

import io
import zipfile

import pytest

from tolok.archive.evidence.checks import CHECKS, CHOICES
from tolok.archive.evidence.requirements import v7
from tolok.archive.matrix.expectations import PERIODS
from tolok.archive.models import Paper
from tolok.archive.testing import issued, make_paper
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import TITLES, document
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.testing import make_package

PAGE = "/dokumen/bukti-dukung/"
ISSUED, SIGNED = Paper.Status.ISSUED, Paper.Status.SIGNED
ALL = [one for level in v7().levels for one in level.requirements]


@pytest.mark.parametrize("requirement", ALL, ids=lambda one: one.code)
def test_requirements_name_papers_periods_and_checks_that_exist(requirement):
    assert set(requirement.papers) <= set(TITLES)
    assert set(requirement.periods) <= set(PERIODS)
    assert set(requirement.checks) <= set(CHECKS)
    assert requirement.only in CHOICES


def test_the_four_fields_and_the_manual_are_asked_of_the_plan():
    plan = next(one for one in ALL if one.code == "RENCANA")

    assert {"plan_fields", "plan_manuals", "plan_baselines"} <= set(plan.checks)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("SOP", ["Langkah SOP belum memuat penetapan visi dan misi, penghargaan."]),
        ("F3", ["Rencana belum memuat K5: baseline."]),
    ],
)
def test_what_the_examples_lack_is_named_and_nothing_else(code, told):
    prefix = {"SOP": "sop_", "F3": "plan_"}[code]
    facts = document(code).example_json()

    found = [check(facts) for name, check in CHECKS.items() if name.startswith(prefix)]

    assert [sentence for sentence in found if sentence] == told


@pytest.mark.parametrize(
    ("code", "check", "changed", "told"),
    [
        ("SOP", "sop_times", {"steps": [{"time": None, "text": ""}]}, "Kolom Waktu kosong"),
        ("SOP", "sop_dates", {"effective": None}, "tanggal efektif"),
        ("SOP", "sop_signer", {"signer": {"offices": ["KEPALA BAGIAN"]}}, "KEPALA BAGIAN"),
        ("F3", "plan_fields", {"indicators": []}, "bidang Tingkat Layanan"),
        ("F3", "plan_alignment", {"alignment": []}, "masih kosong"),
    ],
)
def test_what_a_paper_does_not_say_is_named(code, check, changed, told):
    assert told in CHECKS[check](document(code).example_json() | changed)


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture
    def year(self):
        return make_year(year=2025)

    @pytest.fixture
    def client(self, client, year):
        client.force_login(make_user(Role.COORDINATOR, year.agency))
        return client

    def missing(self, client, code):
        """The sentences of one requirement; none when it is met."""
        levels = client.get(PAGE).context["levels"]
        proofs = [proof for level in levels for proof in level.proofs]
        return next(one.missing for one in proofs if one.requirement.code == code)

    def test_without_papers_everything_is_missing_and_said(self, client, year):
        page = client.get(PAGE).content.decode()

        assert "Belum ada naskah bertanda tangan: SOP Standar Operasional Prosedur" in page
        assert "Terpenuhi</span>" not in page

    def test_an_issued_paper_meets_what_needs_no_signature(self, client, year):
        make_paper("F2", ISSUED, agency=year.agency)
        hadir = make_paper("HADIR", ISSUED, agency=year.agency)

        assert self.missing(client, "EDARAN") == ()
        assert hadir.code in self.missing(client, "HADIR")[1]

    @pytest.mark.parametrize(
        ("name", "is_met"), [("Rapat Pimpinan Triwulan III", True), ("Sosialisasi", False)]
    )
    def test_minutes_of_leaders_show_that_results_are_used_others_do_not(
        self, client, year, name, is_met
    ):
        facts = document("NOTULA").example_json() | {"name": name}
        make_paper("NOTULA", ISSUED, agency=year.agency, facts=facts)

        assert (self.missing(client, "PIMPINAN") == ()) == is_met
        assert self.missing(client, "NOTULA") == ()

    def test_a_period_without_a_report_is_named(self, client, year):
        for period in ("TW1", "TW2", "TW4"):
            make_paper("F16", ISSUED, agency=year.agency, period=period)

        assert self.missing(client, "PANTAU")[0].startswith("Belum ada untuk TW III:")

    def test_data_of_every_satker_is_needed(self, client, year):
        unit = make_work_unit(year.agency)
        make_package(year.agency, work_unit=unit)
        make_paper("F4", ISSUED, agency=year.agency, unit=unit, period="TW1")

        assert self.missing(client, "DATA")[0].startswith("1 dari 4 naskah terbit")

    def test_another_agencys_papers_prove_nothing(self, client, year):
        make_paper("F2", SIGNED, agency=make_agency("X999"))

        assert self.missing(client, "EDARAN") != ()

    def test_the_pack_has_a_folder_for_each_requirement_and_says_what_is_missing(
        self, client, year
    ):
        paper = issued("LAP-SOSIALISASI", title="Sosialisasi")

        answer = client.get(f"{PAGE}zip/")

        archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
        name = f"notula/LAP-SOSIALISASI-instansi-sosialisasi-{paper.code}-naskah.docx"
        assert archive.namelist() == ["index.html", "index.css", "daftar.csv", name, "SHA256SUMS"]
        index = archive.read("index.html").decode()
        assert f'href="{name}"' in index
        assert "Belum terpenuhi." in index
