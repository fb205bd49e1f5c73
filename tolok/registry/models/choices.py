"""What a person likes to see."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import models

from tolok.people.models import User


class ChosenColumnsRows(models.QuerySet["ChosenColumns"]):
    def of(self, person: User, listing: str, *, usual: Sequence[str]) -> Sequence[str]:
        """The person's columns of that list, or the usual ones."""
        chosen = self.filter(person=person, listing=listing).first()
        return chosen.columns if chosen else usual


class ChosenColumns(models.Model):
    """The columns one person wants in one list."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    listing = models.CharField("daftar", max_length=30)
    columns = models.JSONField("kolom", default=list)

    objects = ChosenColumnsRows.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "listing"], name="one_choice_of_columns_per_person_and_list"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.listing}"
