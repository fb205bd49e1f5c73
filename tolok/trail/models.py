"""The audit trail's rows. The room stands below people and agencies: it keeps their names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Protocol

from django.db import models
from django.db.models import Q

ONE_DAY = timedelta(days=1)
THE_HEAD = 1  # the key of the one head row


@dataclass(frozen=True)
class Change:
    """What a field held before and after; none where it was not yet or is no more."""

    field: str
    before: object
    after: object


class SeesAgencyCodes(Protocol):
    """Whoever asks. Users live above this room, so only what is asked of them is said here."""

    def agencies(self) -> models.QuerySet[Any]: ...
    def sees_everything(self) -> bool: ...


class AuditEntryRows(models.QuerySet["AuditEntry"]):
    def visible_to(self, user: SeesAgencyCodes) -> AuditEntryRows:
        """Rows of no agency (a new user, a new agency) are for those who see everything."""
        if user.sees_everything():
            return self
        return self.filter(agency__in=user.agencies().values("code"))

    def events(self) -> list[str]:
        return list(self.order_by("event").values_list("event", flat=True).distinct())

    def of_event(self, event: str) -> AuditEntryRows:
        return self.filter(event=event) if event else self

    def about(self, text: str) -> AuditEntryRows:
        """Rows whose subject or person has the text in it."""
        return self.filter(Q(subject__icontains=text) | Q(actor_name__icontains=text))

    def between(self, first: date | None, last: date | None, zone: tzinfo) -> AuditEntryRows:
        """Rows of these days, both included, by the clock of the zone."""
        found = self
        if first:
            found = found.filter(at__gte=datetime.combine(first, time.min, zone))
        if last:
            found = found.filter(at__lt=datetime.combine(last + ONE_DAY, time.min, zone))
        return found


class AuditEntry(models.Model):
    """One thing somebody did. Rows are only ever added, each chained to the one before.

    No foreign keys: the trail must outlive whatever it speaks of, and its hash must not change
    when a person or agency is renamed. `before` and `after` are texts, not JSON columns,
    because a database may rewrite JSON and the hash covers every character.
    """

    # Its place in the chain
    seq = models.BigIntegerField("nomor", primary_key=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    # Who did what, when, to what
    at = models.DateTimeField("waktu", db_index=True)
    actor_id = models.BigIntegerField(null=True, blank=True)  # none: the command line or a job
    actor_name = models.CharField("pelaku", max_length=200, blank=True)
    event = models.CharField("peristiwa", max_length=100, db_index=True)  # "planning.submit_plan"
    subject = models.TextField("mengenai")
    agency = models.CharField("instansi", max_length=20, blank=True, db_index=True)  # its code
    before = models.TextField("sebelum", blank=True)  # canonical JSON, or nothing
    after = models.TextField("sesudah", blank=True)

    objects = AuditEntryRows.as_manager()

    class Meta:
        ordering = ["-seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.event} {self.subject}"

    def changes(self) -> list[Change]:
        """Field by field, in the order of their names; what stayed the same is left out."""
        before, after = self.values_before(), self.values_after()
        return [
            Change(field, before.get(field), after.get(field))
            for field in sorted(before.keys() | after.keys())
            if before.get(field) != after.get(field)
        ]

    def values_before(self) -> dict[str, Any]:
        return dict(json.loads(self.before)) if self.before else {}

    def values_after(self) -> dict[str, Any]:
        return dict(json.loads(self.after)) if self.after else {}


class TrailHead(models.Model):
    """The newest row's number and hash: the one row every writer locks before adding."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"
