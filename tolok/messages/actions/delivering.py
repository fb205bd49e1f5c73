"""Emptying the outbox: what is due goes, once; what fails is tried again, ever more rarely.

A delivery is claimed in one transaction, sent outside of any, and settled in another. Two workers
never send the same one; one that dies while sending leaves its claim, which runs out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.messages.calling import call_webhook
from tolok.messages.failing import FAILURES, reason_of
from tolok.messages.mailing import Line, send_email
from tolok.messages.models import Delivery, EmailChannel, WebhookChannel
from tolok.messages.relevance import why_not_send, why_not_send_to_recipient

Channel, Status = Delivery.Channel, Delivery.Status

CLAIM: Final = timedelta(minutes=10)  # longer than any one sending takes
WAITS: Final = tuple(timedelta(minutes=one) for one in (5, 15, 60, 240, 720))  # between tries
MOST_AT_ONCE: Final = 500  # deliveries; the next run takes those after them
OFF: Final = "Saluran ini sudah dimatikan."


@dataclass(frozen=True)
class Tally:
    """What a run of `deliver` did."""

    sent: int = 0
    failed: int = 0
    dropped: int = 0


def deliver(now: datetime | None = None) -> Tally:
    """Everything that is due now."""
    now = now or timezone.now()
    counted: Counter[str] = Counter()
    for keys in _batches(now):
        for delivery in _deliver_batch(keys, now):
            counted[delivery.status] += 1
    return Tally(
        sent=counted[Status.SENT],
        failed=counted[Status.FAILED] + counted[Status.GIVEN_UP],
        dropped=counted[Status.DROPPED],
    )


def _batches(now: datetime) -> list[list[int]]:
    """Keys that go together: by e-mail those to one person, by webhook each alone."""
    due = Delivery.objects.due(now).select_related("message").order_by(
        "channel", "agency", "message__recipient", "pk"
    )[:MOST_AT_ONCE]  # fmt: skip
    found = []
    for (channel, _, _), rows in groupby(due, key=_addressee):
        keys = [delivery.pk for delivery in rows]
        found += [keys] if channel == Channel.EMAIL else [[key] for key in keys]
    return found


def _addressee(delivery: Delivery) -> tuple[str, int, int]:
    return delivery.channel, delivery.agency_id, delivery.message.recipient_id


def _deliver_batch(keys: Sequence[int], now: datetime) -> list[Delivery]:
    claimed = _claim(keys, now)
    worth, dropped = _sorted_out(claimed, now)
    if worth:
        try:
            _send_together(worth, now)
        except FAILURES as error:
            _settle_failed(worth, reason_of(error), now)
        else:
            _settle(worth, Status.SENT, now)
    return [*worth, *dropped]


@transaction.atomic
def _claim(keys: Sequence[int], now: datetime) -> list[Delivery]:
    """Those nobody else took in the meantime; from now on they count as tried."""
    rows = list(
        Delivery.objects.select_for_update(of=("self",))
        .due(now)
        .filter(pk__in=keys)
        .select_related("message__recipient", "agency")
        .order_by("pk")
    )
    for row in rows:
        row.claimed_until, row.tries = now + CLAIM, row.tries + 1
    Delivery.objects.bulk_update(rows, ["claimed_until", "tries"])
    return rows


def _sorted_out(
    claimed: Iterable[Delivery], now: datetime
) -> tuple[list[Delivery], list[Delivery]]:
    """Those worth sending, and those that came too late: the task is done, the office over."""
    worth, dropped = [], []
    for delivery in claimed:
        if reason := _why_not(delivery, now):
            _settle([delivery], Status.DROPPED, now, reason)
            dropped.append(delivery)
        else:
            worth.append(delivery)
    return worth, dropped


def _why_not(delivery: Delivery, now: datetime) -> str:
    if _channel_of(delivery) is None:
        return OFF
    if delivery.channel == Channel.WEBHOOK:
        return why_not_send(delivery.message)
    today = delivery.agency.zone.day_of(now)
    return why_not_send_to_recipient(delivery.message, today)


def _channel_of(delivery: Delivery) -> EmailChannel | WebhookChannel | None:
    known = EmailChannel if delivery.channel == Channel.EMAIL else WebhookChannel
    rows = known.objects.filter(agency=delivery.agency, is_on=True)
    found: EmailChannel | WebhookChannel | None = rows.select_related("agency").first()
    return found


def _send_together(batch: Sequence[Delivery], now: datetime) -> None:
    lines = [Line(one.message.title, one.message.path) for one in batch]
    match _channel_of(batch[0]):
        case EmailChannel() as channel:
            identity = "-".join(str(one.pk) for one in batch)
            send_email(channel, batch[0].message.recipient.email, lines, identity)
        case WebhookChannel() as channel:
            call_webhook(channel, lines[0], now)


def _settle_failed(batch: Sequence[Delivery], reason: str, now: datetime) -> None:
    for delivery in batch:
        if delivery.tries > len(WAITS):
            _settle([delivery], Status.GIVEN_UP, now, reason)
            continue
        delivery.status, delivery.reason = Status.FAILED, reason[:300]
        delivery.not_before = now + WAITS[delivery.tries - 1]
        delivery.claimed_until = None
        delivery.save(update_fields=["status", "reason", "not_before", "claimed_until"])


def _settle(
    batch: Sequence[Delivery], status: Delivery.Status, now: datetime, reason: str = ""
) -> None:
    for delivery in batch:
        delivery.status, delivery.reason = status, reason[:300]
        delivery.claimed_until, delivery.done_at = None, now
    Delivery.objects.bulk_update(batch, ["status", "reason", "claimed_until", "done_at"])
