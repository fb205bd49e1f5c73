"""Work on many papers at once, done by a job that may be broken off at any moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows

SILENT_FOR: Final = timedelta(seconds=60)  # a job that lives says so every few seconds
PATIENCE: Final = timedelta(seconds=8)  # a worker that runs has begun by then
BEAT: Final = timedelta(seconds=3)
OneWork = TypeVar("OneWork", bound="Work")


class WorkRows(YearRows[OneWork]):
    def claim(self, pk: int) -> OneWork | None:
        """The work, for whoever comes first; none when another job has it or it is done.

        One that has been silent for too long was left by a job that died: it is taken over.
        """
        now = timezone.now()
        silent = Q(status=Work.Status.WORKING, beat_at__lt=now - SILENT_FOR)
        free = self.filter(Q(status=Work.Status.WAITING) | silent, pk=pk)
        if not free.update(status=Work.Status.WORKING, claimed_at=now, beat_at=now):
            return None
        return self.select_related("agency", "made_by").get(pk=pk)

    def unfinished(self) -> WorkRows[OneWork]:
        return self.exclude(status=Work.Status.DONE)


class Work(models.Model):
    """What is asked of a job, and whether somebody is at it."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu dikerjakan"
        WORKING = "working", "Sedang dikerjakan"
        DONE = "done", "Selesai"

    # What it is about
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    document = models.CharField("dokumen", max_length=20)  # its code in the catalogue, "F5"

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.WAITING)

    # Who and when
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField("diminta", auto_now_add=True)
    claimed_at = models.DateTimeField("mulai dikerjakan", null=True, blank=True)
    beat_at = models.DateTimeField("terakhir terdengar", null=True, blank=True)
    done_at = models.DateTimeField("selesai", null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-pk"]

    @property
    def is_working(self) -> bool:
        """Whether a job has it or will have it soon."""
        return self.status != self.Status.DONE

    def is_stuck(self, now: datetime) -> bool:
        """Whether nobody seems to work on it: no worker runs, or the one that did has died."""
        if self.status == self.Status.WAITING:
            return now - (self.beat_at or self.made_at) > PATIENCE
        return self.is_working and now - (self.beat_at or now) > SILENT_FOR

    def beat(self) -> None:
        """Say that the job lives, every few seconds."""
        now = timezone.now()
        if self.beat_at is None or now - self.beat_at > BEAT:
            self.beat_at = now
            type(self)._default_manager.filter(pk=self.pk).update(beat_at=now)

    def step_back(self) -> None:
        """Leave it, unfinished, to the next job."""
        rows = type(self)._default_manager.filter(pk=self.pk)
        rows.update(status=self.Status.WAITING, beat_at=timezone.now())

    def finish(self, **result: object) -> None:
        rows = type(self)._default_manager.filter(pk=self.pk)
        rows.update(status=self.Status.DONE, done_at=timezone.now(), **result)
