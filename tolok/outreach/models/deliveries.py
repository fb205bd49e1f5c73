"""Each time the circular was sent to a unit, and the links that went with it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.organisation.rows import OwnedRows
from tolok.people.models.links import SecretLink, SecretLinkRows
from tolok.store import KeptFiles


class ReceiptLinkRows(SecretLinkRows["ReceiptLink"]):
    def openable(self, token: str, now: datetime) -> ReceiptLinkRows:
        """The link behind an address, while it leads anywhere."""
        found = self.live(now).with_token(token)
        return found.select_related("addressee__circular__agency", "addressee__unit")


class ReceiptLink(SecretLink):
    """Lets whoever a unit gives it to acknowledge the circular without an account."""

    addressee = models.ForeignKey("outreach.Addressee", models.CASCADE, related_name="links")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ReceiptLinkRows.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Tautan untuk {self.addressee}"


class DeliveryRows(OwnedRows["Delivery"]):
    agency_at = "addressee__circular__agency"

    def sent(self) -> DeliveryRows:
        return self.filter(sent_on__isnull=False)

    def prepared(self) -> DeliveryRows:
        """Written, and nobody has said yet that it went out."""
        return self.filter(sent_on=None)


class Delivery(models.Model):
    """One time the circular went to a unit; a message is prepared first, and then sent."""

    kept_files = KeptFiles(
        ("file_sha256",), called="bukti kirim edaran", agency_at="addressee__circular__agency"
    )

    class Channel(models.TextChoices):
        INBOX = "inbox", "Tolok"
        EMAIL = "email", "Surel"
        WHATSAPP = "whatsapp", "WhatsApp"
        PAPER = "paper", "Kertas"

    # What it is
    addressee = models.ForeignKey("outreach.Addressee", models.PROTECT, related_name="deliveries")
    channel = models.CharField("saluran", max_length=10, choices=Channel)
    to = models.CharField("kepada", max_length=300, blank=True)
    link = models.ForeignKey(
        ReceiptLink, models.SET_NULL, null=True, blank=True, related_name="deliveries"
    )

    # Paper: what the expedition book says, and its scan
    note = models.CharField("catatan ekspedisi", max_length=300, blank=True)
    file_name = models.CharField("pindaian", max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_type = models.CharField(max_length=100, blank=True)

    # Who and when
    sent_on = models.DateField("dikirim", null=True, blank=True)  # none: prepared
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("dicatat")

    objects = DeliveryRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["addressee", "sent_on"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(channel__in=["inbox", "paper"]) | Q(sent_on__isnull=False),
                name="only_messages_are_prepared_before_they_are_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.to}"

    @property
    def is_sent(self) -> bool:
        return self.sent_on is not None
