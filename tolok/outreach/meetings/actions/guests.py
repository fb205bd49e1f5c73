"""Whom a meeting asks: found from the offices, or typed."""

from collections.abc import Iterable

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings.actions.working import locked, not_held_yet, told
from tolok.outreach.meetings.audiences import Asked, suggested
from tolok.outreach.models import Guest, Meeting
from tolok.people.models import User

MOST_SEATS = 500  # in one row: more is a slip of the keyboard


def prefill_guests(meeting: Meeting, *, actor: User) -> int:
    """Ask everybody the audience is made of who is not asked yet; gives how many that were."""
    return invite(meeting, suggested(meeting), actor=actor)


@transaction.atomic
def invite(meeting: Meeting, asked: Iterable[Asked], *, actor: User) -> int:
    """Put people on the list; who stands there already stays as they are. RP-06: each has a name
    or a unit, and a sensible number of seats."""
    meeting = not_held_yet(meeting)
    wanted = list({one.identity: one for one in asked}.values())
    _refuse_unless_readable(wanted)
    known = set(meeting.guests.values_list("identity", flat=True))
    new = [_guest(meeting, one) for one in wanted if one.identity not in known]
    Guest.objects.bulk_create(new)
    came = [one.identity for one in wanted if one.identity in known]
    meeting.guests.of_identities(came).update(is_invited=True)
    if new:
        told("invite", meeting, actor, {"ditambahkan": [str(one) for one in new]})
    return len(new)


@transaction.atomic
def remove_guest(guest: Guest, *, actor: User) -> None:
    """Off the list. RP-07: who was there stays, unless the meeting is not settled yet."""
    meeting = locked(guest.meeting)
    if guest.is_present and meeting.held_at:
        message = f"{guest} tercatat hadir pada rapat yang sudah dinyatakan terlaksana."
        raise RefusedError(Problem("RP-07", str(guest), message))
    name = str(guest)
    guest.delete()
    told("remove_guest", meeting, actor, {"dikeluarkan": name})


def _refuse_unless_readable(wanted: Iterable[Asked]) -> None:
    for one in wanted:
        if not (one.name.strip() or one.unit.strip()):
            message = "Tuliskan nama orang, atau unit kerja yang mengirim wakilnya."
            raise RefusedError(Problem("RP-06", "yang diundang", message))
        if not 1 <= one.seats <= MOST_SEATS:
            message = f"Jumlah orang {one.seats} tidak masuk akal; isi 1 sampai {MOST_SEATS}."
            raise RefusedError(Problem("RP-06", "jumlah orang", message))


def _guest(meeting: Meeting, one: Asked) -> Guest:
    user = one.office.user if one.office else None
    return Guest(
        meeting=meeting,
        user=user,
        office=one.office,
        name=one.name.strip(),
        nip=user.nip if user else "",
        position=one.position.strip(),
        unit=one.unit.strip(),
        seats=one.seats,
        identity=one.identity,
    )
