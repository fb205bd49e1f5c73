"""Snapshots: which Parquet file held an agency's packages, and since when."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models

from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows


class SnapshotRows(YearRows["Snapshot"]):
    def current(self, agency: Agency, year: int) -> Snapshot | None:
        return self.of_year(agency, year).order_by("-pk").first()


class Snapshot(models.Model):
    """The packages of an agency and year at one moment, named by the SHA-256 of the file.

    Rows are added, never changed: a figure published last year still names its snapshot.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="snapshots")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    sha256 = models.CharField(max_length=64, db_index=True)
    packages = models.PositiveIntegerField("paket")
    made_at = models.DateTimeField("dibuat", auto_now_add=True)
    because = models.CharField("sebab", max_length=200)
    derived = models.CharField(max_length=300)  # below TOLOK_HOME/derived: what it was made from

    objects = SnapshotRows.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def path(self) -> Path:
        return Path(settings.TOLOK_HOME) / "snapshots" / f"{self.sha256}.parquet"
