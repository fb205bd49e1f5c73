"""The quarters of a year, and the year as a whole: when they are collected, whether locked."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tolok.core.period import Period, Window, fiscal_year, quarter
from tolok.cycle.models.years import FiscalYear
from tolok.organisation.rows import OwnedRows


class YearPeriodRows(OwnedRows["YearPeriod"]):
    agency_at = "year__agency"

    def quarters(self) -> YearPeriodRows:
        return self.exclude(code=YearPeriod.Code.YEAR)


class YearPeriod(models.Model):
    """A quarter of a fiscal year, or the whole (TA)."""

    class Code(models.TextChoices):
        TW1 = "TW1", "TW I"
        TW2 = "TW2", "TW II"
        TW3 = "TW3", "TW III"
        TW4 = "TW4", "TW IV"
        YEAR = "TA", "Tahun penuh"

    # What it is
    year = models.ForeignKey(FiscalYear, models.CASCADE, related_name="periods")
    code = models.CharField("periode", max_length=3, choices=Code)

    # When its data are collected; the year as a whole has no window
    opens = models.DateField("dibuka", null=True, blank=True)
    closes = models.DateField("ditutup", null=True, blank=True)  # the last day, included

    # Where it stands
    locked_at = models.DateTimeField("dikunci", null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = YearPeriodRows.as_manager()

    class Meta:
        ordering = ["year", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "code"],
                name="one_row_per_year_and_period",
                violation_error_message="Periode ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(closes__gte=F("opens")),
                name="window_closes_after_it_opens",
                violation_error_message="Jendela ditutup sebelum dibuka.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.period)

    @property
    def period(self) -> Period:
        """As the core knows it: its days, its label."""
        if self.code == self.Code.YEAR:
            return fiscal_year(self.year.year)
        return quarter(self.year.year, int(self.code[2:]))

    @property
    def window(self) -> Window | None:
        return Window(self.opens, self.closes) if self.opens and self.closes else None

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None


class LateChangeRows(OwnedRows["LateChange"]):
    agency_at = "period__year__agency"


class LateChange(models.Model):
    """A correction made after its period was locked, with the reason given for it."""

    period = models.ForeignKey(YearPeriod, models.CASCADE, related_name="late_changes")
    what = models.CharField("yang diubah", max_length=300)
    reason = models.TextField("alasan")
    made_at = models.DateTimeField("diubah")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LateChangeRows.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.period}: {self.what}"
