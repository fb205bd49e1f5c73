"""What is done for an indicator (rencana aksi)."""

from __future__ import annotations

from django.db import models

from tolok.organisation.rows import OwnedRows
from tolok.planning.models.indicators import PlannedIndicator
from tolok.planning.models.plans import PlanVersion
from tolok.registry.models.packages import MONEY


class ActionRows(OwnedRows["Action"]):
    agency_at = "indicator__version__plan__year__agency"


class Action(models.Model):
    """What is done for an indicator (rencana aksi)."""

    # What it is
    indicator = models.ForeignKey(
        PlannedIndicator, models.CASCADE, related_name="actions", verbose_name="indikator"
    )
    key = models.CharField(max_length=8)  # "R.1": unique in its version, the same in every version
    activity = models.TextField("kegiatan", blank=True)
    output = models.TextField("output atau bukti", blank=True)

    # Who, when, with how much
    owner_unit = models.CharField("unit penanggung jawab", max_length=300, blank=True)
    owner_person = models.CharField("orang penanggung jawab", max_length=200, blank=True)
    units = models.CharField("unit terkait", max_length=300, blank=True)
    starts = models.DateField("mulai", null=True, blank=True)
    ends = models.DateField("selesai", null=True, blank=True)
    budget = models.DecimalField("anggaran", **MONEY)

    # What shall be reached by the end of each quarter
    milestone_1 = models.CharField("target TW I", max_length=200, blank=True)
    milestone_2 = models.CharField("target TW II", max_length=200, blank=True)
    milestone_3 = models.CharField("target TW III", max_length=200, blank=True)
    milestone_4 = models.CharField("target TW IV", max_length=200, blank=True)

    objects = ActionRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "key"], name="one_action_per_key"),
        ]

    def __str__(self) -> str:
        return self.activity or self.key

    @property
    def version(self) -> PlanVersion:
        return self.indicator.version

    @property
    def milestones(self) -> tuple[str, str, str, str]:
        return self.milestone_1, self.milestone_2, self.milestone_3, self.milestone_4
