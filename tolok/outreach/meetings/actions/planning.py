"""Planning a meeting, moving it, calling it off."""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.outreach.meetings.actions.telling import tell_guests
from tolok.outreach.meetings.actions.working import not_held_yet, told
from tolok.outreach.models import Audience, Meeting, MeetingAudience, Minutes
from tolok.people.models import Office, User


@dataclass(frozen=True)
class Planned:
    """What a meeting is to be."""

    name: str
    day: date
    starts_at: time
    ends_at: time | None = None
    place: str = ""
    online: str = ""
    technique: str = ""
    chair: Office | None = None
    minute_taker: Office | None = None
    requests: str = ""
    confirm_by: date | None = None
    contact: str = ""
    copies: str = ""
    budget: str = ""
    audiences: tuple[Audience, ...] = ()  # none for a workshop

    def to_fields(self) -> dict[str, Any]:
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        del found["audiences"]
        return {
            name: value.strip() if isinstance(value, str) else value
            for name, value in found.items()
        }


@transaction.atomic
def plan_meeting(year: FiscalYear, kind: Meeting.Kind, planned: Planned, *, actor: User) -> Meeting:
    """A meeting of an agency's year. RP-03: the year is not closed."""
    if year.status == FiscalYear.Status.CLOSED:
        message = f"{year.label} sudah ditutup. Rapat dicatat pada tahun yang berjalan."
        raise RefusedError(Problem("RP-03", year.label, message))
    _refuse_unless_whole(planned, kind, year.agency_id)
    meeting = Meeting.objects.create(
        agency=year.agency, year=year.year, kind=kind, made_by=actor, **planned.to_fields()
    )
    _put_audiences(meeting, planned)
    Minutes.objects.create(meeting=meeting)
    told("plan_meeting", meeting, actor, _told(meeting, planned))
    return meeting


@transaction.atomic
def change_meeting(meeting: Meeting, planned: Planned, *, actor: User) -> Meeting:
    """Another day, place or audience; a letter that is out already is corrected in the archive."""
    meeting = not_held_yet(meeting)
    _refuse_unless_whole(planned, Meeting.Kind(meeting.kind), meeting.agency_id)
    for name, value in planned.to_fields().items():
        setattr(meeting, name, value)
    meeting.save()
    _put_audiences(meeting, planned)
    if meeting.invited_at:
        tell_guests(meeting, "Berubah", but=actor)
    told("change_meeting", meeting, actor, _told(meeting, planned))
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, actor: User) -> Meeting:
    """Call it off; it stays on the list with the reason. RP-04: there is one."""
    meeting = not_held_yet(meeting)
    if not reason.strip():
        message = "Tuliskan alasan pembatalan, agar yang diundang dapat diberi tahu."
        raise RefusedError(Problem("RP-04", "alasan", message))
    meeting.cancelled_at, meeting.cancel_reason = timezone.now(), reason.strip()
    meeting.save(update_fields=["cancelled_at", "cancel_reason"])
    if meeting.invited_at:
        tell_guests(meeting, "Dibatalkan", but=actor, occasion="batal")
    told("cancel_meeting", meeting, actor, {"alasan": meeting.cancel_reason})
    return meeting


def _refuse_unless_whole(planned: Planned, kind: Meeting.Kind, agency: int) -> None:
    """RP-05: it has a name, a place or an address, hours in order, and somebody to reach; who
    leads it holds an office here."""
    found = []
    if not planned.name.strip():
        found.append(Problem("RP-05", "nama acara", "Tuliskan nama acara."))
    if not (planned.place.strip() or planned.online.strip()):
        message = "Isi tempat, tautan daring, atau keduanya."
        found.append(Problem("RP-05", "tempat", message))
    if planned.ends_at and planned.ends_at <= planned.starts_at:
        found.append(Problem("RP-05", "jam", "Jam selesai harus sesudah jam mulai."))
    if (kind == Meeting.Kind.SOCIALISATION) != bool(planned.audiences):
        message = "Pilih kepada siapa rencana dijelaskan; lokakarya tidak memerlukan sasaran."
        found.append(Problem("RP-05", "sasaran", message))
    for office in (planned.chair, planned.minute_taker):
        if office and office.agency_id != agency:
            message = f"{office} bukan pejabat instansi ini."
            found.append(Problem("RP-05", "pejabat", message))
    if found:
        raise RefusedError(*found)


def _put_audiences(meeting: Meeting, planned: Planned) -> None:
    meeting.audiences.exclude(audience__in=planned.audiences).delete()
    for audience in planned.audiences:
        MeetingAudience.objects.get_or_create(meeting=meeting, audience=audience)


def _told(meeting: Meeting, planned: Planned) -> dict[str, object]:
    return {
        "tanggal": meeting.day,
        "waktu": meeting.clock,
        "tempat": meeting.place or meeting.online,
        "sasaran": [one.label for one in planned.audiences],
    }
