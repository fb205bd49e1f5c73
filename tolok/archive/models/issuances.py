"""Issuances: many drafts of one document numbered and issued in their order, by a job."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from tolok.archive.models.papers import Paper
from tolok.archive.models.work import Work, WorkRows


class IssuanceRows(WorkRows["Issuance"]):
    """Their reads are those of all such work."""


class Issuance(Work):
    """Drafts somebody chose to be issued in one go, with one date."""

    dated = models.DateField("tanggal naskah")
    is_numbered = models.BooleanField("bernomor", default=True)  # the next numbers of the series
    with_pdf = models.BooleanField("dengan PDF", default=False)

    objects = IssuanceRows.as_manager()

    def __str__(self) -> str:
        return f"Penerbitan {self.document} TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("archive:issuance", args=[self.pk])


class IssuanceItemRows(models.QuerySet["IssuanceItem"]):
    def waiting(self) -> IssuanceItemRows:
        return self.filter(state=IssuanceItem.State.WAITING)

    def issued(self) -> IssuanceItemRows:
        return self.filter(state=IssuanceItem.State.ISSUED)

    def with_problems(self) -> IssuanceItemRows:
        """Refused, or issued without the PDF that was wanted."""
        return self.exclude(problems=[])


class IssuanceItem(models.Model):
    """One draft as the person saw it, and what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", "Menunggu"
        ISSUED = "issued", "Terbit"
        REFUSED = "refused", "Ditolak"

    # What it is
    issuance = models.ForeignKey(Issuance, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField("urutan")  # numbers are given in this order
    paper = models.ForeignKey(Paper, models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField("judul", max_length=300)
    facts_sha256 = models.CharField(max_length=64)  # of the draft that was chosen

    # What became of it
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.WAITING)
    problems = models.JSONField("masalah", default=list)  # [{rule, where, message}]

    objects = IssuanceItemRows.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuance", "position"],
                name="one_draft_at_a_place",
                violation_error_message="Urutan ini sudah ada.",
            ),
        ]
        indexes = [models.Index(fields=["issuance", "state"])]

    def __str__(self) -> str:
        return self.title
