"""What "hari" means for one agency under one version of an SOP."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.core.durations import DayType
from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows


class Days(models.TextChoices):
    """`core.durations.DayType` with the words a person chooses by."""

    CALENDAR = DayType.CALENDAR.value, "Hari kalender"
    WORKING = DayType.WORKING.value, "Hari kerja"


class SopTerms(models.Model):
    """The type of days, decided once; deadlines that are running must not change their length."""

    # What it is about
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="sop_terms")
    sop = models.CharField("SOP", max_length=100)  # its code, "kaltim-2024"
    version = models.CharField("versi SOP", max_length=40, blank=True)

    # What was decided, by whom
    days = models.CharField("jenis hari", max_length=10, choices=Days)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: the command line
    set_at = models.DateTimeField("ditetapkan")

    objects = OwnedRows["SopTerms"].as_manager()

    class Meta:
        ordering = ["agency", "sop", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "sop", "version"],
                name="one_day_type_per_sop_version",
                violation_error_message="Jenis hari untuk versi SOP ini sudah ditetapkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sop} {self.version}: {self.get_days_display()}"
