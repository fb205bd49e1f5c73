"""The circular: drafted beside the plan, issued after its approval, sent and acknowledged.

Its draft goes to the leaders with the plan (KT1.vi, JW4); it is sent at KT1.vii and JW7. Half of
the units have answered a day later, one of them on paper; the step does not wait for the others.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from tolok.demo.generator.dice import Dice
from tolok.demo.generator.names import person_name
from tolok.demo.journey.sheets import scanned
from tolok.demo.journey.stage import Stage
from tolok.outreach.circular import actions
from tolok.outreach.circular.actions import Answer, OnPaper, Prepared, Wording
from tolok.outreach.circular.forms import wording_form
from tolok.outreach.circular.units import known_ppks
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.models import Role
from tolok.workflow.models import Task

CONTACT: Final = "Sekretariat Tim Pengelola Kinerja, 0999 900900"
REPLY: Final = timedelta(days=10)
NO_PROCUREMENT: Final = "Tidak mengadakan barang/jasa sendiri; dilayani sekretariat daerah."
MOST_SENT_ON: Final = 2  # the last unit on the list is left out when there are more than these
ON_PAPER: Final = "Tanda terima surat edaran"


def draft_circular(stage: Stage) -> Circular:
    """The proposed letter, with the usual words, by the plan as it stands."""
    usual = wording_form(stage.year, None).initial
    wording = Wording(
        opening=usual["opening"],
        closing=usual["closing"],
        signer_role=Role(usual["signer_role"]),
        reply_by=stage.clock.today + REPLY,
        contact=CONTACT,
        copies=usual["copies"],
    )
    return actions.save_circular(stage.year, wording, actor=stage.coordinator)


def send_circular(stage: Stage, task: Task) -> None:
    """Issued with the approved plan, sent to every unit, and the step is done."""
    del task
    circular = draft_circular(stage)
    actions.issue_circular(circular, dated=stage.clock.today, actor=stage.coordinator)
    stage.clock.later(hours=1)
    prepared = _send(stage, circular)
    stage.clock.go_on(1, stage.calendar)
    _acknowledge_half(stage, prepared)
    if silent := circular.addressees.open().first():
        _acknowledge_on_paper(stage, silent)
    actions.complete_circular(circular, actor=stage.coordinator)


def _send(stage: Stage, circular: Circular) -> tuple[Prepared, ...]:
    """In Tolok where somebody signs in for the unit, by WhatsApp to the others; one is left out.

    Gives the messages, whose links the units use.
    """
    who, units = stage.coordinator, list(circular.addressees.all())
    if len(units) > MOST_SENT_ON:
        actions.leave_out(units[-1], reason=NO_PROCUREMENT, actor=who)
    actions.send_to_inbox(circular, actor=who)
    others = list(circular.addressees.unsent().values_list("pk", flat=True))
    prepared = actions.prepare_messages(circular, others, Delivery.Channel.WHATSAPP, actor=who)
    actions.confirm_all_sent(circular, actor=who)
    return prepared


def _acknowledge_half(stage: Stage, prepared: Sequence[Prepared]) -> None:
    """Every other unit uses its link; of these, the first asks for a PPK of its own."""
    for number, one in enumerate(prepared[::2]):
        ppks = known_ppks(one.addressee, stage.clock.today)
        answer = _answer(one.addressee, added="" if number else "Peladi Sumantoro")
        actions.acknowledge_by_link(one.token, Answer(**vars(answer) | {"confirmed": ppks}))


def _acknowledge_on_paper(stage: Stage, addressee: Addressee) -> None:
    """One unit sends its signed sheet."""
    day = stage.clock.today
    scan = scanned(ON_PAPER, [addressee.unit.name], signed="Sekretaris", day=day)
    paper, answer = OnPaper(day, scan), _answer(addressee)
    actions.record_paper_receipt(addressee, answer, paper, actor=stage.coordinator)


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
