"""When an agency wants its officers to be reminded."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tolok.core.reminding import Policy
from tolok.organisation.models import Agency

USUAL = Policy()


class ReminderPolicyRows(models.QuerySet["ReminderPolicy"]):
    def of(self, agency: Agency) -> Policy:
        """The agency's own, or the one that holds where it said nothing."""
        own = self.filter(agency=agency).first()
        return own.policy if own else USUAL


class ReminderPolicy(models.Model):
    """All in the agency's working days; 0 means never."""

    agency = models.OneToOneField(Agency, models.CASCADE, related_name="reminder_policy")

    # When
    first_before = models.PositiveSmallIntegerField(default=USUAL.before[0])
    second_before = models.PositiveSmallIntegerField(default=USUAL.before[1])
    late_every = models.PositiveSmallIntegerField(default=USUAL.late_every)
    escalate_after = models.PositiveSmallIntegerField(default=USUAL.escalate_after)

    # Who set it so
    changed_at = models.DateTimeField("diubah")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ReminderPolicyRows.as_manager()

    def __str__(self) -> str:
        return f"Pengingat {self.agency}"

    @property
    def policy(self) -> Policy:
        days = (self.first_before, self.second_before)
        return Policy(
            before=tuple(day for day in days if day),
            late_every=self.late_every,
            escalate_after=self.escalate_after,
        )
