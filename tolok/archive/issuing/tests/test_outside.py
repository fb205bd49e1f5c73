import pytest
from PIL import Image

from tolok.archive.files import is_sound, kept_file
from tolok.archive.issuing.actions import Returned, receive_number, receive_signed, send_outside
from tolok.archive.models import Paper, PaperFile
from tolok.archive.testing import DATED, drafted, make_paper
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.people.testing import make_user
from tolok.scans.testing import pdf, picture
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
SIGNED = pdf("(bertanda tangan)")


def send(code="F1", **awaited):
    return send_outside(drafted(code), actor=make_user(), **awaited)


def returned(data=SIGNED, name="SE ttd.pdf"):
    return Returned(name, [data])


def test_a_paper_waits_with_its_code_and_blanks_for_its_number():
    before = drafted("F1").facts["letter"]["number"]

    paper = send(awaits_number=True, awaits_signature=True)

    assert paper.status == Paper.Status.WAITING
    assert paper.facts["issue"]["code"] == paper.code
    assert paper.facts["letter"]["number"] == before
    assert paper.files.get().kind == PaperFile.Kind.MADE
    assert AuditEntry.objects.first().values_after()["menunggu nomor"] is True


def test_a_paper_that_waits_for_nothing_is_not_sent():
    with pytest.raises(RefusedError) as refusal:
        send()

    assert rules_of(refusal) == {"NK-09"}


def test_a_letter_never_leaves_for_a_signature_with_a_blank_that_nobody_fills():
    with pytest.raises(RefusedError) as refusal:
        send("F1", awaits_signature=True)

    assert rules_of(refusal) == {"NK-03"}


def test_a_paper_without_a_number_leaves_with_its_date():
    paper = send("HADIR", awaits_signature=True, dated=DATED)

    assert receive_signed(paper, returned(), actor=None).dated == DATED


def test_the_number_comes_then_the_signature_and_both_files_verify():
    paper = send(awaits_number=True, awaits_signature=True)
    sent_at = paper.issued_at

    numbered = receive_number(paper, " 090/77/2025 ", DATED, actor=make_user())
    signed = receive_signed(numbered, returned(), actor=make_user())

    assert (numbered.status, signed.status) == (Paper.Status.WAITING, Paper.Status.SIGNED)
    assert (signed.number_text, signed.dated) == ("090/77/2025", DATED)
    assert signed.facts["letter"]["number"] == "090/77/2025"
    assert signed.issued_at == sent_at
    kinds = [file.kind for file in signed.files.all()]
    assert kinds == [PaperFile.Kind.MADE, PaperFile.Kind.MADE, PaperFile.Kind.SIGNED]
    assert all(is_sound(file) for file in signed.files.all())


def test_a_paper_that_waited_for_its_number_alone_is_issued_by_it():
    paper = send(awaits_number=True)

    assert receive_number(paper, "1/2025", DATED, actor=None).status == Paper.Status.ISSUED


def test_the_signed_paper_is_kept_byte_for_byte_and_its_type_found_in_its_bytes():
    paper = receive_signed(
        make_paper(status=Paper.Status.ISSUED), returned(name="scan.docx"), actor=make_user()
    )

    file = paper.files.get()
    assert kept_file(file.sha256).read_bytes() == SIGNED
    assert (file.name, file.content_type) == ("scan.docx.pdf", "application/pdf")


def test_what_is_no_scan_is_refused_and_not_kept(home):
    with pytest.raises(RefusedError) as refusal:
        receive_signed(make_paper(status=Paper.Status.ISSUED), returned(b"<html>"), actor=None)

    assert rules_of(refusal) == {"SC-01"}
    assert not [path for path in (home / "files").rglob("*") if path.is_file()]


def test_the_number_comes_before_the_signature():
    paper = make_paper(status=Paper.Status.WAITING, awaits_number=True, awaits_signature=True)

    with pytest.raises(RefusedError) as refusal:
        receive_signed(paper, returned(), actor=None)

    assert rules_of(refusal) == {"NK-10"}


def test_a_number_nobody_waits_for_is_refused():
    paper = make_paper("F1", Paper.Status.WAITING, awaits_signature=True)

    with pytest.raises(RefusedError) as refusal:
        receive_number(paper, "1/2025", DATED, actor=None)

    assert rules_of(refusal) == {"NK-02"}


def test_a_draft_cannot_come_back_signed():
    with pytest.raises(RefusedError) as refusal:
        receive_signed(make_paper(), returned(), actor=None)

    assert rules_of(refusal) == {"NK-02"}


def test_a_signed_picture_is_kept_as_it_came_and_shown_as_drawn_anew():
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    data = picture("JPEG", exif=exif)
    paper = make_paper(status=Paper.Status.ISSUED)

    paper = receive_signed(paper, Returned("Foto.png", [data]), actor=make_user())

    file = paper.files.get()
    assert paper.status == Paper.Status.SIGNED
    assert (file.name, file.content_type) == ("Foto.png.jpg", "image/jpeg")
    assert kept_file(file.sha256).read_bytes() == data
    assert b"Kamera" not in kept_file(file.shown_sha256).read_bytes()
