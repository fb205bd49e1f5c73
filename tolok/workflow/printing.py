"""The SOP's own document, filled from the diagram that is run."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

from tolok.core.durations import DayType
from tolok.documents.catalogue import TITLES
from tolok.documents.flowchart.steps import DECISION, END, START, Kind
from tolok.documents.flowchart.steps import Step as Row
from tolok.documents.parts import Issue, Signer
from tolok.documents.sop_procedure import Facts, Form
from tolok.workflow.definition import Definition, Step

Days = Literal["hari kalender", "hari kerja"]
DRAFT: Final = Issue(status="konsep", code="", address="")


def procedure_facts(
    definition: Definition, *, signer: Signer, days: DayType, issue: Issue = DRAFT
) -> Facts:
    """What the SOP prints: approval sheet, flowchart with its standards, formats."""
    identity = definition.identity
    lanes = tuple(lane.name for lane in definition.lanes)
    return Facts(
        issue=issue,
        logo=None,
        government=identity.government.upper(),
        unit=identity.unit.upper(),
        sub_unit=identity.sub_unit.upper(),
        name=definition.title,
        number=identity.number,
        made=identity.made,
        revised=identity.revised,
        effective=identity.effective,
        signer=signer,
        legal_basis=identity.legal_basis,
        qualifications=identity.qualification,
        related=identity.related,
        equipment=identity.equipment,
        warnings=identity.warning,
        records=identity.record,
        lanes=lanes,
        steps=tuple(_row(definition, at, lanes) for at in range(len(definition.steps))),
        days=_days(days),
        notes=_notes(definition),
        formats=_forms(definition),
    )


def _days(days: DayType) -> Days:
    return next(one for one in get_args(Days) if one == days.label)


def _row(definition: Definition, at: int, lanes: Sequence[str]) -> Row:
    step = definition.steps[at]
    back = next((way.to for way in step.next if definition.leads_back(step, way)), "")
    on = next((way.to for way in step.next if not definition.leads_back(step, way)), "")
    following = definition.steps[at + 1].id if at + 1 < len(definition.steps) else ""
    return Row(
        text=step.name,
        number=step.id,
        kind=_kind(step, is_first=at == 0),
        lane=lanes.index(step.lane) + 1,
        also=_also(definition, step),
        yes_to=on if step.is_decision and on != following else "",
        no_to=back,
        requirements=None if _goes_on(definition, at) else "; ".join(step.requirements),
        time=None if _goes_on(definition, at) else step.time,
        output="; ".join(step.outputs),
        remark=step.formats_text,
    )


def _kind(step: Step, *, is_first: bool) -> Kind:
    if step.is_end:
        return END
    if step.is_decision:
        return DECISION
    return START if is_first else "proses"


def _also(definition: Definition, step: Step) -> tuple[int, ...]:
    """The other columns that take part; who has no column of their own is in the text."""
    places = [
        at
        for at, lane in enumerate(definition.lanes, start=1)
        if lane.role in (*step.also, *step.decides) and lane.name != step.lane
    ]
    return tuple(places)


def _goes_on(definition: Definition, at: int) -> bool:
    """Steps under one clock share the cell of the first: KT1 has its thirty days once."""
    step = definition.steps[at]
    return bool(at and step.clock and definition.steps[at - 1].clock == step.clock)


def _notes(definition: Definition) -> tuple[str, ...]:
    """What stands under the flowchart: the column beside it is too narrow for sentences."""
    told = [
        (step.id, ". ".join(filter(None, (step.repetition, step.note))))
        for step in definition.steps
    ]
    return tuple(f"{id_}: {text.rstrip('.')}." for id_, text in told if text)


def _forms(definition: Definition) -> tuple[Form, ...]:
    used: dict[str, list[str]] = {}
    for step in definition.steps:
        for one in step.formats:
            used.setdefault(one.code, []).append(step.id)
    return tuple(
        Form(title=TITLES[code], code=code, steps=", ".join(used[code]))
        for code in TITLES
        if code in used
    )
