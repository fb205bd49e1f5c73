"""Decisions by which papers are destroyed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tolok.archive.models.papers import Paper
from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows


class DisposalRows(YearRows["Disposal"]):
    def with_people(self) -> DisposalRows:
        return self.select_related("proposed_by", "decided_by", "agency")


class Disposal(models.Model):
    """A proposal to destroy papers, by one person, and its decision, by another."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Menunggu keputusan"
        DECIDED = "decided", "Disetujui dan dimusnahkan"
        REFUSED = "refused", "Ditolak"
        WITHDRAWN = "withdrawn", "Ditarik"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="disposals")
    year = models.PositiveSmallIntegerField("tahun anggaran")  # at work in when it was proposed
    reason = models.TextField("alasan")

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.PROPOSED)
    decision_reason = models.TextField("alasan keputusan", blank=True)

    # Who and when
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("diusulkan", auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)

    objects = DisposalRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="decided")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
                name="two_persons_destroy_papers",
                violation_error_message="Pemusnahan diputuskan oleh orang lain dari pengusulnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Usul pemusnahan {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("archive:disposal", args=[self.pk])


class DisposalItem(models.Model):
    """One paper of a proposal, with what stays known of it when its bytes are gone."""

    disposal = models.ForeignKey(Disposal, models.PROTECT, related_name="items")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="disposal_items")
    title = models.CharField("judul", max_length=300)
    place = models.CharField("lokasi simpan", max_length=200, blank=True)
    files = models.JSONField("berkas", default=list)  # [{name, kind, sha256, size}]

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["disposal", "paper"],
                name="a_paper_once_in_a_disposal",
                violation_error_message="Naskah ini sudah ada dalam usul.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
