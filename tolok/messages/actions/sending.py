"""Telling somebody something: at once in Tolok, by the channels as they and the agency chose.

send(person, Note(Message.Kind.NEWS, "Impor selesai", "/data/impor/7/"), agency=agency)
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.reminding import digest_moment
from tolok.cycle.calendars import calendar_of
from tolok.messages.models import Choice, Delivery, EmailChannel, Message, WebhookChannel
from tolok.messages.models.messages import LONGEST_TITLE
from tolok.organisation.models import Agency
from tolok.people.models import User

Rhythm = Choice.Rhythm
_CUT: Final = "…"


@dataclass(frozen=True)
class Note:
    """What is told. Names of persons, figures and reasons stay on the page it leads to (T35)."""

    kind: Message.Kind
    title: str
    path: str  # of a page in Tolok
    key: str = ""  # the occasion: each person is told once of each; "" is always new


@transaction.atomic
def send(
    person: User, note: Note, *, agency: Agency, now: datetime | None = None
) -> Message | None:
    """None when this person was told of the occasion before."""
    now = now or timezone.now()
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    mine = Message.objects.filter(recipient=person, agency=agency)
    if note.key and mine.filter(key=note.key).exists():
        return None
    message = Message.objects.create(
        agency=agency,
        kind=note.kind,
        title=shortened(note.title),
        path=note.path,
        key=note.key,
        recipient=person,
        made_at=now,
    )
    _send_by_email(message, now)
    _send_by_webhook(message, now)
    return message


def shortened(title: str) -> str:
    """One line that fits."""
    line = " ".join(title.split())
    if len(line) <= LONGEST_TITLE:
        return line
    return line[: LONGEST_TITLE - len(_CUT)].rstrip() + _CUT


def _send_by_email(message: Message, now: datetime) -> None:
    if not EmailChannel.objects.in_use(message.agency).exists():
        return
    rhythm = Choice.objects.of(message.recipient).rhythm
    is_overdue = Message.Kind(message.kind).is_overdue
    if rhythm == Rhythm.NEVER or (rhythm == Rhythm.OVERDUE and not is_overdue):
        return
    at = now if rhythm == Rhythm.AT_ONCE else _next_digest(message, now)
    _put_in_outbox(message, Delivery.Channel.EMAIL, at)


def _send_by_webhook(message: Message, now: datetime) -> None:
    """Once for each occasion: the room of a chat needs to hear it once, not once a person."""
    if not WebhookChannel.objects.in_use(message.agency).exists():
        return
    told = Delivery.objects.filter(channel=Delivery.Channel.WEBHOOK, agency=message.agency)
    if not (message.key and told.filter(topic=message.key).exists()):
        _put_in_outbox(message, Delivery.Channel.WEBHOOK, now)


def _put_in_outbox(message: Message, channel: Delivery.Channel, not_before: datetime) -> None:
    Delivery.objects.create(
        message=message,
        agency=message.agency,
        channel=channel,
        topic=message.key or f"#{message.pk}",
        not_before=not_before,
    )


def _next_digest(message: Message, now: datetime) -> datetime:
    """With what waits already, else as PI-06 says."""
    mine = Delivery.objects.by_email_to(message.recipient, message.agency)
    waiting = mine.filter(status=Delivery.Status.WAITING).order_by("not_before").last()
    if waiting:
        return max(now, waiting.not_before)
    return digest_moment(
        now,
        message.agency.zone,
        calendar_of(message.agency),
        last=_day_of_last_digest(message),
    )


def _day_of_last_digest(message: Message) -> date | None:
    mine = Delivery.objects.by_email_to(message.recipient, message.agency)
    sent = mine.filter(status=Delivery.Status.SENT).order_by("done_at").last()
    if sent is None or sent.done_at is None:
        return None
    return message.agency.zone.day_of(sent.done_at)
