"""What was done before or beside Tolok."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.cycle.models.years import FiscalYear
from tolok.organisation.rows import OwnedRows
from tolok.store import KeptFiles


class OutsideRecordRows(OwnedRows["OutsideRecord"]):
    agency_at = "year__agency"


class OutsideRecord(models.Model):
    """A paper of a step that was done outside Tolok: its number, its date, its scan."""

    kept_files = KeptFiles(
        ("file_sha256",), called="catatan di luar Tolok", agency_at="year__agency"
    )

    # What it is
    year = models.ForeignKey(FiscalYear, models.PROTECT, related_name="outside_records")
    step = models.CharField("langkah SOP", max_length=40)  # its id, "KT1.i"
    title = models.CharField("nama dokumen", max_length=300)
    number = models.CharField("nomor", max_length=200, blank=True)  # some papers have none
    dated = models.DateField("tanggal")
    note = models.TextField("catatan", blank=True)

    # Its scan, kept by its hash
    file_name = models.CharField(max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)

    # Who entered it
    recorded_at = models.DateTimeField("dicatat")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OutsideRecordRows.as_manager()

    class Meta:
        ordering = ["year", "dated", "pk"]

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()
