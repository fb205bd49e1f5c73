"""The plan and its rows."""

from functools import cached_property

from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.deciding import return_plan, submit_plan
from tolok.planning.models import (
    Action,
    Goal,
    Note,
    PlannedIndicator,
    PlanVersion,
    Rival,
    StrategicArea,
)
from tolok.planning.testing import make_plan


class Plans(People):
    @cached_property
    def version(self) -> PlanVersion:
        """It came back once from a leader."""
        writer = make_user(Role.COORDINATOR, self.agency)
        version = make_plan(self.agency, YEAR, by=writer)
        sha256 = submit_plan(version, actor=writer).sha256
        leader = make_user(Role.KETUA_TIM, self.agency)
        notes = {"W1": "Mengapa?"}
        return return_plan(version, sha256=sha256, reason="Lengkapi", notes=notes, actor=leader)

    @cached_property
    def goal(self) -> Goal:
        return self.version.goals.get()

    @cached_property
    def area(self) -> StrategicArea:
        return self.version.areas.get()

    @cached_property
    def planned_indicator(self) -> PlannedIndicator:
        return self.version.indicators.first()

    @cached_property
    def action(self) -> Action:
        return self.planned_indicator.actions.get()

    @cached_property
    def rival(self) -> Rival:
        written = {"field": "text", "label": "tujuan", "text": "lain", "by": self.person}
        return Rival.objects.create(version=self.version, kind="goal", key=self.goal.key, **written)

    @cached_property
    def note(self) -> Note:
        """Pinned by a leader when the plan came back; nobody has settled it."""
        return Note.objects.get(submission__version=self.version)
