"""The letter is out: sending it is told, and completes the step that asks for it."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings.actions.serving import complete_served
from tolok.outreach.meetings.actions.telling import tell_guests
from tolok.outreach.meetings.actions.working import not_held_yet, told
from tolok.outreach.meetings.kept import paper_of
from tolok.outreach.models import Meeting
from tolok.people.models import User


@transaction.atomic
def mark_sent(meeting: Meeting, *, channel: str, actor: User) -> Meeting:
    """ "Sudah saya kirim", by the channel that was used; again where it was sent again.

    Guests who sign in hear of it in Tolok too. RP-08: only a letter that is out can have been sent.
    """
    meeting = not_held_yet(meeting)
    letter = paper_of(meeting, "UNDANGAN")
    if letter is None:
        message = "Surat undangan belum terbit. Susun drafnya, lalu terbitkan pada halaman naskah."
        raise RefusedError(Problem("RP-08", "UNDANGAN", message))
    if meeting.invited_at is None:
        meeting.invited_at, meeting.invited_by = timezone.now(), actor
        meeting.save(update_fields=["invited_at", "invited_by"])
    tell_guests(meeting, "Undangan", but=actor, occasion="undangan")
    told("mark_sent", meeting, actor, {"saluran": channel.strip(), "naskah": letter.code})
    complete_served(meeting, actor=actor, is_invitation=True)
    return meeting
