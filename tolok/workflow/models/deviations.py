"""Penyimpangan mutu baku: where a step departed from its standard, and who answers for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows
from tolok.workflow.models.tasks import Task


class DeviationRows(YearRows["Deviation"]):
    def unexplained(self) -> DeviationRows:
        return self.filter(explanation="")


class Deviation(models.Model):
    """The Kaltim SOP: any departure in time, requirement or output is the officer's to answer."""

    class Kind(models.TextChoices):
        TIME = "time", "Waktu"
        REQUIREMENT = "requirement", "Kelengkapan"
        OUTPUT = "output", "Output"

    # What it is
    task = models.ForeignKey(Task, models.PROTECT, related_name="deviations")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="deviations")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    kind = models.CharField("jenis", max_length=12, choices=Kind)
    what = models.CharField("mengenai", max_length=500)
    planned = models.CharField("mutu baku", max_length=300)
    actual = models.CharField("kenyataan", max_length=600)
    noticed_at = models.DateTimeField("ditemukan")

    # Who answers for it
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="deviations"
    )
    officer_office = models.CharField("jabatan", max_length=450, blank=True)
    explanation = models.TextField("penjelasan", blank=True)
    explained_at = models.DateTimeField("dijelaskan", null=True, blank=True)

    objects = DeviationRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "kind", "what"], name="one_deviation_of_a_kind_per_task"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.what}"
