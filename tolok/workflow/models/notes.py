"""Notes of a decision, pinned to the fields and rows they are about."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.organisation.rows import OwnedRows
from tolok.workflow.models.runs import Run
from tolok.workflow.models.tasks import Task


class TaskNoteRows(OwnedRows["TaskNote"]):
    agency_at = "task__agency"

    def open(self) -> TaskNoteRows:
        return self.filter(closed_at=None)

    def of_run(self, run: Run) -> TaskNoteRows:
        return self.filter(task__run=run)


class TaskNote(models.Model):
    """One remark made when work was returned; it stays open until somebody says what was done."""

    # What it is
    task = models.ForeignKey(Task, models.PROTECT, related_name="notes")  # the decision
    about = models.CharField("mengenai", max_length=200, blank=True)  # "indicator.B1.target_TW2"
    about_label = models.CharField("bagian", max_length=300, blank=True)  # as people read it
    text = models.TextField("catatan")

    # Who made it
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField("dibuat")

    # What became of it
    answer = models.TextField("tindak lanjut", blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("ditutup", null=True, blank=True)

    objects = TaskNoteRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        return self.closed_at is None
