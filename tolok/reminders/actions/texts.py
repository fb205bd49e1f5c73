""" "Sudah saya kirim": a text that went by WhatsApp, as the one who sent it says."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.reminders.models import TextSent
from tolok.reminders.recipients import rungs
from tolok.trail.record import record
from tolok.workflow.models import Task


@transaction.atomic
def log_text(task: Task, recipient: User, *, actor: User) -> TextSent:
    """PI-08: of a task that waits, to somebody it concerns."""
    task = Task.objects.select_for_update(of=("self",)).select_related(
        "agency", "person", "run__sop", "run__fiscal_year"
    ).get(pk=task.pk)  # fmt: skip
    if not task.is_ready or recipient not in concerned(task):
        message = (
            f"{recipient} tidak menangani {task.label} hari ini, atau tugasnya sudah selesai. "
            "Muat ulang halaman."
        )
        raise RefusedError(Problem("PI-08", "kepada", message))
    sent = TextSent.objects.create(
        task=task, recipient=recipient, sent_by=actor, sent_at=timezone.now()
    )
    record(
        "reminders.log_text",
        actor=actor,
        subject=str(task),
        agency=task.agency,
        after={"kepada": str(recipient)},
    )
    return sent


def concerned(task: Task) -> tuple[User, ...]:
    """Whose task it is, then the offices above."""
    today = today_in(task.agency)
    return tuple(person for persons in rungs(task, today) for person in persons)
