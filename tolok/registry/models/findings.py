"""Findings: what a data rule doubts, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows
from tolok.registry.models.package_like import PackageLike


class FindingRows(YearRows["Finding"]):
    def open(self) -> FindingRows:
        return self.filter(status=Finding.Status.OPEN)

    def tally(self) -> dict[str, int]:
        """Rule -> how many of its findings are open."""
        rules = self.open().order_by().values_list("rule").annotate(models.Count("pk"))
        return dict(sorted(rules))

    def rules(self) -> list[str]:
        return list(self.order_by("rule").values_list("rule", flat=True).distinct())

    def about(self, packages: models.QuerySet[Any]) -> FindingRows:
        """Findings about these packages of the same agency and year."""
        return self.filter(package_code__in=packages.order_by().values("code"))

    def by_rule(self) -> list[dict[str, Any]]:
        """Rule and weight, how many are open and how many are not any more."""
        is_open = models.Q(status=Finding.Status.OPEN)
        counts = {
            "open": models.Count("pk", filter=is_open),
            "decided": models.Count("pk", filter=~is_open),
        }
        groups = self.order_by("weight", "rule").values("rule", "weight").annotate(**counts)
        return [dict(group) for group in groups]

    def next_after(self, finding: Finding) -> Finding | None:
        """The next open one of the same rule, for those who work through a list."""
        same = self.open().of_year(finding.agency, finding.year).filter(rule=finding.rule)
        later = same.filter(package_code__gt=finding.package_code)
        return later.order_by("package_code").first()

    def of_package(self, package: PackageLike) -> FindingRows:
        return self.of_year(package.agency, package.year).filter(package_code=package.code)

    def per_package(self, codes: Iterable[str] | None = None) -> dict[str, int]:
        """Package code -> how many of these findings are about it."""
        found = self.exclude(package_code="").order_by()
        if codes is not None:
            found = found.filter(package_code__in=list(codes))
        return dict(found.values_list("package_code").annotate(models.Count("pk")))


class Finding(models.Model):
    """One doubt of one rule about one package, or about a table as a whole.

    `field`, `lowest` and `highest` say which fact is disputed and between which values: while the
    finding is open the intervals of all indicators that use the fact span both.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Terbuka"
        RIGHT = "right", "Dinyatakan benar"
        CORRECTED = "corrected", "Dikoreksi"
        EXCLUDED = "excluded", "Dikeluarkan dari indikator"
        GONE = "gone", "Tidak ditemukan lagi"

    class Weight(models.TextChoices):
        DOUBT = "doubt", "Perlu diperiksa"
        NOTE = "note", "Catatan"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="findings")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    rule = models.CharField("aturan", max_length=10)
    weight = models.CharField("bobot", max_length=10, choices=Weight, default=Weight.DOUBT)
    package_code = models.CharField("kode paket", max_length=60, blank=True)
    message = models.TextField("temuan")
    values = models.JSONField("nilai", default=dict)  # label -> value as text
    rows = models.JSONField("baris sumber", default=list)  # [[file sha256, row, table], ...]
    fingerprint = models.CharField(max_length=64)  # rule, package and values: the same doubt again

    # The disputed fact
    field = models.CharField("kolom", max_length=40, blank=True)
    lowest = models.CharField("terendah", max_length=40, blank=True)
    highest = models.CharField("tertinggi", max_length=40, blank=True)
    guess = models.CharField("dugaan", max_length=40, blank=True)  # the value it probably is

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.OPEN)
    reason = models.TextField("alasan", blank=True)
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    found_at = models.DateTimeField("ditemukan", auto_now_add=True)

    objects = FindingRows.as_manager()

    class Meta:
        ordering = ["weight", "rule", "package_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "fingerprint"], name="one_finding_per_doubt"
            )
        ]
        indexes = [
            models.Index(fields=["agency", "year", "status", "rule"]),
            models.Index(fields=["agency", "year", "package_code"]),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.package_code}"

    def get_absolute_url(self) -> str:
        return reverse("registry:finding", args=[self.pk])
