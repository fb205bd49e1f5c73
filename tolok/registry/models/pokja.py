"""Pokja Pemilihan: who selects. Proposed from the tender files, confirmed by a person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from tolok.organisation.models import Agency, WorkUnit
from tolok.organisation.rows import OwnedRows, YearDesk


class PokjaRows(OwnedRows["Pokja"]):
    def with_member(self, nip: str) -> PokjaRows:
        """Those of which the person with this NIP is or was a member; none without a NIP."""
        return self.filter(members__nip=nip) if nip else self.none()

    def seen_in(self, request: YearDesk) -> PokjaRows:
        """The register of the agency at work in, with this year's packages; busy ones first."""
        theirs = self.of_desk(request)
        of_year = models.Count("packages", filter=models.Q(packages__year=request.year))
        return theirs.annotate(handled=of_year).order_by("-handled", "name", "code")


class Pokja(models.Model):
    """A selection working group: a set of members named by a decree.

    Tender files carry only member lists. Each distinct set of members is proposed as one Pokja;
    it counts as a Pokja of the register once somebody confirms it with its name and decree.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Usulan"
        CONFIRMED = "confirmed", "Dikukuhkan"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="pokja")
    code = models.CharField("kode", max_length=20)  # from its members, the same in every import
    name = models.CharField("nama", max_length=120, blank=True)
    decree = models.CharField("nomor surat keputusan", max_length=120, blank=True)
    decree_on = models.DateField("tanggal surat keputusan", null=True, blank=True)
    unit = models.ForeignKey(
        WorkUnit, models.PROTECT, null=True, blank=True, verbose_name="unit", related_name="+"
    )

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.PROPOSED)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PokjaRows.as_manager()

    class Meta:
        ordering = ["name", "code"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="one_pokja_per_member_set")
        ]

    def __str__(self) -> str:
        return self.name or f"Usulan {self.code}"

    def get_absolute_url(self) -> str:
        return reverse("registry:pokja", args=[self.pk])


class PokjaMember(models.Model):
    """A member of a Pokja, with the dates of membership."""

    pokja = models.ForeignKey(Pokja, models.CASCADE, related_name="members")
    name = models.CharField("nama", max_length=200)
    nip = models.CharField("NIP", max_length=30, blank=True)  # as the source has it, digits only
    starts = models.DateField("sejak", null=True, blank=True)
    ends = models.DateField("sampai", null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
