"""Batches: many papers of one document, made by a job that may be broken off at any moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from tolok.archive.models.papers import Paper
from tolok.organisation.models import Agency, WorkUnit
from tolok.registry.models.visible import AgencyRows
from tolok.store import KeptFiles

SILENT_FOR: Final = timedelta(seconds=60)  # a job that lives says so every few seconds
PATIENCE: Final = timedelta(seconds=8)  # a worker that runs has begun by then


class BatchRows(AgencyRows["Batch"]):
    def claim(self, pk: int) -> Batch | None:
        """The batch, for whoever comes first; none when another job has it or it is done.

        One that has been silent for too long was left by a job that died: it is taken over.
        """
        now = timezone.now()
        silent = Q(status=Batch.Status.WORKING, beat_at__lt=now - SILENT_FOR)
        free = self.filter(Q(status=Batch.Status.WAITING) | silent, pk=pk)
        if not free.update(status=Batch.Status.WORKING, claimed_at=now, beat_at=now):
            return None
        return self.select_related("agency", "made_by").get(pk=pk)


class Batch(models.Model):
    """All papers of one document for a year, or those somebody gave the facts of."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu dikerjakan"
        WORKING = "working", "Sedang dibuat"
        DONE = "done", "Selesai"

    kept_files = KeptFiles(("sha256",))

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="batches")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    document = models.CharField("dokumen", max_length=20)  # its code in the catalogue, "F5"

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.WAITING)
    total = models.PositiveIntegerField("jumlah", null=True)  # none until the facts are there
    problems = models.JSONField("masalah", default=list)  # of the whole: [{rule, where, message}]
    sha256 = models.CharField(max_length=64, blank=True)  # of the ZIP with all its files
    size = models.PositiveBigIntegerField("ukuran", default=0)  # bytes

    # Who and when
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField("diminta", auto_now_add=True)
    claimed_at = models.DateTimeField("mulai dikerjakan", null=True, blank=True)
    beat_at = models.DateTimeField("terakhir terdengar", null=True, blank=True)
    done_at = models.DateTimeField("selesai", null=True, blank=True)

    objects = BatchRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["agency", "year", "document"])]

    def __str__(self) -> str:
        return f"Semua {self.document} TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("archive:batch", args=[self.pk])

    @property
    def is_working(self) -> bool:
        """Whether a job has it or will have it soon."""
        return self.status != self.Status.DONE

    def is_stuck(self, now: datetime) -> bool:
        """Whether nobody seems to work on it: no worker runs, or the one that did has died."""
        if self.status == self.Status.WAITING:
            return now - (self.beat_at or self.made_at) > PATIENCE
        return self.is_working and now - (self.beat_at or now) > SILENT_FOR


class BatchItemRows(models.QuerySet["BatchItem"]):
    def waiting(self) -> BatchItemRows:
        return self.filter(state=BatchItem.State.WAITING)

    def made(self) -> BatchItemRows:
        return self.filter(state=BatchItem.State.MADE)

    def refused(self) -> BatchItemRows:
        return self.filter(state=BatchItem.State.REFUSED)


class BatchItem(models.Model):
    """One paper of a batch: what it is about, what it says, and what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", "Menunggu"
        MADE = "made", "Dibuat"
        REFUSED = "refused", "Ditolak"

    # What it is
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField("urutan")
    unit = models.ForeignKey(WorkUnit, models.PROTECT, null=True, blank=True, related_name="+")
    period = models.CharField("periode", max_length=10, blank=True)
    subject = models.CharField("perihal", max_length=100, blank=True)
    title = models.CharField("judul", max_length=300)
    facts = models.JSONField("fakta")

    # What became of it
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.WAITING)
    paper = models.ForeignKey(Paper, models.SET_NULL, null=True, blank=True, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True)  # of its file
    problems = models.JSONField("masalah", default=list)  # [{rule, where, message}]

    objects = BatchItemRows.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "position"],
                name="one_item_at_a_place",
                violation_error_message="Urutan ini sudah ada.",
            ),
        ]
        indexes = [models.Index(fields=["batch", "state"])]

    def __str__(self) -> str:
        return self.title
