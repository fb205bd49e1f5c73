"""Files on their way in: uploaded, read, shown as a preview, then imported or thrown away."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows, YearRows
from tolok.registry.models.imports import Import
from tolok.store import KeptFiles

ABANDONED_AFTER: Final = timedelta(minutes=5)  # no job of the worker lives longer
PATIENCE: Final = timedelta(seconds=8)  # a worker that runs has begun by then


class UploadRows(YearRows["Upload"]):
    def unfinished(self) -> UploadRows:
        return self.exclude(status=Upload.Status.DONE)

    def claim(self, pk: int, *, waiting: str, working: str) -> Upload | None:
        """The upload, for whoever comes first; none when another job has it or it has gone on.

        A claim that is too old was left by a job that died: it may be taken over.
        """
        now = timezone.now()
        abandoned = Q(status=working, claimed_at__lt=now - ABANDONED_AFTER)
        free = self.filter(Q(status=waiting) | abandoned, pk=pk)
        if not free.update(status=working, claimed_at=now):
            return None
        return self.select_related("agency", "confirmed_by").get(pk=pk)


class Upload(models.Model):
    """What one person dropped on the import page, until it is an import or thrown away."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu dibaca"
        READING = "reading", "Sedang dibaca"
        PREVIEW = "preview", "Menunggu keputusan"
        REFUSED = "refused", "Tidak dapat diimpor"
        CONFIRMED = "confirmed", "Menunggu disimpan"
        IMPORTING = "importing", "Sedang disimpan"
        DONE = "done", "Selesai"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="uploads")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    mode = models.CharField(
        "cara", max_length=20, choices=Import.Mode, default=Import.Mode.VALID_ROWS
    )
    accept_loss = models.BooleanField("memang berkurang", default=False)

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.WAITING)
    progress = models.CharField("yang sedang dikerjakan", max_length=200, blank=True)
    done = models.PositiveIntegerField("berkas terbaca", default=0)
    total = models.PositiveIntegerField("dari berkas", null=True, blank=True)
    report = models.JSONField("laporan", default=dict)  # files with counts, packages, findings
    problems = models.JSONField("masalah", default=list)  # [{rule, where, message}]
    stand = models.CharField(max_length=40, blank=True)  # the imports the preview was laid over
    batch = models.ForeignKey(
        Import, models.SET_NULL, null=True, blank=True, related_name="uploads"
    )

    # Who and when
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("diunggah", auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField("disetujui", null=True, blank=True)
    claimed_at = models.DateTimeField("mulai dikerjakan", null=True, blank=True)

    objects = UploadRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["agency", "year", "status"])]

    def __str__(self) -> str:
        return f"Unggahan {self.pk} TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("registry:upload", args=[self.pk])

    @property
    def is_working(self) -> bool:
        """Whether a job has it or will have it soon."""
        idle = {self.Status.PREVIEW, self.Status.REFUSED, self.Status.DONE}
        return self.Status(self.status) not in idle

    def is_stuck(self, now: datetime) -> bool:
        """Whether nobody seems to work on it: no worker runs, or the one that did has died."""
        if self.status in (self.Status.WAITING, self.Status.CONFIRMED):
            return now - (self.confirmed_at or self.uploaded_at) > PATIENCE
        return self.is_working and now - (self.claimed_at or now) > ABANDONED_AFTER


class UploadedFileRows(OwnedRows["UploadedFile"]):
    agency_at = "upload__agency"


class UploadedFile(models.Model):
    """A file as it came, kept under its SHA-256. The name is shown, never used as a path."""

    kept_files = KeptFiles(("sha256",), called="berkas unggahan", agency_at="upload__agency")

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="files")
    name = models.CharField("berkas", max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField("ukuran")  # bytes

    objects = UploadedFileRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("registry:uploaded_file", args=[self.pk])


class UploadRow(models.Model):
    """A row the preview shows: one that would be refused, changed, or is no longer there."""

    class Kind(models.TextChoices):
        REFUSED = "refused", "Ditolak"
        CHANGED = "changed", "Berubah"
        VANISHED = "vanished", "Hilang"

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="rows")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    path = models.CharField("berkas", max_length=500)
    table = models.CharField("tabel", max_length=80, blank=True)
    column = models.CharField("kolom", max_length=120, blank=True)

    # A refused row
    sheet = models.CharField("lembar", max_length=100, blank=True)
    row = models.PositiveIntegerField("baris", null=True, blank=True)
    value = models.TextField("isi", blank=True)
    rule = models.CharField("aturan", max_length=10, blank=True)
    message = models.TextField("alasan dan cara memperbaiki", blank=True)
    cells = models.JSONField("isi baris", default=dict)  # column -> text, as the file has it

    # A changed or vanished one
    key = models.CharField("kunci", max_length=300, blank=True)
    old = models.TextField("semula", blank=True)
    new = models.TextField("menjadi", blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["upload", "kind"])]

    def __str__(self) -> str:
        return f"{self.path} {self.row or self.key} {self.column}"
