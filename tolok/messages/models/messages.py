"""What a person is told: a title and where to look, nothing more."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.organisation.models import Agency
from tolok.people.models import User

LONGEST_TITLE = 300
LONGEST_KEY = 120


class MessageRows(models.QuerySet["Message"]):
    def visible_to(self, user: User) -> MessageRows:
        """One's own, about agencies in which one still holds an office."""
        return self.filter(recipient=user, agency__in=user.agencies().values("pk"))

    def unread(self) -> MessageRows:
        return self.filter(read_at=None)


class Message(models.Model):
    """One thing told to one person. It always stands in Tolok; channels carry it further."""

    class Kind(models.TextChoices):
        TASK = "task", "Tugas baru"
        REMINDER = "reminder", "Pengingat"
        OVERDUE = "overdue", "Lewat batas waktu"
        ESCALATION = "escalation", "Eskalasi"
        NEWS = "news", "Kabar"

        @property
        def is_overdue(self) -> bool:
            return self in (Message.Kind.OVERDUE, Message.Kind.ESCALATION)

    # What it says
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="messages")
    kind = models.CharField("jenis", max_length=20, choices=Kind)
    title = models.CharField("judul", max_length=LONGEST_TITLE)
    path = models.CharField("halaman", max_length=300)  # in Tolok, "/tugas/12/"
    key = models.CharField(max_length=LONGEST_KEY, blank=True)  # the occasion; told once each

    # To whom, and when
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="messages_received"
    )
    made_at = models.DateTimeField("dibuat")
    read_at = models.DateTimeField("dibaca", null=True, blank=True)

    objects = MessageRows.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(
                fields=["recipient", "agency"], name="message_unread", condition=Q(read_at=None)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "agency", "key"],
                condition=~Q(key=""),
                name="one_message_per_person_and_occasion",
            ),
            models.CheckConstraint(
                condition=Q(path__startswith="/") & ~Q(path__startswith="//"),
                name="message_leads_to_a_page_of_tolok",
            ),
        ]

    def __str__(self) -> str:
        return self.title
