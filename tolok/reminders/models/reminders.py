"""What was told of which task, so that nobody is told of one occasion twice."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.messages.models import Message
from tolok.workflow.models import Task


class Reminder(models.Model):
    """One occasion (`core.reminding`'s mark) of one task, told to one person."""

    # Of what, to whom
    task = models.ForeignKey(Task, models.CASCADE, related_name="reminders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reminders")
    message = models.OneToOneField(Message, models.CASCADE, related_name="reminder")

    # Which occasion
    due = models.DateField("batas waktu", null=True)  # a new due day begins anew
    rung = models.PositiveSmallIntegerField("tingkat")  # 0: whose task it is
    mark = models.SmallIntegerField("hari kerja dari batas waktu")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "person", "due", "rung", "mark"],
                name="one_reminder_per_person_and_occasion",
            ),
        ]

    def __str__(self) -> str:
        return str(self.message)

    def later(self) -> models.QuerySet[Reminder]:
        """What the same person was told of the same task since."""
        return Reminder.objects.filter(
            task=self.task_id, person=self.person_id, rung=self.rung, pk__gt=self.pk
        )
