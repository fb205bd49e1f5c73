"""Scans brought to a paper, and how their files are handed out again."""

import io
import json
from email.message import Message

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from PIL import Image

from tolok.archive.files import keep_chunks, kept_file
from tolok.archive.models import Paper, PaperFile
from tolok.archive.scans.actions import accept_scan
from tolok.archive.scans.content import Content
from tolok.archive.scans.examine import write_bounded
from tolok.archive.scans.names import safe_name
from tolok.archive.scans.serving import attachment, drawn_picture
from tolok.archive.scans.testing import pdf, picture
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def make_file(name="surat.pdf", content_type="application/pdf", data=b"isi", **fields):
    sha256, size = keep_chunks([data])
    return PaperFile(name=name, sha256=sha256, size=size, content_type=content_type, **fields)


def test_a_signed_picture_is_kept_as_it_came_and_shown_as_drawn_anew():
    paper = make_paper(status=Paper.Status.ISSUED)
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    data = picture("JPEG", exif=exif)

    paper = accept_scan(
        paper, SimpleUploadedFile("Foto.png", data), PaperFile.Kind.SIGNED, actor=make_user()
    )

    file = paper.files.get()
    assert paper.status == Paper.Status.SIGNED
    assert (file.name, file.content_type) == ("Foto.png.jpg", "image/jpeg")
    assert kept_file(file.sha256).read_bytes() == data
    assert b"Kamera" not in kept_file(file.shown_sha256).read_bytes()


def test_evidence_leaves_the_paper_as_it_stands_and_is_told_in_the_trail():
    paper = make_paper()

    for _ in range(2):  # the same file twice is one file
        upload = SimpleUploadedFile("lampiran.pdf", pdf())
        accept_scan(paper, upload, PaperFile.Kind.EVIDENCE, actor=make_user())

    assert paper.files.get().kind == PaperFile.Kind.EVIDENCE
    assert Paper.objects.get().status == Paper.Status.DRAFT
    assert AuditEntry.objects.first().event == "archive.accept_scan"


@pytest.mark.parametrize("kind", [PaperFile.Kind.EVIDENCE, PaperFile.Kind.SIGNED])
def test_what_no_longer_counts_takes_no_more_files(kind):
    paper = make_paper(status=Paper.Status.VOIDED)

    with pytest.raises(RefusedError) as refusal:
        accept_scan(paper, SimpleUploadedFile("a.pdf", pdf()), kind, actor=make_user())

    assert refusal.value.problems[0].rule == "NK-02"


def test_too_large_a_file_is_refused_before_all_of_it_has_come():
    chunks = iter([b"12345", b"67890", b"never asked for"])

    with pytest.raises(RefusedError) as refusal:
        write_bounded(io.BytesIO(), chunks, "besar.pdf", most=8)

    assert refusal.value.problems[0].rule == "SC-02"
    assert list(chunks) == [b"never asked for"]


def test_hostile_names_are_tame_and_come_back_equal_from_the_header(shared):
    names = json.loads((shared / "data/bad/filenames.json").read_text())

    for given in names:
        name = safe_name(given, Content.PDF)
        response = attachment(make_file(name=name))

        header = Message()
        header["Content-Disposition"] = response["Content-Disposition"]
        assert header.get_content_disposition() == "attachment"
        assert header.get_filename() == name
        assert name.endswith(".pdf")
        assert not name.startswith(".")
        assert not set(name) & set('/\\\r\n\0<>"\u202e')
        response.close()


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\x.pdf", "x.pdf"),
        ("a\u202efdp.exe", "a\ufffdfdp.exe.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("", "pindaian.pdf"),
        ("..", "pindaian.pdf"),
        ("Laporan_Triwulan_Ⅳ.pdf", "Laporan_Triwulan_Ⅳ.pdf"),
        ("SURAT.PDF", "SURAT.pdf"),
    ],
)
def test_a_name_leads_nowhere_and_says_what_the_file_is(given, name):
    assert safe_name(given, Content.PDF) == name


def test_a_file_is_saved_and_never_run():
    response = attachment(make_file())

    assert response["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


def test_only_a_picture_we_drew_stands_in_a_page():
    file = make_file(data=picture("JPEG"))

    response = drawn_picture(file.sha256)

    assert (response["Content-Type"], response["Content-Disposition"]) == ("image/jpeg", "inline")
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


def test_a_file_whose_bytes_are_gone_is_not_there():
    with pytest.raises(Http404):
        attachment(PaperFile(name="a.pdf", sha256="0" * 64, content_type="application/pdf"))
