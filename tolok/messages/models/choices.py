"""What a person chose: which messages also come by e-mail, and when."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.people.models import User


class ChoiceRows(models.QuerySet["Choice"]):
    def of(self, person: User) -> Choice:
        """What the person chose, or what holds for one who chose nothing."""
        return self.filter(person=person).first() or Choice(person=person)


class Choice(models.Model):
    """In Tolok every message is shown, whatever is chosen here."""

    class Rhythm(models.TextChoices):
        DAILY = "daily", "Satu surel sehari, pukul 07.00"
        AT_ONCE = "at_once", "Satu surel untuk setiap pemberitahuan, seketika"
        OVERDUE = "overdue", "Hanya yang lewat batas waktu, satu surel sehari"
        NEVER = "never", "Tanpa surel"

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="message_choice"
    )
    rhythm = models.CharField("surel", max_length=10, choices=Rhythm, default=Rhythm.DAILY)

    objects = ChoiceRows.as_manager()

    def __str__(self) -> str:
        return f"{self.person}: {self.get_rhythm_display()}"
