"""Indicators with their manual as copied into the plan, their baselines and targets."""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.db.models import F, Q

from tolok.core.achievement import Direction
from tolok.core.indicator import Consolidation, Frequency, Kind
from tolok.core.planning.content import MEASUREMENT_AREAS
from tolok.core.planning.told import DIRECTIONS
from tolok.organisation.rows import OwnedRows
from tolok.planning.models.aims import MEASURES, Goal, StrategicArea
from tolok.planning.models.plans import PlanVersion

VALUE: Final[dict[str, Any]] = {"max_digits": 20, "decimal_places": 4, "null": True, "blank": True}


class IndicatorRows(OwnedRows["PlannedIndicator"]):
    agency_at = "version__plan__year__agency"


class PlannedIndicator(models.Model):
    """An indicator of the plan; its manual (domain rules 4.2) is a copy, so that a later change
    of the catalogue changes no plan."""

    # Where it stands
    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="indicators")
    goal = models.ForeignKey(
        Goal,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="tujuan",
    )
    area = models.ForeignKey(
        StrategicArea,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="area strategis",
    )

    # What it is
    code = models.CharField("kode", max_length=10)
    name = models.CharField("nama indikator", max_length=300, blank=True)
    measures = models.CharField(
        "bidang pengukuran", max_length=40, choices=MEASURES, default=MEASUREMENT_AREAS[0]
    )
    definition = models.TextField("definisi operasional", blank=True)
    kind = models.CharField(
        "jenis",
        max_length=10,
        choices=[(one.value, one.value) for one in Kind],
        default=Kind.PROCESS,
    )

    # How it is computed and read
    formula = models.TextField("rumus dalam kata", blank=True)
    expression = models.TextField(blank=True)  # as the engine reads it; "" for one of words only
    formula_version = models.CharField(max_length=12, blank=True)
    variables = models.JSONField("variabel", default=list, blank=True)  # [name, meaning, source]
    unit = models.CharField("satuan", max_length=30, blank=True)
    decimals = models.PositiveSmallIntegerField("desimal", default=2)
    direction = models.CharField(
        "arah pengukuran",
        max_length=10,
        choices=[(one.value, words) for one, words in DIRECTIONS.items()],
        default=Direction.MAXIMISE,
    )
    met = models.PositiveSmallIntegerField("tercapai sejak (%)", default=100)
    near = models.PositiveSmallIntegerField("mendekati sejak (%)", default=80)
    consolidation = models.CharField(
        "konsolidasi periode",
        max_length=10,
        choices=[(one.value, one.value) for one in Consolidation],
        default=Consolidation.RATIO,
    )

    # Where it comes from and when
    source = models.CharField("sumber data", max_length=300, blank=True)
    collection = models.CharField("metode pengumpulan", max_length=300, blank=True)
    monitoring = models.CharField(
        "frekuensi monitoring",
        max_length=10,
        choices=[(one.value, one.value) for one in Frequency],
        default=Frequency.QUARTERLY,
    )
    reporting = models.CharField(
        "frekuensi pelaporan",
        max_length=10,
        choices=[(one.value, one.value) for one in Frequency],
        default=Frequency.QUARTERLY,
    )
    data_needed = models.JSONField("data yang dikumpulkan", default=list, blank=True)
    legal_basis = models.CharField("dasar hukum", max_length=300, blank=True)
    notes = models.TextField("catatan", blank=True)

    # Who is answerable, and how much it weighs
    owner_unit = models.CharField("unit penanggung jawab", max_length=300, blank=True)
    owner_person = models.CharField("orang penanggung jawab", max_length=200, blank=True)
    weight = models.DecimalField("bobot (%)", max_digits=5, decimal_places=2, null=True, blank=True)

    objects = IndicatorRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "code"], name="one_indicator_per_version_and_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def key(self) -> str:
        return self.code


class Baseline(models.Model):
    """Where the indicator stands before the year; a computed one names its data."""

    class Kind(models.TextChoices):
        COMPUTED = "dihitung", "Dihitung dari data"
        TYPED = "diketik", "Diketik beserta sumbernya"
        NONE = "belum ada", "Belum ada"

    indicator = models.OneToOneField(PlannedIndicator, models.CASCADE, related_name="baseline")
    kind = models.CharField("asal", max_length=10, choices=Kind)
    value = models.DecimalField("nilai", **VALUE)
    lowest = models.DecimalField("paling rendah", **VALUE)
    highest = models.DecimalField("paling tinggi", **VALUE)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    snapshot = models.CharField(max_length=64, blank=True)
    formula_version = models.CharField(max_length=12, blank=True)
    source = models.CharField("sumber", max_length=300, blank=True)
    reason = models.CharField("alasan", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="dihitung") | ~Q(snapshot=""),
                name="a_computed_baseline_names_its_data",
            ),
            models.CheckConstraint(
                condition=Q(kind="belum ada", value__isnull=True) | ~Q(kind="belum ada"),
                name="a_missing_baseline_is_no_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}: {self.kind}"


class Target(models.Model):
    """One period's target; from when it counts is the version's `valid_from`."""

    indicator = models.ForeignKey(PlannedIndicator, models.CASCADE, related_name="targets")
    number = models.PositiveSmallIntegerField("periode")  # from 1; 0 is the whole year
    low = models.DecimalField("batas bawah", max_digits=20, decimal_places=4)
    high = models.DecimalField("batas atas", max_digits=20, decimal_places=4)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "number"], name="one_target_per_period"),
            models.CheckConstraint(
                condition=Q(low__lte=F("high")), name="a_target_range_runs_upwards"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}, periode {self.number}"
