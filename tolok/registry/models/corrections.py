"""Corrections and exclusions: reasoned, accepted by a second person, never in the import."""

from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows
from tolok.registry.models.findings import Finding
from tolok.registry.models.package_like import PackageLike
from tolok.store import KeptFiles

Change = TypeVar("Change", bound="TwoPersonChange")


class Decision(models.TextChoices):
    PENDING = "pending", "Menunggu persetujuan"
    ACCEPTED = "accepted", "Disetujui"
    REFUSED = "refused", "Ditolak"
    WITHDRAWN = "withdrawn", "Ditarik"


class DecidedRows(YearRows[Change]):
    def accepted(self) -> Self:
        return self.filter(decision=Decision.ACCEPTED)

    def pending(self) -> Self:
        return self.filter(decision=Decision.PENDING)

    def with_people(self) -> Self:
        """With whoever proposed and decided, as lists show them."""
        return self.select_related("agency", "proposed_by", "decided_by")

    def of_package(self, package: PackageLike) -> Self:
        of_year = self.of_year(package.agency, package.year)
        return of_year.filter(package_code=package.code).with_people()


class TwoPersonChange(models.Model):
    """What moves a published value: proposed by one person, accepted by another."""

    # What it is about
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="%(class)ss")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    package_code = models.CharField("kode paket", max_length=60)
    reason = models.TextField("alasan")
    finding = models.ForeignKey(
        Finding, models.SET_NULL, null=True, blank=True, related_name="%(class)ss"
    )

    # Where it stands
    decision = models.CharField(
        "keputusan", max_length=10, choices=Decision, default=Decision.PENDING
    )
    decision_reason = models.TextField("alasan keputusan", blank=True)

    # Who and when
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="proposed_%(class)ss"
    )
    proposed_at = models.DateTimeField("diusulkan", auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_%(class)ss",
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)

    objects = DecidedRows.as_manager()

    class Meta:
        abstract = True
        ordering = ["-proposed_at"]


def decided_by_another(name: str) -> models.CheckConstraint:
    """Whoever proposed may take it back, and decides nothing else about it."""
    return models.CheckConstraint(
        condition=Q(decided_by__isnull=True)
        | ~Q(decided_by=F("proposed_by"))
        | Q(decision=Decision.WITHDRAWN),
        name=name,
    )


class Correction(TwoPersonChange):
    """A fact of a package set right: field, value as published, value as it should be.

    Stored as text as the person wrote it; read by the field's type when the snapshot is made.
    The evidence lies in TOLOK_HOME/files under its SHA-256.
    """

    kept_files = KeptFiles(("evidence_sha256",), called="bukti koreksi")

    field = models.CharField("kolom", max_length=40)  # a name of fields.toml
    published = models.CharField("menurut sumber", max_length=200, blank=True)
    value = models.CharField("seharusnya", max_length=200, blank=True)
    evidence_name = models.CharField("berkas bukti", max_length=255, blank=True)
    evidence_sha256 = models.CharField(max_length=64, blank=True)

    class Meta(TwoPersonChange.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "package_code", "field"],
                condition=Q(decision__in=[Decision.PENDING, Decision.ACCEPTED]),
                name="one_correction_in_force_per_fact",
                violation_error_message="Fakta ini sudah dikoreksi atau menunggu persetujuan.",
            ),
            decided_by_another("correction_decided_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.package_code} {self.field}: {self.published} → {self.value}"

    def get_absolute_url(self) -> str:
        return reverse("registry:correction", args=[self.pk])


class Exclusion(TwoPersonChange):
    """A package kept out of one indicator, with the reason printed wherever it would count."""

    indicator = models.CharField("indikator", max_length=20)

    class Meta(TwoPersonChange.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "package_code", "indicator"],
                condition=Q(decision__in=[Decision.PENDING, Decision.ACCEPTED]),
                name="one_exclusion_in_force_per_package_and_indicator",
                violation_error_message="Paket ini sudah dikeluarkan dari indikator itu.",
            ),
            decided_by_another("exclusion_decided_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.package_code} di luar {self.indicator}"

    def get_absolute_url(self) -> str:
        return reverse("registry:exclusion", args=[self.pk])
