"""One-time links: to come in for the first time, or again without the old password."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import models

from tolok.people.models.users import User


def hash_of(token: str) -> str:
    """All that is kept of a token: who reads the database cannot use the link."""
    return hashlib.sha256(token.encode()).hexdigest()


class OneTimeLinkQuerySet(models.QuerySet["OneTimeLink"]):
    def usable(self, now: datetime) -> OneTimeLinkQuerySet:
        return self.filter(used_at=None, revoked_at=None, expires_at__gt=now, user__is_active=True)

    def with_token(self, token: str) -> OneTimeLinkQuerySet:
        return self.filter(token_hash=hash_of(token))


class OneTimeLink(models.Model):
    """Lets one person choose a password, once; opening it changes nothing."""

    class Purpose(models.TextChoices):
        INVITE = "invite", "Undangan"
        RESET = "reset", "Kata sandi baru"

    # What it is
    user = models.ForeignKey(User, models.CASCADE, related_name="links")
    purpose = models.CharField("untuk", max_length=10, choices=Purpose)
    token_hash = models.CharField(max_length=64, unique=True)

    # From when until when, and what became of it
    made_at = models.DateTimeField("dibuat")
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="links_made", null=True, blank=True
    )  # none: on the server's command line
    expires_at = models.DateTimeField("berlaku sampai")
    used_at = models.DateTimeField("dipakai", null=True, blank=True)
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)

    objects = OneTimeLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} untuk {self.user}"
