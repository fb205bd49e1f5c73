"""The performance years of the agencies."""

from __future__ import annotations

from django.db import models

from tolok.organisation.models import Agency, SeesAgencies


class FiscalYearQuerySet(models.QuerySet["FiscalYear"]):
    def visible_to(self, user: SeesAgencies) -> FiscalYearQuerySet:
        return self.filter(agency__in=user.agencies().values("pk"))


class FiscalYear(models.Model):
    """One agency's performance year: a fiscal year (tahun anggaran) under one SOP."""

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    sop = models.CharField("SOP", max_length=100, blank=True)  # its code, "kaltim-2024"

    # Where it stands
    opened_at = models.DateTimeField("dibuka")

    objects = FiscalYearQuerySet.as_manager()

    class Meta:
        ordering = ["agency", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year"],
                name="one_fiscal_year_per_agency",
                violation_error_message="Tahun ini sudah dibuka.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, TA {self.year}"
