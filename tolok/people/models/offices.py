"""Offices: what gives a person rights, by which decree, from when until when."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.organisation.models import Agency, WorkUnit
from tolok.people.models.roles import Role

if TYPE_CHECKING:
    from tolok.people.models.users import User


def _within(today: date) -> Q:
    return Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))


class OfficeRows(models.QuerySet["Office"]):
    def in_force(self, today: date) -> OfficeRows:
        return self._not_withdrawn().filter(_within(today))

    def in_force_at(self, moment: datetime) -> OfficeRows:
        """On the day it is where the agency is: an office in Jayapura begins and ends two hours
        before one in Jakarta, whose day counts for an office over the whole deployment."""
        days = Q(agency=None) & _within(Zone.WIB.day_of(moment))
        for zone in Zone:
            days |= Q(agency__time_zone=zone.name) & _within(zone.day_of(moment))
        return self._not_withdrawn().filter(days)

    def _not_withdrawn(self) -> OfficeRows:
        return self.filter(user__is_active=True, withdrawn_at=None)

    def acting_on(self, today: date) -> OfficeRows:
        """Those who act on a day: an acting officer takes the place of the one stood in for."""
        taken_over = Office.objects.in_force(today).filter(stands_in_for=OuterRef("pk"))
        return self.in_force(today).exclude(Exists(taken_over))

    def of_role(
        self, role: Role, agency: Agency | None, unit: WorkUnit | None = None
    ) -> OfficeRows:
        """A unit's own officers and those of the whole agency; without a unit, all of them."""
        found = self.filter(role=role, agency=agency)
        return found.filter(Q(unit=unit) | Q(unit=None)) if unit else found

    def ended(self, today: date) -> OfficeRows:
        return self.filter(Q(ends__lt=today) | Q(withdrawn_at__isnull=False))

    def with_people(self) -> OfficeRows:
        return self.select_related(
            "user",
            "agency",
            "unit",
            "substitute",
            "stands_in_for",
            "stands_in_for__user",
            "stands_in_for__substitute",
            "handed_over",
        )

    def visible_to(self, user: User) -> OfficeRows:
        if user.sees_everything():
            return self
        return self.filter(agency__in=user.agencies().values("pk"))


class Office(models.Model):
    """An office (jabatan) held by a person, by decree, for a time; rights follow from it alone.

    It is never overwritten: who follows gets an office of their own, so every form can tell who
    held the office when.
    """

    class Acting(models.TextChoices):
        """Plt. fills a vacant office, Plh. one whose holder is away."""

        NO = "", "Definitif"
        PLT = "Plt.", "Pelaksana tugas (Plt.)"
        PLH = "Plh.", "Pelaksana harian (Plh.)"

    # What it is
    user = models.ForeignKey("people.User", models.PROTECT, related_name="offices")
    role = models.CharField("peran", max_length=30, choices=Role)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="offices", null=True, blank=True
    )  # none: the administrator of the whole deployment
    unit = models.ForeignKey(
        WorkUnit, models.PROTECT, related_name="offices", null=True, blank=True
    )
    title = models.CharField("nama jabatan", max_length=200, blank=True)  # as papers print it

    # By what right, from when until when
    decree = models.CharField("nomor surat keputusan", max_length=200, blank=True)
    starts = models.DateField("mulai")
    ends = models.DateField("sampai dengan", null=True, blank=True)  # the last day, included
    withdrawn_at = models.DateTimeField("dicabut", null=True, blank=True)  # rights stopped at once

    # In whose place
    acting = models.CharField("sebagai", max_length=4, choices=Acting, blank=True, default="")
    stands_in_for = models.ForeignKey(
        "self", models.PROTECT, related_name="acting_offices", null=True, blank=True
    )  # none for a Plt. of an office nobody held in Tolok

    # Who decides instead when the holder is the author
    substitute = models.ForeignKey(
        "people.User", models.PROTECT, related_name="substitutes_in", null=True, blank=True
    )

    objects = OfficeRows.as_manager()

    class Meta:
        ordering = ["-starts", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agency__isnull=False) | Q(role=Role.ADMINISTRATOR),
                name="only_administrators_hold_office_everywhere",
                violation_error_message="Jabatan ini harus menyebut instansinya.",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="office_ends_after_it_starts",
                violation_error_message="Tanggal akhir mendahului tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | ~Q(acting=""),
                name="only_acting_officers_stand_in",
                violation_error_message="Hanya Plt. atau Plh. yang menggantikan pejabat lain.",
            ),
            models.CheckConstraint(
                condition=Q(substitute__isnull=True) | ~Q(substitute=F("user")),
                name="nobody_is_ones_own_substitute",
                violation_error_message="Pengganti harus orang lain.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.acting_title}: {self.user}"

    @property
    def own_title(self) -> str:
        """What papers call the office; one that stands in has the name of the other's."""
        if self.title:
            return self.title
        return self.stands_in_for.own_title if self.stands_in_for else self.get_role_display()

    @property
    def acting_title(self) -> str:
        """ "Plh. Kepala UKPBJ"."""
        return f"{self.acting} {self.own_title}".strip()

    def is_in_force(self, today: date | None = None) -> bool:
        """The same question as `OfficeRows.in_force`, of one office at hand."""
        today = today or timezone.localdate()
        ended = self.withdrawn_at or (self.ends and self.ends < today)
        return self.starts <= today and not ended

    def has_ended(self, today: date | None = None) -> bool:
        today = today or timezone.localdate()
        return bool(self.withdrawn_at or (self.ends and self.ends < today))
