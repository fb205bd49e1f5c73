"""What procurement is to achieve: goals, strategic areas, and the packages that serve them."""

from __future__ import annotations

from django.db import models

from tolok.core.planning.content import MEASUREMENT_AREAS, OTHER_AREA
from tolok.organisation.rows import OwnedRows
from tolok.planning.models.plans import PlanVersion
from tolok.registry.models.packages import MONEY

MEASURES = [(name, name) for name in (*MEASUREMENT_AREAS, OTHER_AREA)]


class GoalRows(OwnedRows["Goal"]):
    agency_at = "version__plan__year__agency"


class Goal(models.Model):
    """One goal of procurement (tujuan PBJ), and where it comes from."""

    class Source(models.TextChoices):
        PASAL_4 = "pasal4", "Perpres 16/2018 Pasal 4"
        RPJMD = "rpjmd", "RPJMD/RPJMN"
        RKPD = "rkpd", "RKPD/RKP"
        RENSTRA = "renstra", "Renstra"
        LEADERS = "pimpinan", "Arahan prioritas pimpinan"

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="goals")
    key = models.CharField(max_length=8)  # "T.1": the same in every version
    source = models.CharField("sumber", max_length=10, choices=Source, default=Source.PASAL_4)
    letter = models.CharField("huruf", max_length=1, blank=True)  # of Pasal 4
    reference = models.CharField("rujukan", max_length=300, blank=True)
    text = models.TextField("tujuan", blank=True)
    organisation_goal = models.TextField("tujuan organisasi yang dilayani", blank=True)

    objects = GoalRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="one_goal_per_key"),
        ]

    def __str__(self) -> str:
        return self.text or self.key

    @property
    def source_words(self) -> str:
        letter = f" huruf {self.letter}" if self.letter else ""
        return f"{self.get_source_display()}{letter}"


class AreaRows(OwnedRows["StrategicArea"]):
    agency_at = "version__plan__year__agency"


class StrategicArea(models.Model):
    """A field of work the year's performance turns on, tied to one measurement area."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="areas")
    key = models.CharField(max_length=8)  # "A.1"
    name = models.CharField("area strategis", max_length=200, blank=True)
    reason = models.TextField("alasan", blank=True)
    measures = models.CharField(
        "bidang pengukuran", max_length=40, choices=MEASURES, default=MEASUREMENT_AREAS[0]
    )

    objects = AreaRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="one_area_per_key"),
        ]

    def __str__(self) -> str:
        return self.name or self.key


class AreaPackage(models.Model):
    """A package of the RUP proposed for an area, as it was announced when it was chosen."""

    area = models.ForeignKey(StrategicArea, models.CASCADE, related_name="packages")
    code = models.CharField("kode RUP", max_length=30)
    name = models.TextField("nama paket")
    work_unit = models.CharField("satuan kerja", max_length=300, blank=True)
    method = models.CharField("metode", max_length=40, blank=True)
    kind = models.CharField("jenis", max_length=200, blank=True)
    ceiling = models.DecimalField("pagu", **MONEY)
    selection_from = models.DateField("mulai pemilihan", null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["area", "code"], name="one_package_per_area"),
        ]

    def __str__(self) -> str:
        return self.name
