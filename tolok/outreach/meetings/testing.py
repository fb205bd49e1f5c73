"""Short ways for tests to make meetings. Every argument has a sensible default."""

from datetime import date, time, timedelta
from typing import Any, Final

from tolok.core.meetings import identity
from tolok.cycle.testing import make_year
from tolok.organisation.clock import today_in
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.outreach.meetings.actions import Noted, Planned, plan_meeting
from tolok.outreach.meetings.actions.attendance import note_attendance
from tolok.outreach.meetings.actions.holding import hold_meeting
from tolok.outreach.models import Audience, Guest, Meeting
from tolok.people.models import Role, User
from tolok.people.testing import make_user

YEAR: Final = 2026


def planned(day: date, **fields: Any) -> Planned:
    usual: dict[str, Any] = {
        "name": "Sosialisasi Pengelolaan Kinerja",
        "day": day,
        "starts_at": time(9),
        "ends_at": time(12),
        "place": "Aula Sekretariat Daerah",
        "audiences": (Audience.COLLECTORS,),
    }
    return Planned(**usual | fields)


def make_meeting(
    agency: Agency | None = None,
    kind: Meeting.Kind = Meeting.Kind.SOCIALISATION,
    *,
    actor: User | None = None,
    days: int = 0,
    **fields: Any,
) -> Meeting:
    """A meeting today, or so many days from now."""
    agency = agency or make_agency()
    year = make_year(agency, YEAR)
    if kind == Meeting.Kind.WORKSHOP:
        fields = {"audiences": (), "name": "Lokakarya Rencana Kinerja"} | fields
    day = today_in(agency) + timedelta(days=days)
    who = actor or make_user(Role.COORDINATOR, agency)
    return plan_meeting(year, kind, planned(day, **fields), actor=who)


def make_guest(meeting: Meeting, name: str = "Hanimora Seludawe", **fields: Any) -> Guest:
    usual: dict[str, Any] = {"unit": "Dinas Kesehatan", "position": "Penanggung Jawab Kinerja"}
    values = usual | fields
    return Guest.objects.create(
        meeting=meeting, name=name, identity=identity(name, values["unit"]), **values
    )


def make_held_meeting(agency: Agency | None = None, **fields: Any) -> Meeting:
    """With one guest, who came."""
    meeting = make_meeting(agency, **fields)
    guest = make_guest(meeting)
    noted = {guest.pk: Noted(Guest.Attends.PRESENT)}
    note_attendance(meeting, noted, actor=meeting.made_by)
    return hold_meeting(meeting, actor=meeting.made_by)
