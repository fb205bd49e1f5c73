"""The door: a code that whoever is there opens, to note their own attendance."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.meetings import identity
from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings.actions.attendance import record_present
from tolok.outreach.meetings.actions.working import not_held_yet, told
from tolok.outreach.models import Door, Guest, Meeting
from tolok.people.models import User
from tolok.people.models.links import hash_of, new_token

MOST_GUESTS: Final = 1000  # of one meeting: more is somebody playing with the door
ATTENDS: Final = (Guest.Attends.PRESENT, Guest.Attends.ONLINE)


@dataclass(frozen=True)
class Arrival:
    """What somebody at the door says of themselves; no telephone number is asked."""

    name: str
    unit: str
    position: str = ""
    attends: Guest.Attends = Guest.Attends.PRESENT


@transaction.atomic
def open_door(meeting: Meeting, *, actor: User) -> str:
    """The token, for this once: only its hash is kept. Earlier codes end.

    It leads in on the meeting's own day, by the clock of the agency. RP-09: that day is not over.
    """
    meeting = not_held_yet(meeting)
    now = timezone.now()
    closes = end_of_day(meeting)
    if now >= closes:
        message = (
            f"Hari rapat, {meeting.day:%d/%m/%Y}, sudah lewat. Catat kehadiran dari daftarnya."
        )
        raise RefusedError(Problem("RP-09", "QR", message))
    meeting.doors.live(now).update(revoked_at=now)
    token = new_token()
    Door.objects.create(
        meeting=meeting, token_hash=hash_of(token), made_at=now, made_by=actor, expires_at=closes
    )
    told("open_door", meeting, actor)
    return token


@transaction.atomic
def close_door(meeting: Meeting, *, actor: User) -> None:
    """Whatever code hangs at the door leads nowhere any longer."""
    now = timezone.now()
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.doors.live(now).update(revoked_at=now):
        told("close_door", meeting, actor)


@transaction.atomic
def check_in(token: str, arrival: Arrival) -> Guest:
    """Note that somebody is there; the same person again is the same row, with the first time.

    RP-10: unknown codes, ended ones and those of another day are told alike. RP-11: a name and
    a unit. RP-12: no more people than a hall holds.
    """
    now = timezone.now()
    door = Door.objects.open_at(token, now)
    if door is None:
        raise RefusedError(no_door())
    meeting = Meeting.objects.select_for_update().get(pk=door.meeting_id)
    if meeting.held_at is not None:
        raise RefusedError(no_door())
    _refuse_unless_told(arrival, meeting)
    return record_present(
        meeting,
        Guest(
            name=arrival.name.strip(),
            unit=arrival.unit.strip(),
            position=arrival.position.strip(),
            attends=arrival.attends,
            way=Guest.Way.DOOR,
        ),
        actor=None,
    )


def no_door() -> Problem:
    message = (
        "Tautan daftar hadir ini tidak berlaku. Tautan hanya berlaku pada hari rapat, dan diganti "
        "bila QR-nya diperbarui. Pindai lagi QR di pintu, atau hubungi notulis."
    )
    return Problem("RP-10", "tautan", message)


def end_of_day(meeting: Meeting) -> datetime:
    """The midnight that ends the meeting's day, by the clock of its agency."""
    midnight = datetime.combine(meeting.day, time(), tzinfo=meeting.zone.tz)
    return midnight + timedelta(days=1)


def _refuse_unless_told(arrival: Arrival, meeting: Meeting) -> None:
    found = []
    if not identity(arrival.name, "").strip("|"):
        found.append(Problem("RP-11", "nama", "Tuliskan nama Anda."))
    if not arrival.unit.strip():
        found.append(Problem("RP-11", "unit kerja", "Pilih atau tuliskan unit kerja Anda."))
    if arrival.attends not in ATTENDS:
        found.append(Problem("RP-11", "cara hadir", "Pilih hadir di tempat atau daring."))
    if meeting.guests.count() >= MOST_GUESTS:
        message = "Daftar hadir ini sudah penuh. Hubungi notulis."
        found.append(Problem("RP-12", "daftar hadir", message))
    if found:
        raise RefusedError(*found)
