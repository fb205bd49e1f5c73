"""A unit acknowledges the letter: signed in, through its link, or on a signed sheet."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.outreach.circular.actions.messages import refuse_acknowledged
from tolok.outreach.circular.actions.sending import refuse_impossible_day
from tolok.outreach.circular.telling import (
    locked,
    need_letter,
    need_receiving,
    tell,
)
from tolok.outreach.circular.units import Ppk, units_of
from tolok.outreach.models import Addressee, Delivery, PpkAnswer, Receipt, ReceiptLink
from tolok.people.models import User
from tolok.scans.examine import Scan

Says = PpkAnswer.Says
Way = Receipt.Way


@dataclass(frozen=True)
class Answer:
    """What a unit says when it acknowledges."""

    name: str
    position: str
    pic_name: str = ""
    pic_position: str = ""
    pic_address: str = ""
    confirmed: tuple[Ppk, ...] = ()
    removed: tuple[Ppk, ...] = ()  # no longer PPK there: a proposal
    added: tuple[str, ...] = ()  # names of others: a proposal each


@dataclass(frozen=True)
class OnPaper:
    """The signed sheet that came back."""

    received_on: date
    scan: Scan


@dataclass(frozen=True)
class _Recorded:
    """How a receipt came, and who keyed it in."""

    way: Receipt.Way
    actor: User | None
    paper: OnPaper | None = field(default=None)


@transaction.atomic
def acknowledge_by_link(token: str, answer: Answer) -> Receipt:
    """Without an account. ED-10: unknown, expired and revoked links are told alike."""
    link = ReceiptLink.objects.openable(token, timezone.now()).first()
    if link is None:
        message = "Tautan ini tidak berlaku. Minta tautan baru ke unit pengadaan."
        raise RefusedError(Problem("ED-10", "tautan", message))
    return _keep(link.addressee, answer, _Recorded(Way.LINK, None))


@transaction.atomic
def acknowledge(addressee: Addressee, answer: Answer, *, actor: User) -> Receipt:
    """Signed in. ED-13: by the penanggung jawab kinerja or the head of that unit."""
    agency = addressee.circular.agency
    if addressee.unit_id not in units_of(actor, agency, today_in(agency)):
        message = f"{actor} tidak memegang jabatan yang menjawab untuk {addressee}."
        raise RefusedError(Problem("ED-13", str(addressee), message))
    return _keep(addressee, answer, _Recorded(Way.SIGNED_IN, actor))


@transaction.atomic
def record_paper_receipt(
    addressee: Addressee, answer: Answer, paper: OnPaper, *, actor: User
) -> Receipt:
    """The Koordinator keys in a signed sheet. ED-09: on a day that has been."""
    letter = need_letter(addressee.circular)
    today = today_in(addressee.circular.agency)
    refuse_impossible_day(paper.received_on, letter.dated, today)
    receipt = _keep(addressee, answer, _Recorded(Way.PAPER, actor, paper))
    if not addressee.deliveries.sent().exists():  # what came back signed went out on paper
        Delivery.objects.create(
            addressee=addressee,
            channel=Delivery.Channel.PAPER,
            to=f"{receipt.name}, {receipt.position}",
            sent_on=receipt.received_on,
            recorded_by=actor,
            recorded_at=receipt.recorded_at,
        )
    return receipt


@transaction.atomic
def undo_receipt(addressee: Addressee, *, reason: str, actor: User) -> None:
    """Take back a receipt that was given by mistake; the unit may acknowledge anew.

    ED-14: with a reason. What it said stays in the trail.
    """
    addressee = locked(addressee)
    if not reason.strip():
        raise RefusedError(Problem("ED-14", "alasan", "Tuliskan mengapa tanda terima ditarik."))
    receipt = Receipt.objects.filter(addressee=addressee).first()
    if receipt is None:
        message = f"{addressee} belum menerima, jadi tidak ada yang ditarik."
        raise RefusedError(Problem("ED-14", str(addressee), message))
    told = _as_told(receipt) | {"alasan": reason.strip()}
    receipt.delete()
    tell("undo_receipt", addressee, actor, told)


def _keep(addressee: Addressee, answer: Answer, recorded: _Recorded) -> Receipt:
    """ED-12: who received it is named, and unless it came on paper who is answerable too."""
    addressee = locked(addressee)
    need_receiving(addressee)
    need_letter(addressee.circular)
    refuse_acknowledged(addressee)
    _refuse_unnamed(answer, recorded.way)
    paper, today = recorded.paper, today_in(addressee.circular.agency)
    receipt = Receipt.objects.create(
        addressee=addressee,
        way=recorded.way,
        name=answer.name.strip(),
        position=answer.position.strip(),
        received_on=paper.received_on if paper else today,
        pic_name=answer.pic_name.strip(),
        pic_position=answer.pic_position.strip(),
        pic_address=answer.pic_address.strip(),
        file_name=paper.scan.name if paper else "",
        file_sha256=paper.scan.sha256 if paper else "",
        file_type=paper.scan.content_type if paper else "",
        recorded_by=recorded.actor,
        recorded_at=timezone.now(),
    )
    _keep_ppks(receipt, answer)
    _must_have_been_sent(addressee, receipt)
    tell("acknowledge", addressee, recorded.actor, _as_told(receipt))
    return receipt


def _refuse_unnamed(answer: Answer, way: Receipt.Way) -> None:
    asked = {"nama": answer.name, "jabatan": answer.position}
    if way != Way.PAPER:
        asked |= {
            "nama penanggung jawab kinerja": answer.pic_name,
            "nomor telepon atau surel": answer.pic_address,
        }
    empty = [label for label, given in asked.items() if not given.strip()]
    if empty:
        raise RefusedError(*(Problem("ED-12", label, "Masih kosong.") for label in empty))


def _keep_ppks(receipt: Receipt, answer: Answer) -> None:
    known = [(one, Says.CONFIRMED) for one in answer.confirmed]
    known += [(one, Says.REMOVED) for one in answer.removed]
    rows = [PpkAnswer(receipt=receipt, name=p.name, nip=p.nip, says=says) for p, says in known]
    names = dict.fromkeys(name.strip() for name in answer.added if name.strip())
    rows += [PpkAnswer(receipt=receipt, name=name, says=Says.ADDED) for name in names]
    PpkAnswer.objects.bulk_create(rows)


def _must_have_been_sent(addressee: Addressee, receipt: Receipt) -> None:
    """What was prepared with a link has evidently arrived."""
    prepared = addressee.deliveries.prepared().filter(link__isnull=False)
    prepared.update(sent_on=receipt.received_on, recorded_at=receipt.recorded_at)


def _as_told(receipt: Receipt) -> dict[str, object]:
    return {
        "cara": receipt.get_way_display(),
        "diterima oleh": f"{receipt.name}, {receipt.position}",
        "tanggal": receipt.received_on,
        "penanggung jawab kinerja": receipt.pic_name,
        "berkas": receipt.file_sha256,
    }
