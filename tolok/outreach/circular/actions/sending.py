"""Sending the letter: into Tolok for those who sign in, or on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from tolok.core.dates import format_date
from tolok.core.problem import Problem, RefusedError
from tolok.messages.actions import Note, send
from tolok.messages.models import Message
from tolok.organisation.clock import today_in
from tolok.outreach.circular.telling import (
    locked,
    need_letter,
    need_receiving,
    tell,
)
from tolok.outreach.circular.units import answering
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.models import Office, User
from tolok.scans.examine import Scan

Channel = Delivery.Channel


@dataclass(frozen=True)
class Expedition:
    """A copy on paper that was handed over."""

    to: str
    sent_on: date
    note: str = ""  # number in the expedition book, who carried it
    scan: Scan | None = None  # of that book's page


@transaction.atomic
def send_to_inbox(circular: Circular, pks: Iterable[int] | None = None, *, actor: User) -> int:
    """Put the letter before those who sign in for their unit; how many units that reached.

    Of all open units or of those named; units nobody signs in for are left to other channels.
    ED-07: the letter is out.
    """
    need_letter(circular)
    circular = Circular.objects.select_for_update(of=("self",)).get(pk=circular.pk)
    today = today_in(circular.agency)
    offices = answering(circular.agency, today)
    wanted = circular.addressees.unacknowledged().filter(unit__in=offices)
    if pks is not None:
        wanted = wanted.filter(pk__in=list(pks))
    rows = [_into_tolok(one, offices[one.unit_id], actor, today) for one in wanted]
    Delivery.objects.bulk_create(rows)
    for row in rows:
        _notify(offices[row.addressee.unit_id].user, circular, today)
    if rows:
        tell("send_to_inbox", circular, actor, {"unit kerja": len(rows)})
    return len(rows)


@transaction.atomic
def send_one_to_inbox(addressee: Addressee, *, actor: User) -> None:
    """ED-17: somebody signs in for the unit, and it has not acknowledged yet."""
    need_receiving(locked(addressee))
    if not send_to_inbox(addressee.circular, [addressee.pk], actor=actor):
        message = (
            f"Tidak ada yang masuk ke Tolok untuk {addressee}, atau suratnya sudah diterima. "
            "Pakai pesan atau kertas."
        )
        raise RefusedError(Problem("ED-17", str(addressee), message))


@transaction.atomic
def record_paper_delivery(addressee: Addressee, expedition: Expedition, *, actor: User) -> Delivery:
    """Note a copy that went out on paper. ED-09: not on a day that is still to come, nor before
    the letter's own date."""
    addressee = locked(addressee)
    need_receiving(addressee)
    letter = need_letter(addressee.circular)
    refuse_impossible_day(expedition.sent_on, letter.dated, today_in(addressee.circular.agency))
    scan = expedition.scan
    delivery = Delivery.objects.create(
        addressee=addressee,
        channel=Channel.PAPER,
        to=expedition.to.strip(),
        note=expedition.note.strip(),
        file_name=scan.name if scan else "",
        file_sha256=scan.sha256 if scan else "",
        file_type=scan.content_type if scan else "",
        sent_on=expedition.sent_on,
        recorded_by=actor,
        recorded_at=timezone.now(),
    )
    tell("record_paper_delivery", addressee, actor, {"kepada": delivery.to})
    return delivery


def refuse_impossible_day(day: date, earliest: date | None, today: date) -> None:
    """ED-09."""
    if day > today:
        message = f"{format_date(day)} belum terjadi. Periksa tanggalnya."
        raise RefusedError(Problem("ED-09", "tanggal", message))
    if earliest and day < earliest:
        message = (
            f"{format_date(day)} mendahului tanggal surat edaran, {format_date(earliest)}. "
            "Periksa tanggalnya."
        )
        raise RefusedError(Problem("ED-09", "tanggal", message))


def _notify(person: User, circular: Circular, today: date) -> None:
    """Title and link only (T35); once a day, however many units the person looks after."""
    occasion = f"outreach.circular:{circular.pk}:{today}"
    path = reverse("outreach:received")
    note = Note(Message.Kind.NEWS, str(circular), path, occasion)
    send(person, note, agency=circular.agency)


def _into_tolok(addressee: Addressee, office: Office, actor: User, today: date) -> Delivery:
    return Delivery(
        addressee=addressee,
        channel=Channel.INBOX,
        to=f"{office.user.name}, {office.acting_title}",
        sent_on=today,
        recorded_by=actor,
        recorded_at=timezone.now(),
    )
