"""Who is asked to a meeting, who came, and the code at the door."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.organisation.rows import OwnedRows
from tolok.outreach.models.meetings import Meeting
from tolok.people.models import Office
from tolok.people.models.links import SecretLink, SecretLinkRows

if TYPE_CHECKING:
    from collections.abc import Iterable


class GuestRows(OwnedRows["Guest"]):
    agency_at = "meeting__agency"

    def invited(self) -> GuestRows:
        return self.filter(is_invited=True)

    def present(self) -> GuestRows:
        return self.filter(attends__in=Guest.PRESENT)

    def named(self) -> GuestRows:
        """Persons; a unit that may send whom it likes has no name yet."""
        return self.exclude(name="")

    def unit_names(self) -> list[str]:
        """The units that are asked: not personal, so strangers at the door may read them."""
        found = self.invited().exclude(unit="").order_by("unit")
        return list(found.values_list("unit", flat=True).distinct())

    def of_identities(self, identities: Iterable[str]) -> GuestRows:
        return self.filter(identity__in=list(identities))


class Guest(models.Model):
    """One who is asked, or came without being asked: a person with an office, or from outside.

    `identity` keeps a person once in a meeting, however the name was typed; an office-holder who
    has moved on since stays as they were.
    """

    class Attends(models.TextChoices):
        NOT_NOTED = "", "Belum dicatat"
        PRESENT = "hadir", "Hadir"
        ONLINE = "daring", "Hadir daring"
        ABSENT = "tidak hadir", "Tidak hadir"

    class Way(models.TextChoices):
        DOOR = "door", "QR di pintu"
        LIST = "list", "Dicatat notulis"

    PRESENT = (Attends.PRESENT, Attends.ONLINE)

    # Who it is
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="guests")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: from outside, or typed
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField("nama", max_length=200, blank=True)  # "": whom the unit sends
    nip = models.CharField("NIP", max_length=18, blank=True)
    position = models.CharField("jabatan", max_length=200, blank=True)
    unit = models.CharField("unit kerja/instansi", max_length=300, blank=True)
    seats = models.PositiveSmallIntegerField("jumlah orang", default=1)
    identity = models.CharField(max_length=510, editable=False)
    is_invited = models.BooleanField("diundang", default=True)

    # Whether they came
    attends = models.CharField(
        "kehadiran", max_length=12, choices=Attends, blank=True, default=Attends.NOT_NOTED
    )
    came_at = models.DateTimeField("dicatat hadir", null=True, blank=True)
    way = models.CharField("cara", max_length=10, choices=Way, blank=True)

    objects = GuestRows.as_manager()

    class Meta:
        ordering = ["-is_invited", "unit", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "identity"],
                name="a_person_once_in_a_meeting",
                violation_error_message="Orang ini sudah ada dalam daftar.",
            ),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(unit=""), name="a_guest_has_a_name_or_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(attends__in=["", "tidak hadir"]) | ~Q(name=""),
                name="who_came_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"Perwakilan {self.unit}"

    @property
    def is_present(self) -> bool:
        return self.attends in self.PRESENT


class DoorRows(SecretLinkRows["Door"]):
    def open_at(self, token: str, now: datetime) -> Door | None:
        """The door behind an address, while it leads in: on the meeting's own day."""
        found = self.live(now).with_token(token).select_related("meeting__agency")
        door = found.filter(meeting__cancelled_at=None).first()
        return door if door and door.meeting.is_on(now) else None


class Door(SecretLink):
    """The address behind the QR at the door; whoever is there notes their own attendance."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="doors")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = DoorRows.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Daftar hadir {self.meeting}"
