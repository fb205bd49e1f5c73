"""Saying that a meeting took place, and taking that back."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings.actions.working import locked, not_held_yet, told
from tolok.outreach.meetings.kept import attendance_is_recorded, paper_of
from tolok.outreach.models import Guest, Meeting
from tolok.people.models import User


@transaction.atomic
def hold_meeting(meeting: Meeting, *, actor: User) -> Meeting:
    """It took place; who was not noted as present was absent, and the door is closed.

    RP-14: its day has come, and attendance is recorded.
    """
    meeting = not_held_yet(meeting)
    now = timezone.now()
    if not meeting.has_come(meeting.zone.day_of(now)):
        message = f"Rapat baru berlangsung pada {meeting.day:%d/%m/%Y}."
        raise RefusedError(Problem("RP-14", "tanggal", message))
    if not attendance_is_recorded(meeting):
        message = (
            "Belum ada yang tercatat hadir. Tandai daftar hadir, atau unggah daftar hadir "
            "bertanda tangan pada naskahnya."
        )
        raise RefusedError(Problem("RP-14", "kehadiran", message))
    meeting.guests.filter(attends="").update(attends=Guest.Attends.ABSENT)
    meeting.doors.live(now).update(revoked_at=now)
    meeting.held_at, meeting.held_by = now, actor
    meeting.save(update_fields=["held_at", "held_by"])
    told("hold_meeting", meeting, actor, {"hadir": meeting.guests.present().count()})
    return meeting


@transaction.atomic
def reopen_meeting(meeting: Meeting, *, actor: User) -> Meeting:
    """Take it back, where it was said by mistake. RP-15: nothing was reported yet."""
    meeting = locked(meeting)
    if report := paper_of(meeting, meeting.report_code):
        message = f"Laporannya sudah terbit ({report.code}). Batalkan laporan itu dahulu."
        raise RefusedError(Problem("RP-15", report.code, message))
    meeting.held_at = meeting.held_by = None
    meeting.save(update_fields=["held_at", "held_by"])
    told("reopen_meeting", meeting, actor)
    return meeting
