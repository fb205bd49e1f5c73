"""What is told of a task: its step, its year and its due day; no person, no figure (T35)."""

from tolok.core.dates import format_date
from tolok.core.reminding import Notice
from tolok.workflow.models import Task


def title_of(task: Task, notice: Notice) -> str:
    what = f"{task.label} {task.name} (TA {task.year})"
    due = format_date(task.due) if task.due else ""
    days = abs(notice.distance)
    if notice.rung:
        return f"Belum selesai: {what}, lewat {days} hari kerja dari batas waktu {due}"
    if notice.distance > 0:
        return f"{what}: lewat {days} hari kerja dari batas waktu {due}"
    if notice.distance < 0:
        return f"{what}: tinggal {days} hari kerja, sampai {due}"
    return f"{what}: hari kerja terakhir, batas waktu {due}"


def text_of(task: Task, link: str) -> str:
    """To be copied into WhatsApp."""
    due = f", batas waktu {format_date(task.due)}" if task.due else ""
    return f"{task.label} {task.name} (TA {task.year}){due}\n{link}".strip()
