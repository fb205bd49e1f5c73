"""The days on which an agency does not work: the national list as it set it right."""

from __future__ import annotations

from django.db import models

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows


class HolidayRows(OwnedRows["Holiday"]):
    def of_year(self, agency: Agency, year: int) -> HolidayRows:
        return self.filter(agency=agency, day__year=year)


class Holiday(models.Model):
    """One day. A year with any row has its own list; others follow the national one."""

    class Kind(models.TextChoices):
        NATIONAL = "national", "Libur nasional"
        JOINT = "joint", "Cuti bersama"
        LOCAL = "local", "Libur daerah"

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="holidays")
    day = models.DateField("tanggal")
    name = models.CharField("nama", max_length=200)
    kind = models.CharField("jenis", max_length=10, choices=Kind, default=Kind.LOCAL)

    objects = HolidayRows.as_manager()

    class Meta:
        ordering = ["agency", "day"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "day"],
                name="one_holiday_per_agency_and_day",
                violation_error_message="Tanggal ini sudah tercatat sebagai hari libur.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
