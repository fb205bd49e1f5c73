"""What was submitted, word for word, and what the leaders said about it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from tolok.planning.models.plans import PlanVersion
from tolok.store import KeptFiles


class SubmissionRows(models.QuerySet["Submission"]):
    def decided(self) -> SubmissionRows:
        return self.exclude(outcome=Submission.Outcome.WAITING)


class Submission(models.Model):
    """One presentation of a version for approval; its content stays as it was that day."""

    kept_files = KeptFiles(
        ("scan_sha256",),
        called="pindaian persetujuan rencana",
        agency_at="version__plan__year__agency",
    )

    class Outcome(models.TextChoices):
        WAITING = "", "Menunggu keputusan"
        APPROVED = "disetujui", "Disetujui"
        RETURNED = "dikembalikan", "Dikembalikan"

    # What was submitted
    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="submissions")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("diajukan")

    # What was decided
    outcome = models.CharField(
        "keputusan", max_length=20, choices=Outcome, default=Outcome.WAITING, blank=True
    )
    reason = models.TextField("alasan", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_as = models.CharField("jabatan", max_length=200, blank=True)  # "Plt. Kepala …"
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)

    # Where it was decided on paper: who keyed it in, the day signed, the scan
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_on = models.DateField("ditandatangani", null=True, blank=True)
    scan_name = models.CharField("nama pindaian", max_length=255, blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)

    objects = SubmissionRows.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.version}, diajukan {self.sha256[:12]}"

    @property
    def decided_on(self) -> date | None:
        """The day on the sheet, or that of the decision by the clock of the agency."""
        zone = self.version.agency.zone
        return self.signed_on or (zone.day_of(self.decided_at) if self.decided_at else None)


class NoteRows(models.QuerySet["Note"]):
    def of_version(self, version: PlanVersion) -> NoteRows:
        return self.filter(submission__version=version).select_related("by", "submission")

    def unsettled(self) -> NoteRows:
        return self.filter(settled_at=None)


class Note(models.Model):
    """A remark pinned to a row or field of the plan by its key ("W1.source")."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="notes")
    key = models.CharField(max_length=60)
    place = models.CharField("mengenai", max_length=300)  # "W1 Ketepatan …, sumber data"
    text = models.TextField("catatan")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField("ditindaklanjuti", null=True, blank=True)

    objects = NoteRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"
