"""Indicators that agencies add or change, and the values kept for pages."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows


class IndicatorVersionRows(OwnedRows["IndicatorVersion"]):
    def newest(self, agency: Agency) -> IndicatorVersionRows:
        """The version in force of each code."""
        last = self.model.objects.filter(agency=agency, code=OuterRef("code")).order_by("-number")
        return self.filter(agency=agency, number=Subquery(last.values("number")[:1]))


class IndicatorVersion(models.Model):
    """One version of an indicator that an agency added, or changed from the shipped one.

    A row is never changed: a value published last year still names the version it was made with.
    """

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="indicator_versions")
    code = models.CharField("kode", max_length=10)
    number = models.PositiveIntegerField("versi")
    attributes = models.JSONField("atribut")  # as in a file of rulebook/indicators
    formula_version = models.CharField(max_length=12)  # what kept values name

    # Who and when
    reason = models.CharField("alasan", max_length=300, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="indicator_versions"
    )
    made_at = models.DateTimeField("dibuat", auto_now_add=True)

    objects = IndicatorVersionRows.as_manager()

    class Meta:
        ordering = ["code", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "number"], name="one_row_per_indicator_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.number}"


class Measurement(models.Model):
    """The values of an agency's year, computed once for a snapshot and a set of indicators.

    It can be thrown away: the same snapshot and indicators give the same values again.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="measurements")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    snapshot = models.CharField(max_length=64)  # SHA-256
    basis = models.CharField(max_length=64)  # of the versions of all indicators and of exclusions
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "snapshot", "basis"], name="one_measurement_per_basis"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} {self.snapshot[:12]}"


class MeasuredIndicator(models.Model):
    """The values of one indicator: the year's, by quarter, by work unit.

    JSON with digits as text: SQLite keeps decimal columns as floats.
    """

    measurement = models.ForeignKey(Measurement, models.CASCADE, related_name="indicators")
    code = models.CharField(max_length=10)
    formula_version = models.CharField(max_length=12)
    values = models.JSONField()  # list of what `keeping.py` writes

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["measurement", "code"], name="one_row_per_measured_indicator"
            ),
        ]

    def __str__(self) -> str:
        return self.code
