import io
import json

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.archive.files import keep_chunks, kept_file
from tolok.archive.models import Paper
from tolok.archive.testing import issued, make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.scans.testing import pdf

pytestmark = pytest.mark.django_db
Status = Paper.Status


@pytest.fixture(autouse=True)
def year():
    return make_year()


@pytest.fixture
def coordinator(client):
    client.force_login(make_user())
    return client


def page(client, paper, deed="", **data):
    address = f"/dokumen/naskah/{paper.pk}/{deed}"
    return client.post(address, data) if deed else client.get(address)


class TestList:
    def test_papers_of_the_year_are_listed_and_no_others(self, coordinator):
        make_paper(title="Daftar hadir rapat")
        make_paper(title="Tahun lalu", year=2024)
        make_paper(title="Instansi lain", agency=make_agency("X202"))

        html = coordinator.get("/dokumen/").content.decode()

        assert "Daftar hadir rapat" in html
        assert "Tahun lalu" not in html
        assert "Instansi lain" not in html

    @pytest.mark.parametrize(
        "query",
        [
            {"dokumen": "F5"},
            {"status": "issued"},
            {"periode": "TW1"},
            {"cari": "wanted"},
            {"unit": 1},
        ],
    )
    def test_filters_leave_what_was_asked_for(self, coordinator, query):
        unit = make_work_unit()
        wanted = make_paper("F5", Status.ISSUED, period="TW1", title="Wanted", unit=unit)
        make_paper(period="TW2", unit=make_work_unit(code="2."))
        asked = query | ({"unit": unit.pk} if "unit" in query else {})

        rows = coordinator.get("/dokumen/", asked).context["page"]

        assert [paper.pk for paper in rows] == [wanted.pk]

    def test_what_is_shown_is_exported(self, coordinator):
        make_paper("F5", title="=Wanted")
        make_paper()

        answer = coordinator.get("/dokumen/unduh/", {"dokumen": "F5"})

        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
        assert [row[2].value for row in sheet.iter_rows(min_row=2)] == ["=Wanted"]

    def test_the_number_of_queries_does_not_grow_with_the_papers(
        self, coordinator, django_assert_max_num_queries
    ):
        for _ in range(12):
            make_paper(unit=make_work_unit())

        with django_assert_max_num_queries(20):
            coordinator.get("/dokumen/")


class TestPaper:
    @pytest.mark.parametrize(
        ("status", "awaits", "verb"),
        [
            (Status.DRAFT, {}, "Terbitkan</button>"),
            (Status.WAITING, {"awaits_number": True}, "Catat nomor</button>"),
            (Status.WAITING, {"awaits_signature": True}, "Unggah naskah bertanda tangan</button>"),
            (Status.ISSUED, {}, "Unggah naskah bertanda tangan</button>"),
        ],
    )
    def test_the_primary_button_is_what_comes_next(self, coordinator, status, awaits, verb):
        html = page(coordinator, make_paper("F1", status, **awaits)).content.decode()

        assert html.count('class="btn pri"') == 1
        assert f'class="btn pri" type="submit">{verb}' in html

    def test_a_file_that_was_changed_is_told(self, coordinator):
        paper = make_paper(status=Status.ISSUED)
        sha256, size = keep_chunks([b"asli"])
        paper.files.create(kind="made", name="a.docx", sha256=sha256, size=size)

        sound = page(coordinator, paper).content.decode()
        kept_file(sha256).chmod(0o644)
        kept_file(sha256).write_bytes(b"palsu")
        changed = page(coordinator, paper).content.decode()

        assert "Utuh" in sound
        assert "Berubah atau hilang" in changed

    def test_an_auditor_reads_and_is_offered_nothing_to_change(self, client):
        client.force_login(make_user(Role.AUDITOR))

        html = page(client, make_paper("F1")).content.decode()

        assert "Terbitkan" not in html
        assert "buang/" not in html

    def test_a_paper_of_another_agency_does_not_exist(self, coordinator):
        foreign = make_paper(agency=make_agency("X202"))

        assert page(coordinator, foreign).status_code == 404
        assert page(coordinator, foreign, "batalkan/", alasan="x").status_code == 404

    @pytest.mark.parametrize("role", [Role.PPK, Role.POKJA])
    def test_other_roles_may_not_open_it(self, client, role):
        client.force_login(make_user(role))

        assert page(client, make_paper()).status_code == 403

    @pytest.mark.parametrize("deed", ["terbitkan/", "kirim/", "batalkan/", "buang/", "koreksi/"])
    def test_whoever_only_reads_changes_nothing(self, client, deed):
        client.force_login(make_user(Role.DATA_PROCESSOR))

        assert page(client, make_paper(), deed, alasan="x").status_code == 403


class TestDeeds:
    def test_a_draft_is_downloaded_and_issued(self, coordinator):
        paper = make_paper("F1")

        draft = coordinator.get(f"/dokumen/naskah/{paper.pk}/konsep/docx/")
        answer = page(coordinator, paper, "terbitkan/", tanggal="3 Maret 2025", nomor="auto")

        assert b"".join(draft.streaming_content).startswith(b"PK")
        assert answer.url == paper.get_absolute_url()
        paper.refresh_from_db()
        assert paper.number_text == "800.1.11.1/1/UKPBJ/III/2025"
        kept = coordinator.get(paper.files.get().get_absolute_url())
        assert kept["Content-Disposition"].startswith("attachment")
        kept.close()
        assert coordinator.get(f"/dokumen/naskah/{paper.pk}/konsep/docx/").status_code == 404

    @pytest.mark.parametrize(
        "data",
        [
            {"tanggal": "kapan-kapan", "nomor": "auto"},
            {"tanggal": "3 Maret 2025", "nomor": "text", "teks": ""},
            {"tanggal": "3 Maret 2025", "nomor": "none"},
        ],
    )
    def test_a_form_filled_in_wrongly_comes_back(self, coordinator, data):
        paper = make_paper("F1")

        answer = page(coordinator, paper, "terbitkan/", **data)

        assert answer.status_code == 422
        paper.refresh_from_db()
        assert paper.status == Status.DRAFT

    def test_out_and_back_again(self, coordinator):
        paper = make_paper("F1")

        page(coordinator, paper, "kirim/", nomor="on", tanda_tangan="on")
        page(coordinator, paper, "nomor/", nomor="090/7/2025", tanggal="04/03/2025")
        signed = SimpleUploadedFile("ttd.pdf", pdf())
        page(coordinator, paper, "bertanda-tangan/", berkas=signed)

        paper.refresh_from_db()
        assert (paper.status, paper.number_text) == (Status.SIGNED, "090/7/2025")

    def test_a_refusal_is_told_on_the_page(self, coordinator):
        answer = page(coordinator, make_paper(), "kirim/", nomor="")

        assert answer.status_code == 422
        assert answer.context["problems"][0].rule == "NK-09"

    def test_a_correction_leads_to_its_draft(self, coordinator):
        paper = make_paper(status=Status.ISSUED)

        answer = page(coordinator, paper, "koreksi/", alasan="salah nama")

        assert answer.url == paper.replaced_by.get().get_absolute_url()

    def test_a_paper_is_voided_and_a_draft_thrown_away(self, coordinator):
        paper, draft = make_paper(status=Status.ISSUED), make_paper()

        page(coordinator, paper, "batalkan/", alasan="batal")
        page(coordinator, draft, "buang/")

        assert [one.status for one in Paper.objects.all()] == [Status.VOIDED]

    def test_a_pdf_needs_an_issued_file(self, coordinator):
        answer = page(coordinator, make_paper(), "pdf/")

        assert answer.context["problems"][0].rule == "NK-11"

    def test_the_facts_are_downloaded_as_they_are_kept(self, coordinator):
        paper = make_paper()

        answer = coordinator.get(f"/dokumen/naskah/{paper.pk}/fakta.json")

        assert json.loads(b"".join(answer.streaming_content)) == paper.facts

    def test_without_libreoffice_the_word_file_is_still_there(self, coordinator, monkeypatch):
        paper = issued()
        monkeypatch.setenv("PATH", "")

        shown = coordinator.get(paper.get_absolute_url()).content.decode()
        answer = page(coordinator, paper, "pdf/")

        assert "setelah LibreOffice dipasang" in shown
        assert ".docx" in shown
        assert (answer.status_code, answer.context["problems"][0].rule) == (422, "DK-07")
        assert "sudo apt install" in answer.context["problems"][0].message
        assert (
            "setelah LibreOffice dipasang"
            in coordinator.get(make_paper().get_absolute_url()).content.decode()
        )
