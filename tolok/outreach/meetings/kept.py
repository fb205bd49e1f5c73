"""The papers of a meeting in the archive: invitation, attendance, minutes, report."""

from typing import Final

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.outreach.models import Meeting
from tolok.outreach.models.meetings import OUT

RECORDED: Final = "-hadir"  # ends the subject of the list of attendance made after the meeting


def papers_of(meeting: Meeting) -> PaperRows:
    found = Paper.objects.of_year(meeting.agency, meeting.year).in_force()
    return found.filter(subject__in=(meeting.subject, meeting.subject + RECORDED))


def paper_of(meeting: Meeting, code: str) -> Paper | None:
    """The one that has left the house; none while it is a draft."""
    return papers_of(meeting).filter(document=code, status__in=OUT).order_by("-pk").first()


def signed_list(meeting: Meeting) -> Paper | None:
    """The list of attendance as it came back with signatures."""
    signed = papers_of(meeting).filter(document="HADIR", status=Paper.Status.SIGNED)
    return signed.order_by("-pk").first()


def attendance_is_recorded(meeting: Meeting) -> bool:
    """Somebody was noted as present, or the signed list is there."""
    return meeting.guests.present().exists() or signed_list(meeting) is not None
