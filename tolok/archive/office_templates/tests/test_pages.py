"""The pages of templates: everybody of the team reads, the administrator alone changes."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.archive.models import OfficeTemplate
from tolok.archive.office_templates.actions import use_template
from tolok.documents.catalogue import document, documents
from tolok.documents.text import text_of
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db


def body(response):
    return b"".join(response.streaming_content)


@pytest.fixture
def signed_in(client, administrator):
    client.force_login(administrator)
    return client


def post_file(client, path):
    file = SimpleUploadedFile("templat-dinas.docx", path.read_bytes())
    return client.post("/dokumen/templat/F5/unggah/", {"berkas": file, "catatan": "kop baru"})


def test_the_list_names_every_document_and_the_version_in_use(signed_in, uploaded, administrator):
    use_template(uploaded(note="kop baru 2027"), actor=administrator)

    page = signed_in.get("/dokumen/templat/").content.decode()

    assert all(one.title in page for one in documents())
    assert "1 dokumen memakai templat instansi" in page
    assert "Versi 1" in page
    assert "kop baru 2027" in page


def test_a_document_offers_its_template_and_lists_what_may_be_printed(signed_in):
    page = signed_in.get("/dokumen/templat/F5/").content.decode()
    file = body(signed_in.get("/dokumen/templat/F5/templat.docx"))

    assert "{{ contract_value|angka(2) }}" in page
    assert "2. Nama Penyedia {{ supplier }}" in page
    assert "CV Contoh Karya Utama" in page
    assert file == document("F5").template.read_bytes()


def test_a_good_template_is_kept_looked_at_and_put_in_use(signed_in, template):
    sent = post_file(signed_in, template("PENILAIAN KAMI"))
    version = OfficeTemplate.objects.get()
    page = signed_in.get(sent.url).content.decode()
    preview = body(signed_in.get(f"{version.get_absolute_url()}contoh/docx/"))
    used = signed_in.post(f"{version.get_absolute_url()}pakai/")

    version.refresh_from_db()
    assert sent.url == version.get_absolute_url()
    assert "kop baru" in page
    assert "Pakai versi ini" in page
    assert "diisi dengan data contoh" in text_of(preview)
    assert "PENILAIAN KAMI" in text_of(preview)
    assert used.url == "/dokumen/templat/F5/"
    assert version.is_in_use


def test_what_is_wrong_is_shown_by_paragraph(signed_in, template):
    response = post_file(signed_in, template("{{ suplier }} dan {{ tahun }}"))

    page = response.content.decode()
    assert response.status_code == 422
    assert "paragraf 1 “{{ suplier }} dan {{ tahun }}”" in page
    assert "Mungkin maksudnya: supplier" in page
    assert not OfficeTemplate.objects.exists()


def test_a_form_without_a_file_says_so(signed_in):
    response = signed_in.post("/dokumen/templat/F5/unggah/", {"catatan": "x"})

    assert response.status_code == 422
    assert "berkas" in response.context["form"].errors


def test_fields_that_are_no_longer_printed_are_shown_with_the_version(signed_in, template):
    edit = {"word/document.xml": lambda xml: xml.replace("{{ location }}", "sesuai kontrak")}
    sent = post_file(signed_in, template("", edits=edit))

    page = signed_in.get(sent.url).content.decode()

    assert "Tidak dicetak oleh templat ini" in page
    assert "<code>{{ location }}</code>" in page
    assert "templat bawaan, baris" in page or "templat bawaan, tabel" in page


def test_one_click_goes_back_to_the_shipped_template(signed_in, uploaded, administrator):
    use_template(uploaded(), actor=administrator)

    before = signed_in.get("/dokumen/templat/F5/").content.decode()
    response = signed_in.post("/dokumen/templat/F5/bawaan/")

    assert "Kembali ke templat bawaan" in before
    assert response.status_code == 302
    assert OfficeTemplate.objects.in_use(make_agency(), "F5") is None


def test_a_version_comes_back_as_it_was_sent(signed_in, uploaded, template):
    version = uploaded("SATU")

    response = signed_in.get(f"{version.get_absolute_url()}templat.docx")

    data = body(response)
    assert data == template("SATU").read_bytes()
    assert zipfile.is_zipfile(io.BytesIO(data))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DATA_PROCESSOR, Role.AUDITOR])
def test_others_of_the_team_read_but_do_not_change(client, uploaded, role):
    version = uploaded()
    client.force_login(make_user(role))

    page = client.get("/dokumen/templat/F5/")

    assert page.status_code == 200
    assert "Periksa dan simpan" not in page.content.decode()
    assert client.post("/dokumen/templat/F5/unggah/").status_code == 403
    assert client.post("/dokumen/templat/F5/bawaan/").status_code == 403
    assert client.post(f"{version.get_absolute_url()}pakai/").status_code == 403


def test_versions_of_another_agency_are_not_there(signed_in, uploaded):
    version = uploaded(agency=make_agency("X202"))

    for end in ("", "templat.docx", "contoh/docx/"):
        assert signed_in.get(f"{version.get_absolute_url()}{end}").status_code == 404
    assert signed_in.post(f"{version.get_absolute_url()}pakai/").status_code == 404


@pytest.mark.parametrize("code", ["PRESENTASI", "F99", "versi"])
def test_what_is_not_poured_into_a_template_has_no_such_page(signed_in, code):
    assert signed_in.get(f"/dokumen/templat/{code}/").status_code == 404
