"""Texts that somebody copied into WhatsApp and says to have sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.organisation.rows import OwnedRows
from tolok.workflow.models import Task


class TextSentRows(OwnedRows["TextSent"]):
    agency_at = "task__agency"


class TextSent(models.Model):
    """Tolok cannot see WhatsApp; this is what a person said."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="texts_sent")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="texts_received"
    )
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="texts_sent")
    sent_at = models.DateTimeField("dikirim")

    objects = TextSentRows.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.task}: {self.recipient}"
