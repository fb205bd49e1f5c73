"""HADIR: the list to be signed, and after the meeting the list of those who came, with times."""

from typing import Final, Literal, cast

from tolok.archive.letterhead import kop_of, place_of
from tolok.core.dates import format_time
from tolok.documents.hadir_attendance import Facts
from tolok.documents.hadir_attendance import Guest as Printed
from tolok.documents.parts import Dated
from tolok.outreach.meetings.papers.setting import DRAFT, meeting_of, signer_as
from tolok.outreach.models import Guest, Meeting

BLANK_ROWS: Final = 8  # for those who come without being asked


def attendance_facts(meeting: Meeting) -> Facts:
    is_over = meeting.held_at is not None
    rows = _who_came(meeting) if is_over else _to_be_signed(meeting)
    return Facts(
        issue=DRAFT,
        kop=kop_of(meeting.agency),
        meeting=meeting_of(meeting),
        guests=rows,
        blank_rows=0 if is_over else BLANK_ROWS,
        signed=Dated(place_of(meeting.agency), meeting.day),
        signers=(
            signer_as(meeting.chair, "Pimpinan rapat"),
            signer_as(meeting.minute_taker, "Notulis"),
        ),
    )


def _to_be_signed(meeting: Meeting) -> tuple[Printed, ...]:
    """A row a seat, so that whom a unit sends can sign."""
    return tuple(
        _printed(guest, "", "") for guest in meeting.guests.invited() for _ in range(guest.seats)
    )


def _who_came(meeting: Meeting) -> tuple[Printed, ...]:
    """A unit that sent somebody by name needs no nameless row."""
    guests = list(meeting.guests.all())
    sent = {one.unit for one in guests if one.is_present}
    return tuple(
        _printed(one, one.attends, came_at(one))
        for one in guests
        if one.name or one.unit not in sent
    )


def came_at(guest: Guest) -> str:
    """ "08.52 WITA, QR": when it was noted, and that nobody had to write it down."""
    if not (guest.is_present and guest.came_at):
        return ""
    clock = format_time(guest.came_at, guest.meeting.zone)
    return f"{clock}, QR" if guest.way == Guest.Way.DOOR else clock


def _printed(guest: Guest, attends: str, came: str) -> Printed:
    return Printed(
        name=guest.name,
        nip=guest.nip,
        office=guest.position,
        unit=guest.unit,
        phone="",
        attends=cast('Literal["", "hadir", "daring", "tidak hadir"]', attends),
        came=came,
    )
