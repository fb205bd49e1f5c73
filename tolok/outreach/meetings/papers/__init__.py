"""What a meeting's papers say: facts made from what is recorded, frozen when they are drafted."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tolok.outreach.meetings.papers.attendance import attendance_facts
from tolok.outreach.meetings.papers.invitation import invitation_facts
from tolok.outreach.meetings.papers.minutes import minutes_facts
from tolok.outreach.meetings.papers.reports import socialisation_facts
from tolok.outreach.meetings.papers.workshop import workshop_facts
from tolok.outreach.models import Meeting

BUILDERS: Final[Mapping[str, Callable[[Meeting], Any]]] = {
    "UNDANGAN": invitation_facts,
    "HADIR": attendance_facts,
    "NOTULA": minutes_facts,
    "LAP-SOSIALISASI": socialisation_facts,
    "LAP-LOKAKARYA": workshop_facts,
}


def facts_of(meeting: Meeting, code: str) -> Any:
    return BUILDERS[code](meeting)
