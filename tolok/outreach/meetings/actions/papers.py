"""A meeting's papers: drafted from what is recorded, then numbered and issued in the archive."""

from typing import Final

from django.db import transaction

from tolok.archive.issuing.actions import About, draft_paper
from tolok.archive.models import Paper
from tolok.core.dates import format_date
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.outreach.meetings.actions.minutes import is_written
from tolok.outreach.meetings.kept import RECORDED
from tolok.outreach.meetings.papers import facts_of
from tolok.outreach.models import Meeting
from tolok.people.models import User

SPOKEN: Final = {"UNDANGAN": "Undangan", "HADIR": "Daftar hadir", "NOTULA": "Notula"}


def draft_meeting_paper(meeting: Meeting, code: str, *, actor: User) -> Paper:
    """The draft of one document about the meeting; again gives it the newest facts.

    RP-18: an invitation asks somebody; minutes and report follow a meeting that took place.
    RP-19: whoever promised something is named.
    """
    if problems := too_early(meeting, code):
        raise RefusedError(*problems)
    year = FiscalYear.objects.get(agency=meeting.agency, year=meeting.year)
    with transaction.atomic():
        return draft_paper(
            code, facts_of(meeting, code), year=year, about=about(meeting, code), actor=actor
        )


def about(meeting: Meeting, code: str) -> About:
    """The list of attendance before the meeting and the one after are two papers."""
    recorded = code == "HADIR" and meeting.held_at is not None
    title = f"{SPOKEN.get(code, 'Laporan')} {format_date(meeting.day)}: {meeting.name}"
    return About(title[:300], subject=meeting.subject + (RECORDED if recorded else ""))


def too_early(meeting: Meeting, code: str) -> tuple[Problem, ...]:
    if code not in ("UNDANGAN", "HADIR", "NOTULA", meeting.report_code):
        return (Problem("RP-18", code, f"Rapat ini tidak menghasilkan dokumen {code}."),)
    if code in ("UNDANGAN", "HADIR"):
        if meeting.guests.invited().exists():
            return ()
        return (Problem("RP-18", code, "Belum ada yang diundang. Isi daftar undangan dahulu."),)
    found = []
    if meeting.held_at is None:
        message = f"{code} disusun setelah rapat dinyatakan terlaksana."
        found.append(Problem("RP-18", code, message))
    if not is_written(meeting):
        message = "Notula belum berisi keputusan atau uraian acara."
        found.append(Problem("RP-18", code, message))
    found += [
        Problem("RP-19", code, f"Tindak lanjut “{one}” belum menyebut siapa yang mengerjakannya.")
        for one in meeting.follow_ups.filter(owner="")
    ]
    return tuple(found)
