"""One step as it was taken: who, when, with what outcome, and the files that came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tolok.archive.models import PaperFile
from tolok.demo.journey.requirements import codes_of
from tolok.demo.journey.stage import Stage
from tolok.people.models import Office
from tolok.workflow.models import PaperDecision, Task, TaskFile, TaskNote

DECISION = "KEPUTUSAN"  # the scan of a decision taken on paper
ATTACHED = "LAMPIRAN"  # a file kept with the task


@dataclass(frozen=True)
class Output:
    code: str  # of the catalogue, "F3"
    name: str
    sha256: str


@dataclass(frozen=True)
class Actor:
    """Who did it, and by which office."""

    name: str
    title: str  # "Plh. Ketua Tim Pengelola Kematangan UKPBJ"
    in_place_of: str = ""  # whom an acting officer stood in for
    recorded_by: str = ""  # who keyed in what was decided on paper


@dataclass(frozen=True)
class Taken:
    """A step of the SOP, done once."""

    id: str
    name: str
    round: int  # 0: has no rounds
    returned: int  # how often it had come back before
    actor: Actor
    starts: date
    due: date | None
    ends: date
    outcome: str
    notes: tuple[tuple[str, str], ...]  # what was pinned where, when it was returned
    outputs: tuple[Output, ...]


def files_there(stage: Stage) -> frozenset[int]:
    found = PaperFile.objects.filter(paper__agency=stage.agency, paper__year=stage.year.year)
    return frozenset(found.values_list("pk", flat=True))


def taken(stage: Stage, task: Task, before: frozenset[int]) -> Taken:
    """`before` are the files of papers that were there when the step was begun."""
    notes = TaskNote.objects.filter(task=task).values_list("about_label", "text")
    return Taken(
        id=task.step,
        name=task.name,
        round=task.round,
        returned=task.attempt - 1,
        actor=_actor(task),
        starts=task.starts,
        due=task.due,
        ends=task.done_on or stage.clock.today,
        outcome=task.outcome or "done",
        notes=tuple(notes),
        outputs=tuple({one.sha256: one for one in _outputs(stage, task, before)}.values()),
    )


def _actor(task: Task) -> Actor:
    decided = PaperDecision.objects.filter(task=task).first()
    if decided:
        recorder = decided.recorded_by.name if decided.recorded_by else ""
        return Actor(decided.signer, decided.signer_office, recorded_by=recorder)
    if task.done_by is None:
        return Actor("", "")
    offices = Office.objects.filter(user=task.done_by, agency=task.agency).with_people()
    acted = next((one for one in offices if one.acting_title == task.done_as), None)
    absent = acted.stands_in_for if acted else None
    return Actor(task.done_by.name, task.done_as, in_place_of=absent.user.name if absent else "")


def _outputs(stage: Stage, task: Task, before: frozenset[int]) -> Iterator[Output]:
    """Papers that left the house in this step, then what its task names and holds."""
    files = PaperFile.objects.filter(paper__agency=stage.agency, paper__year=stage.year.year)
    for file in files.exclude(pk__in=before).select_related("paper"):
        yield Output(file.paper.document, file.name, file.sha256)
    for item, code in codes_of(task):
        if item.paper:
            for file in item.paper.files.all():
                yield Output(item.paper.document, file.name, file.sha256)
        elif item.file_sha256:
            yield Output(code, item.file_name, item.file_sha256)
    for kept in TaskFile.objects.filter(task=task):
        yield Output(ATTACHED, kept.name, kept.sha256)
    for sheet in PaperDecision.objects.filter(task=task):
        yield Output(DECISION, sheet.file_name, sheet.file_sha256)
