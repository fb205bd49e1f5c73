"""Those who are asked and sign in hear of it in Tolok: title and link, nothing else (T35)."""

from tolok.messages.actions import Note, send
from tolok.messages.models import Message
from tolok.outreach.models import Meeting
from tolok.people.models import User


def tell_guests(meeting: Meeting, what: str, *, but: User, occasion: str = "") -> None:
    """ "Undangan", "Dibatalkan"; each guest once for an occasion, every time without one; not
    who did it."""
    note = Note(
        Message.Kind.NEWS,
        f"{what}: {meeting.name}, {meeting.day:%d/%m/%Y}",
        meeting.get_absolute_url(),
        key=f"{meeting.subject}:{occasion}" if occasion else "",
    )
    for guest in (
        meeting.guests.invited().exclude(user=None).exclude(user=but).select_related("user")
    ):
        if guest.user is not None:
            send(guest.user, note, agency=meeting.agency)
