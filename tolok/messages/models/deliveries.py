"""The outbox, which is its own log: what is to go by which channel, and what became of it."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from tolok.messages.models.messages import LONGEST_KEY, Message
from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows
from tolok.people.models import User


class OutboxRows(OwnedRows["Delivery"]):
    def open(self) -> OutboxRows:
        return self.filter(status__in=Delivery.OPEN)

    def due(self, now: datetime) -> OutboxRows:
        """What may go now and nobody is sending at this moment."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.open().filter(free, not_before__lte=now)

    def by_email_to(self, person: User, agency: Agency) -> OutboxRows:
        return self.filter(channel=Delivery.Channel.EMAIL, message__recipient=person, agency=agency)


class Delivery(models.Model):
    """One message on its way by one channel.

    E-mails to one person that may go at the same time are joined into one; a message to the
    agency's webhook goes once for each occasion, however many persons were told.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", "Surel"
        WEBHOOK = "webhook", "Webhook"

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu"
        SENT = "sent", "Terkirim"
        FAILED = "failed", "Gagal, dicoba lagi"
        GIVEN_UP = "given_up", "Gagal"
        DROPPED = "dropped", "Tidak jadi dikirim"

    OPEN = (Status.WAITING, Status.FAILED)

    # What goes where
    message = models.ForeignKey(Message, models.CASCADE, related_name="deliveries")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="deliveries")
    channel = models.CharField("saluran", max_length=10, choices=Channel)
    topic = models.CharField(max_length=LONGEST_KEY)  # the occasion, for the webhook

    # Where it stands
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.WAITING)
    not_before = models.DateTimeField("paling cepat")
    tries = models.PositiveSmallIntegerField("kali dicoba", default=0)
    reason = models.CharField("sebab", max_length=300, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)  # somebody is sending it
    done_at = models.DateTimeField("selesai", null=True, blank=True)

    objects = OutboxRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["not_before"],
                name="delivery_due",
                condition=Q(status__in=["waiting", "failed"]),
            ),
            models.Index(fields=["agency", "-id"], name="delivery_log"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "channel"], name="one_delivery_per_message_and_channel"
            ),
            models.UniqueConstraint(
                fields=["agency", "topic"],
                condition=Q(channel="webhook"),
                name="one_webhook_call_per_occasion",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.message}"
