"""Remarks pinned to fields and rows, and what was done about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.activities import settling_of
from tolok.workflow.models import Run, Task, TaskNote
from tolok.workflow.rights import coordinates, may_work


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


def _has_the_work(run: Run, actor: User) -> bool:
    today = today_in(run.agency)
    ready = run.tasks.ready().select_related("agency", "person", "run__sop")
    return coordinates(run, actor, today) or any(may_work(one, actor, today) for one in ready)


@transaction.atomic
def close_note(note: TaskNote, *, answer: str, actor: User) -> TaskNote:
    """Say what was done about a remark (TG-18: say it, and only once).

    TG-06: it is settled by whoever has the work now, or by the coordinator. TG-20: what a phase
    pinned to its own page is settled there, and closed here with it.
    """
    note = TaskNote.objects.select_for_update().get(pk=note.pk)
    if settling_of(note):
        message = "Catatan ini ditandai selesai pada halaman yang memuat isiannya, dan tertutup di"
        raise RefusedError(Problem("TG-20", "catatan", f"{message} sini bersamanya."))
    if not _has_the_work(note.task.run, actor):
        message = "Catatan ini ditindaklanjuti oleh pelaksana tugasnya atau Koordinator."
        raise RefusedError(Problem("TG-06", "catatan", message))
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
