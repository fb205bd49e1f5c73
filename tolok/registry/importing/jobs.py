"""Work behind the import page. A job may be run twice or after a crash: only one does the work."""

import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from django.db import transaction

from tolok.core.problem import Problem, RefusedError, kept
from tolok.registry.importing.actions import Choices, import_readings
from tolok.registry.importing.preview import preview_rows, summary_of
from tolok.registry.importing.report import ImportReport
from tolok.registry.models import Import, Upload, UploadRow
from tolok.registry.reading import FileReading, read_all
from tolok.registry.reading.uploads import Upload as NamedFile
from tolok.registry.store import kept_file

BATCH: Final = 1000  # rows written at a time, so that nobody waits for the lock


def preview_upload(pk: int) -> None:
    """Read the files and say what importing them would do, by doing it and taking it back."""
    upload = Upload.objects.claim(pk, waiting=Upload.Status.WAITING, working=Upload.Status.READING)
    if upload is None:
        return
    stand = stand_of(upload)
    try:
        report = _import(upload, Choices(dry_run=True))
    except RefusedError as refusal:
        _refuse(upload, refusal.problems)
    else:
        _keep_preview(upload, report, stand)


def import_upload(pk: int) -> None:
    """Import what somebody agreed to."""
    upload = Upload.objects.claim(
        pk, waiting=Upload.Status.CONFIRMED, working=Upload.Status.IMPORTING
    )
    if upload is None:
        return
    if batch := _already_made(upload):
        _finish(upload, batch.pk, upload.report)
        return
    try:
        report = _import(upload, Choices(upload.mode, accept_loss=upload.accept_loss))
    except RefusedError as refusal:
        _refuse(upload, refusal.problems)
    else:
        _finish(upload, report.import_id, summary_of(report))


def stand_of(upload: Upload) -> str:
    """Names the imports in force; it changes with every import and every undoing of one."""
    batches = Import.objects.of_year(upload.agency, upload.year).that_count().order_by("pk")
    numbers = batches.values_list("pk", flat=True)
    return f"{len(numbers)} sampai {numbers.last() or 0}"


def _import(upload: Upload, choices: Choices) -> ImportReport:
    with tempfile.TemporaryDirectory(prefix="tolok-") as scratch:
        readings = _read(upload, Path(scratch))
        _say(upload, "Membandingkan dengan data yang ada dan memeriksa temuan")
        return import_readings(
            upload.agency, upload.year, readings, actor=upload.confirmed_by, choices=choices
        )


def _read(upload: Upload, scratch: Path) -> list[FileReading]:
    files = [NamedFile(kept_file(file.sha256), file.name) for file in upload.files.all()]
    _say(upload, "Membaca berkas", total=len(files))
    told = partial(_say, upload, "Membaca berkas")
    return read_all(files, out=scratch, told=told)


def _say(upload: Upload, doing: str, done: int = 0, total: int | None = None) -> None:
    """What is being done and how much of it; without a total nobody knows how much is left."""
    Upload.objects.filter(pk=upload.pk).update(progress=doing, done=done, total=total)


def _keep_preview(upload: Upload, report: ImportReport, stand: str) -> None:
    upload.rows.all().delete()
    UploadRow.objects.bulk_create(preview_rows(upload, report), batch_size=BATCH)
    Upload.objects.filter(pk=upload.pk).update(
        status=Upload.Status.PREVIEW, report=summary_of(report), stand=stand, progress=""
    )


def _refuse(upload: Upload, problems: Iterable[Problem]) -> None:
    Upload.objects.filter(pk=upload.pk).update(
        status=Upload.Status.REFUSED, problems=kept(problems), progress=""
    )


@transaction.atomic
def _finish(upload: Upload, batch: int | None, report: dict[str, object]) -> None:
    """The rows of the preview are now those of the import."""
    upload.rows.all().delete()
    Upload.objects.filter(pk=upload.pk).update(
        status=Upload.Status.DONE, batch=batch, report=report, progress=""
    )


def _already_made(upload: Upload) -> Import | None:
    """The import of a job that died before it could say so."""
    since = Import.objects.of_year(upload.agency, upload.year).filter(
        done_by=upload.confirmed_by, done_at__gte=upload.confirmed_at, uploads=None
    )
    hashes = {file["sha256"] for file in upload.report["files"]}
    return since.filter(files__sha256__in=hashes).first()
