"""NOTULA: what was said on each point, what was decided, who does what."""

from typing import Final

from tolok.archive.letterhead import kop_of
from tolok.core.blank import lines_of
from tolok.core.meetings import remarks_in
from tolok.documents.notula_minutes import Facts, Remark, Topic
from tolok.outreach.meetings.papers.setting import (
    DRAFT,
    follow_ups_of,
    invitation_of,
    meeting_of,
    name_of,
    photos_of,
    signer_as,
    title_of,
)
from tolok.outreach.models import AgendaItem, Meeting

OPENED: Final = "Rapat dibuka oleh pimpinan rapat."
CLOSED: Final = "Rapat ditutup oleh pimpinan rapat."
ANNEXED: Final = "Daftar hadir merupakan bagian yang tidak terpisahkan dari notula ini."


def minutes_facts(meeting: Meeting) -> Facts:
    minutes = meeting.minutes
    return Facts(
        issue=DRAFT,
        kop=kop_of(meeting.agency),
        name=meeting.name,
        invitation=invitation_of(meeting),
        meeting=meeting_of(meeting),
        chair=title_of(meeting.chair),
        secretary="",
        note_taker=name_of(meeting.minute_taker),
        participants=participants(meeting),
        invited=seats_asked(meeting),
        present=meeting.guests.present().count(),
        opening=minutes.opening or OPENED,
        topics=tuple(_topic(one) for one in meeting.agenda.all() if _was_discussed(one)),
        decisions=lines_of(minutes.decisions),
        follow_ups=follow_ups_of(meeting),
        closing=f"{minutes.closing or CLOSED} {ANNEXED}",
        signers=(
            signer_as(meeting.chair, "Pimpinan rapat"),
            signer_as(meeting.minute_taker, "Notulis"),
        ),
        photos=photos_of(meeting),
    )


def seats_asked(meeting: Meeting) -> int:
    return sum(one.seats for one in meeting.guests.invited())


def participants(meeting: Meeting) -> tuple[str, ...]:
    """By audience, or by who was there."""
    if meeting.is_workshop:
        return units_there(meeting)
    return tuple(one.get_audience_display() for one in meeting.audiences.all())


def units_there(meeting: Meeting) -> tuple[str, ...]:
    """The units of those who came, in the order of the list."""
    units = meeting.guests.present().values_list("unit", flat=True)
    return tuple(dict.fromkeys(filter(None, units)))


def _was_discussed(item: AgendaItem) -> bool:
    return bool(item.presented or item.remarks or item.conclusion)


def _topic(item: AgendaItem) -> Topic:
    return Topic(
        title=item.topic,
        presented=item.presented or f"Disampaikan oleh {item.speaker or 'pimpinan rapat'}.",
        remarks=tuple(
            Remark(one.speaker or "Peserta", one.words) for one in remarks_in(item.remarks)
        ),
        conclusion=item.conclusion,
    )
