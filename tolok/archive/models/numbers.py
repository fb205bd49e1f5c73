"""Letter numbers: series of an agency, and every number ever given, also the voided ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows, YearRows

if TYPE_CHECKING:
    from tolok.archive.models.papers import Paper


class NumberSeries(models.Model):
    """How letters of some kinds are numbered; each series counts by itself from 1 every year."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="number_series")
    name = models.CharField("nama", max_length=100)
    pattern = models.CharField("pola", max_length=100)  # "{kode}/{urut}/{unit}/{tahun}"
    classification = models.CharField("kode klasifikasi", max_length=30)  # "800.1.11.1"
    unit = models.CharField("kode unit", max_length=30)  # "B.PBJ-III"
    documents = models.JSONField("dokumen", default=list)  # codes of the catalogue: ["F1"]

    objects = OwnedRows["NumberSeries"].as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                name="one_number_series_of_a_name",
                violation_error_message="Nama seri nomor ini sudah dipakai.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LetterNumberRows(YearRows["LetterNumber"]):
    def for_list(self) -> LetterNumberRows:
        return self.select_related("series", "paper", "given_by", "agency").defer("paper__facts")

    def sequences(self, series: NumberSeries, year: int) -> list[int]:
        """Those that were given, in their order."""
        given = self.filter(series=series, year=year, sequence__isnull=False).order_by("sequence")
        return [sequence for (sequence,) in given.values_list("sequence") if sequence]

    def voided(self) -> LetterNumberRows:
        return self.filter(voided_at__isnull=False)


class LetterNumber(models.Model):
    """A number that was given; it is never given again, also after it is voided."""

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="letter_numbers")
    year = models.PositiveSmallIntegerField("tahun")
    series = models.ForeignKey(
        NumberSeries, models.PROTECT, null=True, blank=True, related_name="numbers"
    )  # none: given by a registry outside Tolok
    sequence = models.PositiveIntegerField("nomor urut", null=True, blank=True)
    text = models.CharField("nomor", max_length=120)

    # Where it stands
    voided_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    void_reason = models.TextField("alasan pembatalan", blank=True)

    # Who and when
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField("diberikan", auto_now_add=True)

    objects = LetterNumberRows.as_manager()

    class Meta:
        ordering = ["-year", "series", "-sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "year", "sequence"],
                name="no_letter_number_twice_in_a_series",
                violation_error_message="Nomor urut ini sudah dipakai.",
            ),
            models.UniqueConstraint(
                fields=["agency", "year", "text"],
                name="no_letter_number_twice",
                violation_error_message="Nomor naskah ini sudah dipakai pada tahun ini.",
            ),
            models.CheckConstraint(
                condition=Q(series__isnull=True) | Q(sequence__isnull=False),
                name="a_number_of_a_series_counts",
                violation_error_message="Nomor dari sebuah seri harus mempunyai nomor urut.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("archive:number", args=[self.pk])

    @property
    def carried_by(self) -> Paper | None:
        """The paper that prints it; none for a letter made elsewhere."""
        return getattr(self, "paper", None)
