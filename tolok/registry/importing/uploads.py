"""What people do with files on their way in: bring them, agree to a preview, throw them away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile as ArrivingFile
from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from tolok.core.file_names import printable
from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.importing import jobs
from tolok.registry.models import Import, Upload, UploadedFile
from tolok.registry.store import keep_chunks, kept_file
from tolok.store import named
from tolok.trail.record import record

MOST_BYTES: Final = 1 << 30
MOST_FILES: Final = 1000


def start_upload(
    agency: Agency, year: int, files: Sequence[ArrivingFile[Any]], *, mode: str, actor: User
) -> Upload:
    """Keep the files as they came and have them read.

    U-01: at least one file is chosen. U-02: no more than 1,000 files or 1 GB at a time.
    """
    if problem := _too_few_or_many(files):
        raise RefusedError(problem)
    kept = [(printable(file.name or "tanpa nama"), *keep_chunks(file.chunks())) for file in files]
    with transaction.atomic():
        upload = Upload.objects.create(agency=agency, year=year, mode=mode, uploaded_by=actor)
        UploadedFile.objects.bulk_create(
            UploadedFile(upload=upload, name=name[:255], sha256=sha256, size=size)
            for name, sha256, size in kept
        )
        record(
            "registry.start_upload",
            actor=actor,
            subject=str(upload),
            agency=agency,
            after={"berkas": [name for name, _, _ in kept]},
        )
    async_task(jobs.preview_upload, upload.pk)
    return upload


def confirm_upload(upload: Upload, *, mode: str, accept_loss: bool, actor: User) -> Upload:
    """Have the files imported as the preview showed.

    U-03: only what waits for a decision is agreed to. U-04: all or nothing means no refused row.
    U-05: a table that lost most of its rows needs somebody's word.

    When other imports came in meanwhile the files are read again instead: nobody agrees to what
    was not shown.
    """
    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(pk=upload.pk)
        if problem := _not_to_confirm(upload, mode=mode, accept_loss=accept_loss):
            raise RefusedError(problem)
        upload.mode, upload.accept_loss = mode, accept_loss
        if upload.stand == jobs.stand_of(upload):
            upload.status = Upload.Status.CONFIRMED
            upload.confirmed_by, upload.confirmed_at = actor, timezone.now()
        else:
            upload.status = Upload.Status.WAITING
        upload.claimed_at = None
        upload.save()
    job = jobs.preview_upload if upload.status == Upload.Status.WAITING else jobs.import_upload
    async_task(job, upload.pk)
    return upload


def discard_upload(upload: Upload, *, actor: User) -> None:
    """Throw it away with its bytes, unless something else needs the same bytes (U-03)."""
    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(pk=upload.pk)
        if upload.status in (Upload.Status.READING, Upload.Status.IMPORTING, Upload.Status.DONE):
            raise RefusedError(_wrong_moment(upload))
        names = list(upload.files.values_list("name", flat=True))
        hashes = set(upload.files.values_list("sha256", flat=True))
        record(
            "registry.discard_upload",
            actor=actor,
            subject=str(upload),
            agency=upload.agency,
            before={"berkas": names},
        )
        upload.delete()
        unneeded = hashes - named()
    for sha256 in unneeded:
        kept_file(sha256).unlink(missing_ok=True)


def continue_upload(upload: Upload) -> None:
    """Do here and now what no worker has begun; the jobs see to it that it is done once."""
    if upload.status in (Upload.Status.WAITING, Upload.Status.READING):
        jobs.preview_upload(upload.pk)
    else:
        jobs.import_upload(upload.pk)


def losses_of(upload: Upload) -> list[dict[str, str]]:
    """I-06: tables that would lose most of their rows."""
    remarks = (remark for file in upload.report.get("files", ()) for remark in file["remarks"])
    return [remark for remark in remarks if remark["rule"] == "I-06"]


def _too_few_or_many(files: Sequence[ArrivingFile[Any]]) -> Problem | None:
    if not files:
        return Problem("U-01", "Berkas", "Pilih sedikitnya satu berkas, folder, atau ZIP.")
    if len(files) > MOST_FILES:
        message = f"Paling banyak {MOST_FILES} berkas sekali unggah. Bagi dalam beberapa unggahan."
        return Problem("U-02", "Berkas", message)
    if sum(file.size or 0 for file in files) > MOST_BYTES:
        message = "Semua berkas bersama-sama lebih dari 1 GB. Bagi dalam beberapa unggahan."
        return Problem("U-02", "Berkas", message)
    return None


def _not_to_confirm(upload: Upload, *, mode: str, accept_loss: bool) -> Problem | None:
    if upload.status != Upload.Status.PREVIEW:
        return _wrong_moment(upload)
    refused = sum(file["refused"] for file in upload.report["files"])
    if mode == Import.Mode.ALL_OR_NOTHING and refused:
        message = (
            f"{refused} baris ditolak, jadi tidak ada yang disimpan. Perbaiki baris itu lalu"
            " unggah lagi, atau simpan baris yang sah saja."
        )
        return Problem("U-04", "Cara", message)
    if losses_of(upload) and not accept_loss:
        message = "Centang bahwa datanya memang berkurang, atau tarik ulang berkas yang lengkap."
        return Problem("U-05", "Data berkurang", message)
    return None


def _wrong_moment(upload: Upload) -> Problem:
    message = f"Unggahan ini {upload.get_status_display().lower()}."
    return Problem("U-03", str(upload), message)
