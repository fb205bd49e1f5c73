"""Hand-overs: what passed from one officer to the next when the office changed hands."""

from __future__ import annotations

from django.db import models

from tolok.people.models.offices import Office
from tolok.people.models.users import User


class HandOverRows(models.QuerySet["HandOver"]):
    def visible_to(self, user: User) -> HandOverRows:
        return self.filter(leaving__in=Office.objects.visible_to(user).values("pk"))


class HandOver(models.Model):
    """One office ended and its successor's began: kept as it was on that day."""

    leaving = models.OneToOneField(Office, models.PROTECT, related_name="handed_over")
    taking = models.OneToOneField(Office, models.PROTECT, related_name="taken_over")
    first_day = models.DateField("mulai")  # of the successor
    duties = models.JSONField("yang beralih", default=list)  # Duty.to_values of each
    note = models.TextField("catatan", blank=True)

    # Who recorded it, and when
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    recorded_at = models.DateTimeField("dicatat")

    objects = HandOverRows.as_manager()

    class Meta:
        ordering = ["-first_day"]

    def __str__(self) -> str:
        return f"{self.leaving} → {self.taking.user}"
