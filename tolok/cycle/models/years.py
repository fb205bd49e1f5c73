"""The year of an agency: under which SOP, in which state, by which rules."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tolok.core.durations import DayType
from tolok.core.zones import Zone
from tolok.cycle.models.terms import Days
from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows


class FiscalYearRows(YearRows["FiscalYear"]):
    def running(self) -> FiscalYearRows:
        """Opened and not closed; two may run side by side, January belongs to both."""
        return self.filter(status=FiscalYear.Status.OPEN)


class FiscalYear(models.Model):
    """One agency's performance year: a fiscal year (tahun anggaran) under one SOP."""

    class Status(models.TextChoices):
        PREPARING = "preparing", "Disiapkan"
        OPEN = "open", "Berjalan"
        CLOSED = "closed", "Ditutup"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    sop = models.CharField("SOP", max_length=100, blank=True)  # its code, "kaltim-2024"
    sop_version = models.CharField("versi SOP", max_length=40, blank=True)

    # How its clocks run
    days = models.CharField("jenis hari", max_length=10, choices=Days, default=Days.CALENDAR)
    starts_at_step = models.CharField("mulai pada langkah", max_length=40, blank=True)
    starts_on = models.DateField("hari pertama", null=True, blank=True)  # none: 1 January

    # By which rules: frozen when it is opened
    rulebook = models.JSONField("versi aturan", default=dict, blank=True)
    rulebook_sha256 = models.CharField(max_length=64, blank=True)

    # Where it stands
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.OPEN)
    opened_at = models.DateTimeField("dibuka", null=True, blank=True)
    closed_at = models.DateTimeField("ditutup", null=True, blank=True)

    objects = FiscalYearRows.as_manager()

    class Meta:
        ordering = ["agency", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year"],
                name="one_fiscal_year_per_agency",
                violation_error_message="Tahun ini sudah dibuka.",
            ),
            models.CheckConstraint(
                condition=Q(status="preparing", opened_at=None, closed_at=None)
                | Q(status="open", opened_at__isnull=False, closed_at=None)
                | Q(status="closed", opened_at__isnull=False, closed_at__isnull=False),
                name="fiscal_year_opened_before_closed",
                violation_error_message="Tahun ditutup sesudah dibuka.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.label}"

    @property
    def label(self) -> str:
        return f"TA {self.year}"

    @property
    def day_type(self) -> DayType:
        """For `core.deadlines.due`."""
        return DayType(self.days)

    @property
    def zone(self) -> Zone:
        """The clock by which its days end."""
        return self.agency.zone
