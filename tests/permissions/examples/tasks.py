"""A task that PPKs have, and what people of the unit brought to it; the agency's own SOP."""

from functools import cached_property

from django.utils import timezone

from tests.permissions.examples.people import People
from tests.permissions.examples.place import YEAR
from tests.permissions.examples.year import DATED
from tolok.people.models import Role
from tolok.workflow.loading import definition_in
from tolok.workflow.models import (
    Deviation,
    PaperDecision,
    Run,
    SopVersion,
    Task,
    TaskFile,
    TaskItem,
    TaskNote,
)
from tolok.workflow.testing import make_run, spoiled


class Tasks(People):
    @cached_property
    def run(self) -> Run:
        return Run.objects.filter(agency=self.agency).first() or make_run(self.agency, YEAR)

    @cached_property
    def task(self) -> Task:
        first = self.run.tasks.ready().first()
        return Task.objects.create(
            run=self.run,
            agency=self.agency,
            year=YEAR,
            step=first.step,
            name=first.name,
            attempt=100 + self.unit.pk,
            turn=0,
            role=Role.PPK,
            ready_at=timezone.now(),
            starts=DATED,
        )

    @cached_property
    def item(self) -> TaskItem:
        return TaskItem.objects.create(
            task=self.task,
            kind=TaskItem.Kind.NEED,
            place=1,
            name="Data paket",
            met=TaskItem.Met.FILE,
            met_by=self.person,
            file_name="data.pdf",
            file_sha256=self.kept,
            file_type="application/pdf",
        )

    @cached_property
    def task_file(self) -> TaskFile:
        kept = {"sha256": self.kept, "size": 1, "content_type": "image/jpeg"}
        return TaskFile.objects.create(
            task=self.task,
            name="foto.jpg",
            added_by=self.person,
            added_at=timezone.now(),
            **kept,
        )

    @cached_property
    def paper_decision(self) -> PaperDecision:
        return PaperDecision.objects.create(
            task=self.task,
            outcome="approved",
            signer="Budi",
            signer_office="Ketua",
            dated=DATED,
            file_name="lembar.pdf",
            file_sha256=self.kept,
            file_type="application/pdf",
            recorded_by=self.person,
            recorded_at=timezone.now(),
        )

    @cached_property
    def task_note(self) -> TaskNote:
        return TaskNote.objects.create(task=self.task, text="Lengkapi.", made_at=timezone.now())

    @cached_property
    def deviation(self) -> Deviation:
        late = {"kind": Deviation.Kind.TIME, "planned": "30 hari", "actual": "31 hari"}
        return Deviation.objects.create(
            task=self.task,
            agency=self.agency,
            year=YEAR,
            what=self.task.step,
            noticed_at=timezone.now(),
            **late,
        )

    @cached_property
    def sop(self) -> str:
        """The SHA-256 of the agency's own diagram."""
        content = spoiled("SOP Pemilihan Penyedia", f"SOP {self.unit.pk}")
        about = {"code": "sendiri", "version": "1", "title": "SOP sendiri"}
        return SopVersion.objects.create(
            agency=self.agency,
            content=content,
            sha256=definition_in(content).sha256,
            published_at=timezone.now(),
            **about,
        ).sha256
