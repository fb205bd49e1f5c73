"""Who came: ticked by the minute-taker, added, or noted at the door."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tolok.core.meetings import identity
from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.outreach.meetings.actions.working import locked, told
from tolok.outreach.meetings.audiences import Asked
from tolok.outreach.models import Guest, Meeting
from tolok.people.models import User

Attends = Guest.Attends


@dataclass(frozen=True)
class Noted:
    """What the minute-taker notes of one on the list; a unit's delegate gets a name."""

    attends: Attends
    name: str = ""


@transaction.atomic
def note_attendance(meeting: Meeting, noted: Mapping[int, Noted], *, actor: User) -> int:
    """Tick the list; gives how many rows changed. RP-13: it is noted on the day or after, and
    whoever came has a name."""
    meeting = _begun(meeting)
    guests = {one.pk: one for one in meeting.guests.select_for_update().filter(pk__in=noted)}
    changed = [one for pk, one in guests.items() if _apply(one, noted[pk])]
    nameless = [one for one in changed if one.is_present and not one.name]
    if nameless:
        message = f"Tuliskan siapa yang hadir untuk {nameless[0].unit}."
        raise RefusedError(Problem("RP-13", nameless[0].unit, message))
    _refuse_twins(meeting, changed)
    for one in changed:
        one.save()
    if changed:
        told("note_attendance", meeting, actor, {str(one): one.attends for one in changed})
    return len(changed)


@transaction.atomic
def add_guest_present(
    meeting: Meeting, one: Asked, *, attends: Attends = Attends.PRESENT, actor: User
) -> Guest:
    """Somebody who came and is on no list, or is: then that row says so."""
    meeting = _begun(meeting)
    if not one.name.strip():
        raise RefusedError(Problem("RP-13", "nama", "Tuliskan siapa yang hadir."))
    guest = Guest(
        name=one.name.strip(),
        unit=one.unit.strip(),
        position=one.position.strip(),
        attends=attends,
        way=Guest.Way.LIST,
    )
    return record_present(meeting, guest, actor=actor)


def record_present(meeting: Meeting, seen: Guest, *, actor: User | None) -> Guest:
    """The row of this person, noted as present; a second time changes nothing.

    A full name that only one of the invited bears is that one, whatever unit was typed.
    """
    found = _known(meeting, seen) or Guest(
        meeting=meeting,
        name=seen.name,
        unit=seen.unit,
        position=seen.position,
        identity=identity(seen.name, seen.unit),
        is_invited=False,
    )
    if found.is_present:
        return found
    found.attends, found.way, found.came_at = seen.attends, seen.way, timezone.now()
    found.save()
    told("check_in", meeting, actor, {"hadir": str(found), "unit": found.unit, "cara": found.way})
    return found


def _known(meeting: Meeting, seen: Guest) -> Guest | None:
    wanted = identity(seen.name, seen.unit)
    exact = meeting.guests.filter(identity=wanted).first()
    if exact:
        return exact
    name = wanted.partition("|")[0]
    if " " not in name:
        return None  # one word is not enough to know a person by
    bearers = list(meeting.guests.invited().filter(identity__startswith=f"{name}|")[:2])
    return bearers[0] if len(bearers) == 1 else None


def _apply(guest: Guest, noted: Noted) -> bool:
    name = guest.name or noted.name.strip()
    if (guest.attends, guest.name) == (noted.attends, name):
        return False
    if name != guest.name:
        guest.name, guest.identity = name, identity(name, guest.unit)
    if guest.attends != noted.attends:
        guest.attends = noted.attends
        guest.came_at = timezone.now() if guest.is_present else None
        guest.way = Guest.Way.LIST if guest.is_present else ""
    return True


def _begun(meeting: Meeting) -> Meeting:
    meeting = locked(meeting)
    if not meeting.has_come(today_in(meeting.agency)):
        message = f"Rapat baru berlangsung pada {meeting.day:%d/%m/%Y}; kehadiran dicatat hari itu."
        raise RefusedError(Problem("RP-13", "kehadiran", message))
    return meeting


def _refuse_twins(meeting: Meeting, changed: list[Guest]) -> None:
    """RP-07: a delegate who is on the list already is not written down twice."""
    for one in changed:
        twin = meeting.guests.filter(identity=one.identity).exclude(pk=one.pk).first()
        if twin:
            message = f"{one.name} dari {one.unit} sudah ada dalam daftar. Tandai barisnya."
            raise RefusedError(Problem("RP-07", one.name, message))
