"""Kept files that are no papers' own: whether their bytes are still those that were kept."""

from __future__ import annotations

from django.db import models
from django.db.models import F

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows


class FileCheckRows(OwnedRows["FileCheck"]):
    def damaged(self) -> FileCheckRows:
        return self.filter(is_damaged=True).select_related("agency")

    def longest_unchecked(self) -> FileCheckRows:
        return self.order_by(F("checked_at").asc(nulls_first=True), "pk")


class FileCheck(models.Model):
    """One file that a row of some room names; files of papers keep their state themselves."""

    # What it is
    sha256 = models.CharField(max_length=64)
    called = models.CharField("jenis", max_length=50)  # "berkas impor"
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")

    # Whether its bytes are still those
    checked_at = models.DateTimeField("hash diperiksa", null=True, blank=True)
    is_damaged = models.BooleanField("rusak", default=False)

    objects = FileCheckRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"],
                name="a_file_is_checked_once",
                violation_error_message="Berkas ini sudah diperiksa.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.called} {self.sha256[:12]}"
