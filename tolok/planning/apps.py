"""What the room tells the rooms below when Django starts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.apps import AppConfig

if TYPE_CHECKING:
    from tolok.archive.issuing.actions import About
    from tolok.cycle.models import FiscalYear

BATCHES: Final = ("F3", "PAKET-AREA", "TEMPLATE-DATA", "HITUNG")  # made of the approved plan


class PlanningConfig(AppConfig):
    name = "tolok.planning"

    def ready(self) -> None:
        from tolok.archive.batches import makers  # noqa: PLC0415 - models are not loaded before
        from tolok.archive.issuing import origins  # noqa: PLC0415 - the same
        from tolok.planning import origins as ours  # noqa: PLC0415 - the same
        from tolok.planning import tasks  # noqa: PLC0415 - models are not loaded before
        from tolok.planning.actions.deciders import APPROVAL  # noqa: PLC0415 - the same
        from tolok.planning.assignment import actions as assignment  # noqa: PLC0415 - the same
        from tolok.planning.assignment.state import SUBJECT  # noqa: PLC0415 - the same
        from tolok.planning.waiting import waiting_for  # noqa: PLC0415 - the same
        from tolok.workflow import activities, besides  # noqa: PLC0415 - the same

        activities.register(assignment.ACTIVITY, open_points=assignment.open_points)
        for activity in tasks.WRITING:
            activities.register(
                activity,
                open_points=tasks.open_points,
                undoing=tasks.undoing,
                changes=tasks.changes,
            )
        activities.register(
            APPROVAL,
            open_points=tasks.open_points,
            returning=tasks.returning,
            undoing=tasks.undoing,
            changes=tasks.changes,
            settling=tasks.settling,
        )
        besides.register("planning", waiting_for)
        origins.register("rencana", ours.of_plan)
        origins.register(SUBJECT, ours.of_assignment)
        for code in BATCHES:
            makers.register(code, partial(papers_of_year, code))


def papers_of_year(code: str, year: FiscalYear) -> Iterator[tuple[About, Any]]:
    from tolok.planning.papers import keeping  # noqa: PLC0415 - only a batch needs it

    return keeping.papers_of_year(code, year)
