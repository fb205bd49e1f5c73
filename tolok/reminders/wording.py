"""What is told of a task: its step, its year and its due day; no person, no figure (T35)."""

from tolok.core.dates import format_date
from tolok.core.reminding import ARRIVED, Notice
from tolok.workflow.models import Task


def title_of(task: Task, notice: Notice) -> str:
    """How it stands comes first: lists and subjects are cut at their end."""
    return f"{_standing(task, notice)}: {what_of(task)}"


def _standing(task: Task, notice: Notice) -> str:
    if notice.distance is None or notice.mark == ARRIVED:
        return "Dikembalikan" if task.returned_from_id else "Tugas baru"
    days = abs(notice.distance)
    if notice.rung:
        return f"Belum selesai, lewat {days} hari kerja"
    if notice.distance > 0:
        return f"Lewat {days} hari kerja"
    return f"Tinggal {days} hari kerja" if notice.distance < 0 else "Hari kerja terakhir"


def what_of(task: Task) -> str:
    due = f", batas waktu {format_date(task.due)}" if task.due else ""
    return f"TA {task.year} {task.label} {task.name}{due}"


def text_of(task: Task, link: str) -> str:
    """To be copied into WhatsApp."""
    return f"{what_of(task)}\n{link}".strip()
