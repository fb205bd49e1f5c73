"""Decisions that leaders took on paper, keyed in by somebody else."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.organisation.rows import OwnedRows
from tolok.store import KeptFiles
from tolok.workflow.models.tasks import Task


class PaperDecisionRows(OwnedRows["PaperDecision"]):
    agency_at = "task__agency"


class PaperDecision(models.Model):
    """A signed sheet: who decided what, when, on which version, and its scan."""

    kept_files = KeptFiles(("file_sha256",), called="pindaian keputusan", agency_at="task__agency")

    # What was decided
    task = models.OneToOneField(Task, models.PROTECT, related_name="paper_decision")
    outcome = models.CharField("hasil", max_length=30)
    version_code = models.CharField("kode versi", max_length=60, blank=True)  # as printed on it
    version_sha256 = models.CharField("hash versi", max_length=64, blank=True)

    # Who decided, and when
    signer = models.CharField("penanda tangan", max_length=200)
    signer_office = models.CharField("jabatan", max_length=200)
    signer_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: a leader without an account
    dated = models.DateField("tanggal")

    # Its scan
    file_name = models.CharField("pindaian", max_length=255)
    file_sha256 = models.CharField(max_length=64)
    file_type = models.CharField(max_length=100)

    # Who entered it
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField("dicatat")

    objects = PaperDecisionRows.as_manager()

    def __str__(self) -> str:
        return f"{self.signer}, {self.task}"
