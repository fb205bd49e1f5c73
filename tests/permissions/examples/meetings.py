"""A meeting, whom it asks, and what was handed out."""

from functools import cached_property

from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tests.permissions.examples.year import DATED
from tolok.cycle.testing import make_year
from tolok.outreach.meetings.actions import plan_meeting
from tolok.outreach.meetings.testing import make_guest, planned
from tolok.outreach.models import Guest, Material, Meeting


class Meetings(People):
    @cached_property
    def meeting(self) -> Meeting:
        year, kind = make_year(self.agency, YEAR), Meeting.Kind.SOCIALISATION
        return plan_meeting(year, kind, planned(DATED), actor=self.person)

    @cached_property
    def guest(self) -> Guest:
        return make_guest(self.meeting)

    @cached_property
    def material(self) -> Material:
        kept = {"file_name": "bahan.pdf", "file_sha256": self.kept, "file_type": "application/pdf"}
        return Material.objects.create(
            meeting=self.meeting, title="Bahan", added_by=self.person, **kept
        )
