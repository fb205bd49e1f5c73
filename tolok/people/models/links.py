"""Links whose address is the key: to come in, to acknowledge a letter, to fetch something."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import Final, Self, TypeVar

from django.db import models

from tolok.people.models.users import User

BYTES: Final = 32  # of chance in a token; 256 bits cannot be guessed
Link = TypeVar("Link", bound=models.Model)


def new_token() -> str:
    """To be shown once; what is kept is its hash."""
    return secrets.token_urlsafe(BYTES)


def hash_of(token: str) -> str:
    """All that is kept of a token: who reads the database cannot use the link."""
    return hashlib.sha256(token.encode()).hexdigest()


class SecretLinkRows(models.QuerySet[Link]):
    def live(self, now: datetime) -> Self:
        """Neither taken back nor expired."""
        return self.filter(revoked_at=None, expires_at__gt=now)

    def with_token(self, token: str) -> Self:
        return self.filter(token_hash=hash_of(token))


class SecretLink(models.Model):
    """What every such link has; opening it changes nothing (T4)."""

    token_hash = models.CharField(max_length=64, unique=True)

    # From when until when, and what became of it
    made_at = models.DateTimeField("dibuat")
    expires_at = models.DateTimeField("berlaku sampai")
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)

    class Meta:
        abstract = True


class OneTimeLinkRows(SecretLinkRows["OneTimeLink"]):
    def visible_to(self, user: User) -> OneTimeLinkRows:
        return self.filter(user__in=User.objects.visible_to(user).values("pk"))

    def usable(self, now: datetime) -> OneTimeLinkRows:
        return self.live(now).filter(used_at=None, user__is_active=True)


class OneTimeLink(SecretLink):
    """Lets one person choose a password, once: for the first time, or without the old one."""

    class Purpose(models.TextChoices):
        INVITE = "invite", "Undangan"
        RESET = "reset", "Kata sandi baru"

    # What it is
    user = models.ForeignKey(User, models.CASCADE, related_name="links")
    purpose = models.CharField("untuk", max_length=10, choices=Purpose)

    # Who made it, and when it was used
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="links_made", null=True, blank=True
    )  # none: on the server's command line
    used_at = models.DateTimeField("dipakai", null=True, blank=True)

    objects = OneTimeLinkRows.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} untuk {self.user}"
