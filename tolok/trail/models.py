"""The audit trail's rows. The room stands below people and agencies: it keeps their names."""

from __future__ import annotations

import json
from typing import Any, Protocol

from django.db import models


class SeesAgencyCodes(Protocol):
    """Whoever asks. Users live above this room, so only what is asked of them is said here."""

    def agencies(self) -> models.QuerySet[Any]: ...
    def sees_everything(self) -> bool: ...


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    def visible_to(self, user: SeesAgencyCodes) -> AuditEntryQuerySet:
        """Rows of no agency (a new user, a new agency) are for those who see everything."""
        if user.sees_everything():
            return self
        return self.filter(agency__in=user.agencies().values("code"))


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

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.event} {self.subject}"

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
