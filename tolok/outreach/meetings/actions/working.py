"""What every change of a meeting goes through: it is locked, and the trail is told."""

from collections.abc import Mapping

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.models import Meeting
from tolok.people.models import User
from tolok.trail.record import record


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now. RP-01: what was called off is left as it was."""
    now = Meeting.objects.select_for_update().select_related(None).get(pk=meeting.pk)
    if now.cancelled_at is not None:
        message = f"{now.name} dibatalkan: {now.cancel_reason} Rencanakan rapat baru."
        raise RefusedError(Problem("RP-01", "rapat", message))
    return now


def not_held_yet(meeting: Meeting) -> Meeting:
    """RP-02: what was held stays as the letter called it."""
    now = locked(meeting)
    if now.held_at is not None:
        message = (
            f"{now.name} sudah dinyatakan terlaksana. Batalkan pernyataan itu dahulu bila keliru."
        )
        raise RefusedError(Problem("RP-02", "rapat", message))
    return now


def told(
    event: str, meeting: Meeting, actor: User | None, after: Mapping[str, object] | None = None
) -> None:
    """The line in the trail; called last."""
    record(
        f"outreach.{event}",
        actor=actor,
        subject=f"{meeting.get_kind_display()} TA {meeting.year}: {meeting}",
        agency=meeting.agency,
        after=after,
    )
