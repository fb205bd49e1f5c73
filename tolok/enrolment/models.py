"""A workbook of persons and offices between its upload and its import."""

from __future__ import annotations

from django.db import models

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows
from tolok.people.models import User


class Enrolment(models.Model):
    """What was read of one workbook. Once imported or discarded, its rows are forgotten."""

    class Status(models.TextChoices):
        WAITS = "waits", "Menunggu"
        IMPORTED = "imported", "Diimpor"
        DISCARDED = "discarded", "Dibuang"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="enrolments")
    file_name = models.CharField("berkas", max_length=255)
    sheets = models.JSONField("isi", default=dict)  # sheet -> [[row number, [cells]]]

    # Where it stands
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITS)

    # Who and when
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="enrolments")
    uploaded_at = models.DateTimeField("diunggah")

    objects = OwnedRows["Enrolment"].as_manager()

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.file_name
