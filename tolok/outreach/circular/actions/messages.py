"""Messages with a link: prepared here, sent by hand, and then said to be sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.outreach.circular.telling import (
    locked,
    need_letter,
    need_receiving,
    tell,
)
from tolok.outreach.models import Addressee, Circular, Delivery, ReceiptLink
from tolok.people.models import User
from tolok.people.models.links import hash_of, new_token

VALID_FOR: Final = timedelta(days=60)
Channel = Delivery.Channel
MESSAGES: Final = (Channel.EMAIL, Channel.WHATSAPP)


@dataclass(frozen=True)
class Prepared:
    """A message that may be copied now: its token is shown this once and kept nowhere."""

    delivery: Delivery
    token: str

    @property
    def addressee(self) -> Addressee:
        return self.delivery.addressee


@transaction.atomic
def prepare_message(addressee: Addressee, channel: Channel, *, actor: User) -> Prepared:
    """A new link for a unit; whatever link it had before leads nowhere from now on.

    ED-07: the letter is out. ED-08: the unit is not left out. ED-11: it has not acknowledged.
    """
    addressee = locked(addressee)
    need_receiving(addressee)
    refuse_acknowledged(addressee)
    prepared = _prepared(addressee.circular, [addressee], channel, actor)[0]
    tell("prepare_message", addressee, actor, {"saluran": channel.label})
    return prepared


@transaction.atomic
def prepare_messages(
    circular: Circular, pks: Iterable[int], channel: Channel, *, actor: User
) -> tuple[Prepared, ...]:
    """The same for many at once; those that acknowledged or are left out are passed over."""
    circular = Circular.objects.select_for_update(of=("self",)).get(pk=circular.pk)
    open_ = circular.addressees.unacknowledged().filter(pk__in=list(pks)).select_related("unit")
    prepared = _prepared(circular, list(open_), channel, actor)
    if prepared:
        told = {"unit kerja": len(prepared), "saluran": channel.label}
        tell("prepare_messages", circular, actor, told)
    return prepared


@transaction.atomic
def confirm_sent(delivery: Delivery, *, actor: User) -> Delivery:
    """ "Sudah saya kirim": from today on it counts as sent. A second time changes nothing."""
    addressee = locked(delivery.addressee)
    delivery = addressee.deliveries.select_for_update().get(pk=delivery.pk)
    if delivery.is_sent:
        return delivery
    delivery.sent_on = today_in(addressee.circular.agency)
    delivery.recorded_by, delivery.recorded_at = actor, timezone.now()
    delivery.save(update_fields=["sent_on", "recorded_by", "recorded_at"])
    told = {"saluran": delivery.get_channel_display(), "kepada": delivery.to}
    tell("confirm_sent", addressee, actor, told)
    return delivery


@transaction.atomic
def confirm_all_sent(circular: Circular, *, actor: User) -> int:
    """Everything that was prepared went out, as after a mail merge."""
    circular = Circular.objects.select_for_update(of=("self",)).get(pk=circular.pk)
    prepared = Delivery.objects.prepared().filter(addressee__circular=circular)
    count = prepared.update(
        sent_on=today_in(circular.agency), recorded_by=actor, recorded_at=timezone.now()
    )
    if count:
        tell("confirm_all_sent", circular, actor, {"unit kerja": count})
    return count


@transaction.atomic
def revoke_links(addressee: Addressee, *, actor: User) -> int:
    """Its links lead nowhere any longer; how many that were."""
    addressee = locked(addressee)
    count = _end_links([addressee], timezone.now())
    if count:
        tell("revoke_links", addressee, actor, {"tautan dicabut": count})
    return count


def refuse_acknowledged(addressee: Addressee) -> None:
    """ED-11: a unit acknowledges once."""
    if hasattr(addressee, "receipt"):
        message = f"{addressee} sudah menerima surat edaran ini."
        raise RefusedError(Problem("ED-11", str(addressee), message))


def _prepared(
    circular: Circular, addressees: list[Addressee], channel: Channel, actor: User
) -> tuple[Prepared, ...]:
    need_letter(circular)
    if channel not in MESSAGES:
        raise ValueError(f"no message goes by {channel}")
    now = timezone.now()
    _end_links(addressees, now)
    tokens = [new_token() for _ in addressees]
    pairs = list(zip(addressees, tokens, strict=True))
    links = ReceiptLink.objects.bulk_create(
        ReceiptLink(
            addressee=one,
            token_hash=hash_of(token),
            made_at=now,
            made_by=actor,
            expires_at=now + VALID_FOR,
        )
        for one, token in pairs
    )
    deliveries = Delivery.objects.bulk_create(
        Delivery(
            addressee=one,
            channel=channel,
            to=_to(one),
            link=link,
            recorded_by=actor,
            recorded_at=now,
        )
        for one, link in zip(addressees, links, strict=True)
    )
    return tuple(map(Prepared, deliveries, tokens))


def _to(addressee: Addressee) -> str:
    named = (addressee.contact_name, addressee.contact_position, addressee.contact_address)
    return ", ".join(filter(None, named))[:300] or addressee.unit.name


def _end_links(addressees: Iterable[Addressee], now: datetime) -> int:
    """And what was prepared with them and never sent is forgotten."""
    pks = [one.pk for one in addressees]
    Delivery.objects.prepared().filter(addressee__in=pks).delete()
    return ReceiptLink.objects.live(now).filter(addressee__in=pks).update(revoked_at=now)
