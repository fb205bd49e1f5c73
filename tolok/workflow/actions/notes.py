"""Remarks pinned to fields and rows, and what was done about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.models import Task, TaskNote


@dataclass(frozen=True)
class Remark:
    """What somebody wants changed, and where."""

    text: str
    about: str = ""  # a field or row, "indicator.B1.target_TW2"
    about_label: str = ""  # as people read it, "Indikator B1, target TW II"


def pin(task: Task, remarks: Iterable[Remark], actor: User, now: datetime) -> None:
    """Inside the transaction of the decision they belong to."""
    TaskNote.objects.bulk_create(
        TaskNote(
            task=task,
            about=remark.about,
            about_label=remark.about_label,
            text=remark.text.strip(),
            made_by=actor,
            made_at=now,
        )
        for remark in remarks
        if remark.text.strip()
    )


@transaction.atomic
def close_note(note: TaskNote, *, answer: str, actor: User) -> TaskNote:
    """Say what was done about a remark (TG-18: say it, and only once)."""
    note = TaskNote.objects.select_for_update().get(pk=note.pk)
    if not note.is_open or not answer.strip():
        message = (
            "Tuliskan apa yang sudah dilakukan."
            if note.is_open
            else "Catatan ini sudah ditindaklanjuti. Muat ulang halaman."
        )
        raise RefusedError(Problem("TG-18", "tindak lanjut", message))
    note.answer, note.closed_by, note.closed_at = answer.strip(), actor, timezone.now()
    note.save(update_fields=["answer", "closed_by", "closed_at"])
    record(
        "workflow.close_note",
        actor=actor,
        subject=f"Catatan {note.task}",
        agency=note.task.agency,
        after={"catatan": note.text, "tindak lanjut": note.answer},
    )
    return note
