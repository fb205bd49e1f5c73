"""Setting when an agency's officers are reminded."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.core.reminding import Policy
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.reminders.models import ReminderPolicy
from tolok.trail.record import record

LONGEST = 60  # working days: a quarter of a year


@transaction.atomic
def save_policy(agency: Agency, wanted: Policy, *, actor: User | None) -> ReminderPolicy:
    """From the next run on; what was told already is not told again.

    PI-07: the first reminder comes before the second, and all within a quarter of a year.
    """
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    first, second = (*wanted.before, 0, 0)[:2]
    if max(first, second, wanted.late_every, wanted.escalate_after) > LONGEST or (
        second and first <= second
    ):
        message = (
            f"Pengingat pertama ({first} hari kerja sebelumnya) mendahului yang kedua ({second}), "
            f"dan semuanya paling lama {LONGEST} hari kerja. Perbaiki angkanya."
        )
        raise RefusedError(Problem("PI-07", "hari", message))
    row = ReminderPolicy.objects.filter(agency=agency).first() or ReminderPolicy(agency=agency)
    before = as_values(row)
    row.first_before, row.second_before = first, second
    row.late_every, row.escalate_after = wanted.late_every, wanted.escalate_after
    row.changed_at, row.changed_by = timezone.now(), actor
    row.save()
    record(
        "reminders.save_policy",
        actor=actor,
        subject=f"Pengingat {agency.code}",
        agency=agency,
        before=before,
        after=as_values(row),
    )
    return row


def as_values(row: ReminderPolicy) -> dict[str, object]:
    return {
        "sebelum": [row.first_before, row.second_before],
        "sesudah, tiap": row.late_every,
        "jabatan di atas, tiap": row.escalate_after,
    }
