"""One bit that turned over on a disk is found."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tolok.archive.files import is_sound, keep_chunks, kept_file
from tolok.archive.models import FileCheck, PaperFile
from tolok.archive.soundness import jobs
from tolok.archive.soundness.others import recheck_other_files
from tolok.archive.soundness.testing import flip_a_bit, make_file
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.importing.uploads import discard_upload
from tolok.registry.models import Upload, UploadedFile
from tolok.store import named
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_flipped_bit_is_found_marked_told_and_shown(client):
    make_year(year=2025)
    sound, file = make_file(b"utuh"), make_file()
    flip_a_bit(file)

    jobs.recheck_files()

    assert [one.is_damaged for one in PaperFile.objects.all()] == [False, True]
    assert PaperFile.objects.filter(checked_at=None).count() == 0
    entry = AuditEntry.objects.get(event="archive.find_damage")
    assert entry.values_after() == {"berkas": file.sha256}
    client.force_login(make_user())
    page = client.get(reverse("archive:paper", args=[file.paper_id])).content.decode()
    assert "Berubah atau hilang" in page
    assert {sound.sha256, file.sha256} <= named()


def test_a_file_that_is_gone_is_damaged_and_whole_again_when_restored():
    file = make_file()
    path = kept_file(file.sha256)
    path.rename(path.with_suffix(".away"))
    jobs.recheck_files()
    jobs.recheck_files()  # told once

    path.with_suffix(".away").rename(path)
    jobs.recheck_files()

    assert not PaperFile.objects.get().is_damaged
    assert [entry.event for entry in AuditEntry.objects.order_by("seq")] == [
        "archive.find_damage",
        "archive.find_repair",
    ]


def test_a_run_reads_only_so_much_and_the_next_goes_on(monkeypatch):
    monkeypatch.setattr(jobs, "BYTES_A_TIME", 3)
    seen = make_file(b"sudah", checked_at=timezone.now())
    new, newer = make_file(b"baru"), make_file(b"lebih baru")

    jobs.recheck_files()
    assert PaperFile.objects.get(pk=newer.pk).checked_at is None
    jobs.recheck_files()

    assert PaperFile.objects.get(pk=newer.pk).checked_at
    assert PaperFile.objects.get(pk=new.pk).checked_at
    assert PaperFile.objects.get(pk=seen.pk).checked_at == seen.checked_at


def test_an_upload_that_is_thrown_away_leaves_the_bytes_a_paper_needs():
    file = make_file(b"sama")
    upload = Upload.objects.create(
        agency=file.paper.agency, year=2025, uploaded_by=make_user(), status=Upload.Status.PREVIEW
    )
    UploadedFile.objects.create(upload=upload, name="a", sha256=file.sha256, size=4)

    discard_upload(upload, actor=make_user())

    assert is_sound(file)


def test_what_no_paper_owns_is_rehashed_too_and_forgotten_with_its_row(client):
    agency = make_agency()
    sha256, size = keep_chunks([b"berkas impor"])
    upload = Upload.objects.create(
        agency=agency, year=2025, uploaded_by=make_user(), status=Upload.Status.PREVIEW
    )
    UploadedFile.objects.create(upload=upload, name="a", sha256=sha256, size=size)
    recheck_other_files()
    assert [one.is_damaged for one in FileCheck.objects.all()] == [False]

    flip_a_bit(FileCheck.objects.get())
    recheck_other_files()

    assert AuditEntry.objects.get().agency == agency.code
    client.force_login(make_user(Role.COORDINATOR, agency))
    page = client.get("/dokumen/rusak/").content.decode()
    assert "Berkas unggahan" in page
    assert sha256 in page
    client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))
    assert sha256 not in client.get("/dokumen/rusak/").content.decode()

    discard_upload(upload, actor=make_user())
    recheck_other_files()
    assert not FileCheck.objects.exists()


def test_files_of_papers_are_not_read_twice():
    make_file()

    recheck_other_files()

    assert not FileCheck.objects.exists()


def test_damage_is_shown_to_those_who_can_mend_it(client):
    file = make_file()
    flip_a_bit(file)
    jobs.recheck_files()

    client.force_login(make_user(Role.COORDINATOR, file.paper.agency))
    for page in ("/dokumen/", "/tugas/"):
        assert "1 berkas arsip berubah atau hilang" in client.get(page).content.decode()
    assert file.sha256 in client.get("/dokumen/rusak/").content.decode()

    client.force_login(make_user(Role.DATA_PROCESSOR, file.paper.agency))
    assert "berubah atau hilang" not in client.get("/dokumen/").content.decode()
    assert client.get("/dokumen/rusak/").status_code == 403

    client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))
    assert file.sha256 not in client.get("/dokumen/rusak/").content.decode()
