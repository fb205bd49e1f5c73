"""The address of a person's calendar feed, which is its key."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.people.models.links import SecretLink, SecretLinkRows


class CalendarLinkRows(SecretLinkRows["CalendarLink"]):
    def usable(self, now: datetime) -> CalendarLinkRows:
        return self.live(now).filter(user__is_active=True)


class CalendarLink(SecretLink):
    """Reads one person's days, and nothing else; there is one at a time."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_links"
    )

    objects = CalendarLinkRows.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at=None), name="one_calendar_link_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"Kalender {self.user}"
