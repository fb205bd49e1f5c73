"""The demo agency's circular, from its draft to half of its receipts, by the actions people use.

Each function is one deed of KT1.vi and KT1.vii (JW5 and JW7).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from tolok.cycle.models import FiscalYear
from tolok.demo.generator.dice import Dice
from tolok.demo.generator.names import person_name
from tolok.outreach.circular.actions import (
    Answer,
    OnPaper,
    Prepared,
    Wording,
    acknowledge_by_link,
    confirm_all_sent,
    leave_out,
    prepare_messages,
    record_paper_receipt,
    save_circular,
    send_to_inbox,
)
from tolok.outreach.circular.forms import wording_form
from tolok.outreach.circular.units import known_ppks
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.models import Role, User
from tolok.scans.examine import Scan

CONTACT: Final = "Sekretariat Tim Pengelola Kinerja, 0999 900900"
REPLY: Final = timedelta(days=10)
NO_PROCUREMENT: Final = "Tidak mengadakan barang/jasa sendiri; dilayani sekretariat daerah."
MOST_SENT_ON: Final = 2  # the last unit on the list is left out when there are more than these


def draft_circular(year: FiscalYear, *, today: date, actor: User) -> Circular:
    """With the usual words, while the plan waits for its approval."""
    usual = wording_form(year, None).initial
    wording = Wording(
        opening=usual["opening"],
        closing=usual["closing"],
        signer_role=Role(usual["signer_role"]),
        reply_by=today + REPLY,
        contact=CONTACT,
        copies=usual["copies"],
    )
    return save_circular(year, wording, actor=actor)


def send_circular(circular: Circular, *, actor: User) -> tuple[Prepared, ...]:
    """In Tolok where somebody signs in for the unit, by WhatsApp to the others; one is left out.

    Gives the messages, whose links the units use.
    """
    units = list(circular.addressees.all())
    if len(units) > MOST_SENT_ON:
        leave_out(units[-1], reason=NO_PROCUREMENT, actor=actor)
    send_to_inbox(circular, actor=actor)
    others = list(circular.addressees.unsent().values_list("pk", flat=True))
    prepared = prepare_messages(circular, others, Delivery.Channel.WHATSAPP, actor=actor)
    confirm_all_sent(circular, actor=actor)
    return prepared


def acknowledge_half(prepared: Sequence[Prepared], *, day: date) -> None:
    """Every other unit uses its link; of these, the first asks for a PPK of its own."""
    for number, one in enumerate(prepared[::2]):
        ppks = known_ppks(one.addressee, day)
        answer = _answer(one.addressee, added="" if number else "Peladi Sumantoro")
        acknowledge_by_link(one.token, Answer(**vars(answer) | {"confirmed": ppks}))


def acknowledge_on_paper(addressee: Addressee, scan: Scan, *, day: date, actor: User) -> None:
    """One unit sends its signed sheet."""
    paper = OnPaper(day, scan)
    record_paper_receipt(addressee, _answer(addressee), paper, actor=actor)


def _answer(addressee: Addressee, *, added: str = "") -> Answer:
    dice = Dice("surat edaran", addressee.unit.code)
    return Answer(
        name=person_name(dice),
        position=f"Sekretaris {addressee.unit.name}"[:200],
        pic_name=person_name(dice),
        pic_position="Kepala Subbagian Perencanaan",
        pic_address=f"0999 {dice.randint(1000, 9999)} 0000",
        added=(added,) if added else (),
    )
