"""Departures from the standard: noticed when a task is done, explained by who did it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tolok.core.dates import format_date
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.models import Deviation, Task, TaskItem

Kind = Deviation.Kind


def notice_deviations(task: Task, now: datetime) -> None:
    """The SOP: a departure in time, requirement or output is the officer's to account for."""
    found = [*_late(task), *_missing(task)]
    for one in found:
        one.task, one.agency, one.year = task, task.agency, task.year
        one.noticed_at = now
        one.officer, one.officer_office = task.done_by, task.done_as
        if one.explanation:
            one.explained_at = now
    Deviation.objects.bulk_create(found)


def _late(task: Task) -> list[Deviation]:
    done_on, duration = task.done_on, task.definition_step.duration
    if task.due is None or done_on is None or done_on <= task.due:
        return []
    days = task.run.fiscal_year.day_type
    standard = f"{duration.label(days)}, " if duration else ""
    return [
        Deviation(
            kind=Kind.TIME,
            what=task.label,
            planned=f"{standard}sampai {format_date(task.due)}",
            actual=f"selesai {format_date(done_on)}, terlambat {(done_on - task.due).days} hari",
        )
    ]


def _missing(task: Task) -> list[Deviation]:
    """Why it is missing was said when it was marked so: that is the explanation."""
    kinds = {TaskItem.Kind.NEED: Kind.REQUIREMENT, TaskItem.Kind.OUTPUT: Kind.OUTPUT}
    return [
        Deviation(
            kind=kinds[TaskItem.Kind(item.kind)],
            what=item.name,
            planned="ada",
            actual=f"belum ada; pengganti: {item.substitute}" if item.substitute else "belum ada",
            explanation=item.reason,
        )
        for item in task.items.filter(met=TaskItem.Met.MISSING)
    ]


@transaction.atomic
def explain_deviation(deviation: Deviation, *, explanation: str, actor: User) -> Deviation:
    """TG-13: by the officer who answers for it, in words."""
    deviation = Deviation.objects.select_for_update().get(pk=deviation.pk)
    if deviation.officer_id != actor.pk:
        message = f"Penyimpangan ini dijelaskan oleh {deviation.officer or 'pelaksananya'}."
        raise RefusedError(Problem("TG-13", "penjelasan", message))
    if not explanation.strip():
        message = "Tuliskan apa sebabnya dan apa yang dilakukan supaya tidak terulang."
        raise RefusedError(Problem("TG-13", "penjelasan", message))
    before = deviation.explanation
    deviation.explanation, deviation.explained_at = explanation.strip(), timezone.now()
    deviation.save(update_fields=["explanation", "explained_at"])
    record(
        "workflow.explain_deviation",
        actor=actor,
        subject=f"Penyimpangan {deviation.task}: {deviation}",
        agency=deviation.agency,
        before={"penjelasan": before},
        after={"penjelasan": deviation.explanation},
    )
    return deviation
