"""How an agency's messages leave Tolok. Secrets are not in these rows: see `keys.py`."""

from __future__ import annotations

from typing import Self, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models

from tolok.organisation.models import Agency

Channel = TypeVar("Channel", bound=models.Model)


class ChannelRows(models.QuerySet[Channel]):
    def in_use(self, agency: Agency) -> Self:
        """The agency's own, unless it was turned off."""
        return self.filter(agency=agency, is_on=True)


class EmailChannel(models.Model):
    """The agency's own mail server."""

    class Security(models.TextChoices):
        TLS = "tls", "TLS sejak awal (biasanya porta 465)"
        STARTTLS = "starttls", "STARTTLS (biasanya porta 587)"
        NONE = "none", "Tanpa enkripsi (hanya server di dalam jaringan kantor)"

    agency = models.OneToOneField(Agency, models.CASCADE, related_name="email_channel")

    # Where to, and as whom
    host = models.CharField("server SMTP", max_length=253)
    port = models.PositiveIntegerField("porta", default=587)
    security = models.CharField(
        "pengamanan", max_length=10, choices=Security, default=Security.STARTTLS
    )
    username = models.CharField("nama pengguna", max_length=200, blank=True)
    sender = models.EmailField("alamat pengirim")

    # Whether it is used, and who set it so
    is_on = models.BooleanField("dipakai", default=True)
    changed_at = models.DateTimeField("diubah")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ChannelRows["EmailChannel"].as_manager()

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


class WebhookChannel(models.Model):
    """One address that gets every message of the agency, such as a room of a chat server."""

    agency = models.OneToOneField(Agency, models.CASCADE, related_name="webhook_channel")

    # Where to; the secret of the signatures follows from the salt and the server's key
    url = models.CharField("alamat", max_length=500)
    salt = models.CharField(max_length=64)

    # Whether it is used, and who set it so
    is_on = models.BooleanField("dipakai", default=True)
    changed_at = models.DateTimeField("diubah")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ChannelRows["WebhookChannel"].as_manager()

    def __str__(self) -> str:
        """Without path and query, in which many such addresses have a key."""
        return f"https://{urlsplit(self.url).netloc}/…"
