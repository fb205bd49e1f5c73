"""When the step of the circular (KT1.vii, JW7) may be completed, and taken back."""

from tolok.core.numbers import format_number
from tolok.core.problem import Problem
from tolok.outreach.circular.board import counts_of
from tolok.outreach.circular.standing import Standing
from tolok.ui.parts import Count
from tolok.workflow.models import Task


def open_points(task: Task) -> tuple[Problem, ...]:
    """ED-20: the plan is approved. ED-21: the letter is out. ED-22: it went to every unit that is
    not left out with a reason. That all have acknowledged is not asked: their board shows it."""
    standing = Standing(task.run.fiscal_year)
    if not standing.is_approved:
        return (Problem("ED-20", task.step, "Rencana kinerja belum disetujui."),)
    circular = standing.circular
    if circular is None or standing.letter is None:
        message = "Surat edaran belum terbit. Buka halaman Surat edaran dan terbitkan."
        return (Problem("ED-21", task.step, message),)
    if not circular.addressees.receiving().exists():
        message = "Daftar penerima masih kosong. Susun daftar unit kerja yang dikirimi."
        return (Problem("ED-22", task.step, message),)
    if count := circular.addressees.unsent().count():
        message = (
            f"{format_number(count)} unit kerja belum dikirimi. Kirim, atau nyatakan tidak "
            "dikirimi dengan alasannya."
        )
        return (Problem("ED-22", task.step, message),)
    return ()


def by_unit(task: Task) -> tuple[Count, ...]:
    """How many units have the circular, and how many have acknowledged it."""
    circular = Standing(task.run.fiscal_year).circular
    return counts_of(circular) if circular else ()


def undoing(task: Task) -> tuple[Problem, ...]:
    """ED-23: a letter that is out cannot be unsent."""
    if Standing(task.run.fiscal_year).letter is None:
        return ()
    message = "Surat edaran sudah terbit, jadi langkah ini tidak dapat dibatalkan."
    return (Problem("ED-23", task.step, message),)
