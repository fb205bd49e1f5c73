"""What a task needs: met by a paper, a file, a draft, or said to be missing."""

from dataclasses import dataclass
from typing import Protocol

from django.db import transaction
from django.utils import timezone

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.actions.locking import locked, locked_in_open_year
from tolok.workflow.models import Task, TaskFile, TaskItem
from tolok.workflow.rights import coordinates, ending_problem, fellows_in_unit, may_work


class KeptFile(Protocol):
    """A file in the store, as `archive.scans.examine` gives it."""

    @property
    def name(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def content_type(self) -> str: ...


@dataclass(frozen=True)
class Missing:
    """ "Belum ada": why, and what stands in for it meanwhile."""

    reason: str
    substitute: str = ""


@transaction.atomic
def meet_requirement(
    item: TaskItem, by: Paper | KeptFile | Missing, *, actor: User, is_draft: bool = False
) -> TaskItem:
    """Say by what a kelengkapan or output is met; again replaces what was said before.

    TG-11: a paper of the same agency, or a reason why there is none. TG-19: what another unit
    answered is replaced by that unit, or by who looks after the year.
    """
    task = _answering(item, actor)
    item = TaskItem.objects.select_for_update().get(pk=item.pk)
    if problem := _anothers_answer(item, task, actor):
        raise RefusedError(problem)
    before = item.get_met_display()
    _clear(item)
    match by:
        case Missing():
            _put_missing(item, by)
        case Paper():
            _put_paper(item, by, task)
        case _:
            item.met = TaskItem.Met.FILE
            item.file_name, item.file_sha256 = by.name, by.sha256
            item.file_type = by.content_type
    if is_draft and item.met != TaskItem.Met.MISSING:
        item.met = TaskItem.Met.DRAFT
    item.met_by, item.met_at = actor, timezone.now()
    item.save()
    record(
        "workflow.meet_requirement",
        actor=actor,
        subject=f"{task}: {item.name}",
        agency=task.agency,
        before={"dipenuhi": before},
        after={
            "dipenuhi": item.get_met_display(),
            "naskah": str(item.paper) if item.paper else "",
            "berkas": item.file_name,
            "alasan": item.reason,
        },
    )
    return item


@transaction.atomic
def add_file(task: Task, file: KeptFile, *, actor: User, note: str = "") -> TaskFile:
    """Keep a file with a task: minutes, or the photo somebody answered with."""
    task = _working_on(task, actor)
    added = TaskFile.objects.create(
        task=task,
        name=file.name,
        sha256=file.sha256,
        size=file.size,
        content_type=file.content_type,
        note=note.strip(),
        added_by=actor,
        added_at=timezone.now(),
    )
    record(
        "workflow.add_file",
        actor=actor,
        subject=str(task),
        agency=task.agency,
        after={"berkas": added.name, "sha256": added.sha256, "keterangan": added.note},
    )
    return added


def _answering(item: TaskItem, actor: User) -> Task:
    """An output may come after its step, as F3 does after the approval: the coordinator adds it."""
    if item.kind == TaskItem.Kind.NEED or item.task.is_ready:
        return _working_on(item.task, actor)
    task = locked_in_open_year(item.task)
    if not coordinates(task.run, actor, today_in(task.agency)):
        message = f"Output {task.label} yang sudah selesai ditambahkan oleh Koordinator."
        raise RefusedError(Problem("TG-06", task.step, message))
    return task


def _anothers_answer(item: TaskItem, task: Task, actor: User) -> Problem | None:
    today = today_in(task.agency)
    if item.met_by in (None, actor) or not ending_problem(task, actor, today):
        return None
    if item.met_by_id in fellows_in_unit(actor, today):
        return None
    message = (
        f"“{item.name}” sudah diisi {item.met_by}. Bagian unit Anda disimpan pada Berkas tugas ini."
    )
    return Problem("TG-19", item.name, message)


def _working_on(task: Task, actor: User) -> Task:
    """TG-06: by whose task it is, or by the coordinator."""
    task = locked(task)
    today = today_in(task.agency)
    if not (may_work(task, actor, today) or coordinates(task.run, actor, today)):
        message = f"{task.label} dikerjakan oleh {task.role_label} atau Koordinator."
        raise RefusedError(Problem("TG-06", task.step, message))
    return task


def _clear(item: TaskItem) -> None:
    item.paper = None
    item.file_name = item.file_sha256 = item.file_type = item.reason = item.substitute = ""


def _put_missing(item: TaskItem, by: Missing) -> None:
    if not by.reason.strip():
        message = f"Tuliskan alasan “{item.name}” belum ada."
        raise RefusedError(Problem("TG-11", item.name, message))
    item.met = TaskItem.Met.MISSING
    item.reason, item.substitute = by.reason.strip(), by.substitute.strip()


def _put_paper(item: TaskItem, paper: Paper, task: Task) -> None:
    if paper.agency_id != task.agency_id or paper.status == Paper.Status.VOIDED:
        message = "Naskah itu bukan milik instansi ini, atau sudah dibatalkan."
        raise RefusedError(Problem("TG-11", item.name, message))
    is_draft = paper.status == Paper.Status.DRAFT
    item.met = TaskItem.Met.DRAFT if is_draft else TaskItem.Met.PAPER
    item.paper = paper
