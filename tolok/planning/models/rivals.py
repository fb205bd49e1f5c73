"""Texts that two people wrote in the same place: the second is kept beside the first."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.organisation.rows import OwnedRows
from tolok.planning.models.plans import PlanVersion


class RivalRows(OwnedRows["Rival"]):
    agency_at = "version__plan__year__agency"

    def of_row(self, version: PlanVersion, kind: str, key: str) -> RivalRows:
        return self.filter(version=version, kind=kind, key=key).select_related("by")


class Rival(models.Model):
    """What somebody wrote into a field that a colleague had changed meanwhile; nothing is lost
    until a person chooses between both."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="rivals")
    kind = models.CharField(max_length=20)  # "goal", "indicator"
    key = models.CharField(max_length=20)
    field = models.CharField(max_length=40)
    label = models.CharField("isian", max_length=100)
    text = models.TextField("tulisan")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("ditulis", auto_now_add=True)

    objects = RivalRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.key}, {self.label}: {self.text}"
