"""Batches: many papers of one document, made by a job that may be broken off at any moment."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from tolok.archive.models.papers import Paper
from tolok.archive.models.work import Work, WorkRows
from tolok.organisation.models import WorkUnit
from tolok.store import KeptFiles


class BatchRows(WorkRows["Batch"]):
    """Their reads are those of all such work."""


class Batch(Work):
    """All papers of one document for a year, or those somebody gave the facts of."""

    kept_files = KeptFiles(("sha256",), called="ZIP banyak naskah")

    total = models.PositiveIntegerField("jumlah", null=True)  # none until the facts are there
    problems = models.JSONField("masalah", default=list)  # of the whole: [{rule, where, message}]
    sha256 = models.CharField(max_length=64, blank=True)  # of the ZIP with all its files
    size = models.PositiveBigIntegerField("ukuran", default=0)  # bytes

    objects = BatchRows.as_manager()

    class Meta(Work.Meta):
        indexes = [models.Index(fields=["agency", "year", "document"])]

    def __str__(self) -> str:
        return f"Semua {self.document} TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("archive:batch", args=[self.pk])


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
