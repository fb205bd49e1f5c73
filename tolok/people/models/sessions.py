"""Where a person is signed in, so that they can end what is not theirs."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import models

from tolok.people.models.users import User


class SignedInSessionRows(models.QuerySet["SignedInSession"]):
    def visible_to(self, user: User) -> SignedInSessionRows:
        return self.filter(user__in=User.objects.visible_to(user).values("pk"))

    def alive(self, now: datetime) -> SignedInSessionRows:
        """Those whose session still is: an expired one signs nobody in."""
        return self.filter(key__in=Session.objects.filter(expire_date__gt=now).values("pk"))


class SignedInSession(models.Model):
    """One browser in which a person signed in."""

    user = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    key = models.CharField(max_length=40, unique=True)
    device = models.CharField("perangkat", max_length=100, blank=True)
    began_at = models.DateTimeField("masuk")

    objects = SignedInSessionRows.as_manager()

    class Meta:
        ordering = ["-began_at"]

    def __str__(self) -> str:
        return f"{self.device} ({self.user})"
