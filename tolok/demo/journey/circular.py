"""The circular: drafted beside the plan, issued after its approval, sent and acknowledged.

Its draft goes to the leaders with the plan (KT1.vi, JW4); it is sent at KT1.vii and JW7. Most
units answer within the days after, one signed in, one on paper, the others by their links; a few
have not by then, and the step does not wait for them.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from tolok.demo.journey.sheets import scanned
from tolok.demo.journey.stage import Stage
from tolok.outreach.circular import actions
from tolok.outreach.circular.units import known_ppks
from tolok.outreach.circular.words import CLOSING, COPIES, OPENING
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.models import Role
from tolok.workflow.models import Task

TO_ANSWER: Final = timedelta(days=14)
ANSWERED: Final = 6  # by their links, of those there are
POSITION: Final = "Sekretaris"


def draft_circular(stage: Stage) -> None:
    """The proposed letter, by the plan as it stands."""
    organisation = f"Pemerintah {stage.agency.name}"
    wording = actions.Wording(
        opening=OPENING.format(organisation=organisation, year=stage.year.year),
        closing=CLOSING,
        reply_by=stage.clock.today + TO_ANSWER,
        signer_role=Role.KEPALA_UKPBJ if stage.is_jayawijaya else Role.PIMPINAN,
        contact=f"{stage.coordinator.name}, pbj@contohjaya.example",
        copies=COPIES.format(agency=stage.agency),
    )
    actions.save_circular(stage.year, wording, actor=stage.coordinator)


def send_circular(stage: Stage, task: Task) -> None:
    """Issued with the approved plan, sent to every unit, and the step is done."""
    del task
    draft_circular(stage)
    circular = Circular.objects.get(agency=stage.agency, year=stage.year.year)
    actions.issue_circular(circular, dated=stage.clock.today, actor=stage.coordinator)
    stage.clock.later(hours=1)
    actions.send_to_inbox(circular, actor=stage.coordinator)
    unsent = circular.addressees.unsent()
    messages = actions.prepare_messages(
        circular,
        unsent.values_list("pk", flat=True),
        Delivery.Channel.WHATSAPP,
        actor=stage.coordinator,
    )
    actions.confirm_all_sent(circular, actor=stage.coordinator)
    stage.clock.go_on(1, stage.calendar)
    _answer(stage, circular, messages)
    actions.complete_circular(circular, actor=stage.coordinator)


def _answer(stage: Stage, circular: Circular, messages: Sequence[actions.Prepared]) -> None:
    signed_in = stage.holder(Role.PENANGGUNG_JAWAB)
    inboxes = Delivery.Channel.INBOX
    own = circular.addressees.filter(deliveries__channel=inboxes).distinct().first()
    if own:
        actions.acknowledge(own, _told(stage, own, signed_in.name), actor=signed_in)
    on_paper, *by_link = messages[: ANSWERED + 1]
    for message in by_link:
        actions.acknowledge_by_link(message.token, _told(stage, message.addressee))
    unit = on_paper.addressee.unit.name
    day = stage.clock.today
    scan = scanned("Tanda terima surat edaran", [unit], signed=POSITION, day=day)
    paper = actions.OnPaper(day, scan)
    answer = actions.Answer("Sekretaris unit kerja", POSITION)
    actions.record_paper_receipt(on_paper.addressee, answer, paper, actor=stage.coordinator)


def _told(
    stage: Stage, addressee: Addressee, name: str = "Sekretaris unit kerja"
) -> actions.Answer:
    return actions.Answer(
        name=name,
        position=POSITION,
        pic_name="Kepala Subbagian Program",
        pic_position="Kepala Subbagian",
        pic_address="program@contohjaya.example",
        confirmed=known_ppks(addressee, stage.clock.today),
    )
