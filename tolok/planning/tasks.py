"""Where the plan meets the year's run: what its tasks still wait for, and which its deeds complete.

A task of the run names a page of the plan as its activity. It may be completed when its part of
the plan is complete; presenting completes what was written, deciding completes the decision. A
year without a run, or one whose run stands elsewhere, is planned all the same.
"""

from collections.abc import Mapping
from typing import Final

from tolok.core.planning.checks import problems_of
from tolok.core.planning.compare import differences
from tolok.core.problem import Problem
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.planning.actions.deciders import APPROVAL, OnPaper
from tolok.planning.models import Note, PlanVersion, Submission
from tolok.planning.parts import placed
from tolok.planning.reading import content_of, from_json
from tolok.planning.steps import OF_ALL, served_by
from tolok.workflow import actions as workflow
from tolok.workflow.activities import Change
from tolok.workflow.models import Run, Task, TaskNote
from tolok.workflow.rights import may_work

PLAN: Final = "planning:plan"
WRITING: Final = ("planning:goals", "planning:indicators", "planning:targets", "planning:actions")
FURTHER: Final[Mapping[str, tuple[str, ...]]] = {
    "planning:goals": ("planning:goals", "planning:areas")
}  # a task may be about more than its own page
OUTCOMES: Final = {
    Submission.Outcome.APPROVED: "approved",
    Submission.Outcome.RETURNED: "returned",
}


def open_points(task: Task) -> tuple[Problem, ...]:
    """RN-44: a task of planning is done when its part of the plan is complete; the presentation
    when the plan was submitted, the decision when it was decided on the plan's own page."""
    versions = PlanVersion.objects.of_year(task.agency, task.year)
    version = versions.first()
    if version is None:
        message = "Rencana kinerja tahun ini belum dibuka. Buka halaman Rencana dan mulailah."
        return (Problem("RN-44", task.step, message),)
    if task.activity == APPROVAL:
        return _undecided(task, version)
    pages = FURTHER.get(task.activity, (task.activity,))
    found = placed(problems_of(content_of(version)))
    return tuple(one.problem for one in found if one.page in pages)


def _undecided(task: Task, version: PlanVersion) -> tuple[Problem, ...]:
    if version.is_decided:
        return ()
    if task.definition_step.is_decision:
        message = "Rencana diputuskan pada halaman Persetujuan rencana, agar isinya terikat."
        return (Problem("RN-44", task.step, message),)
    if version.status == PlanVersion.Status.SUBMITTED:
        return ()
    return (Problem("RN-44", task.step, "Rencana belum diajukan kepada pimpinan."),)


def returning(task: Task) -> tuple[Problem, ...]:
    """RN-44: a submitted plan is sent back on its own page, which keeps what was read."""
    versions = PlanVersion.objects.of_year(task.agency, task.year)
    waits = versions.filter(status=PlanVersion.Status.SUBMITTED).exists()
    if not waits:
        return ()
    message = "Rencana dikembalikan pada halaman Persetujuan rencana, dengan catatannya."
    return (Problem("RN-44", task.step, message),)


def undoing(task: Task) -> tuple[Problem, ...]:
    """RN-46: what was submitted or decided on the plan's pages is not undone beside them."""
    version = PlanVersion.objects.of_year(task.agency, task.year).first()
    if version is None or version.status == PlanVersion.Status.DRAFT:
        return ()
    if version.status == PlanVersion.Status.SUBMITTED:
        message = "Rencana sedang menunggu keputusan. Tarik kembali dahulu pada halaman Rencana."
        return (Problem("RN-46", task.step, message),)
    if not task.definition_step.is_decision and version.is_editable:
        return ()
    message = "Rencana sudah diputuskan pimpinan. Yang disetujui diubah sebagai versi baru."
    return (Problem("RN-46", task.step, message),)


def changes(task: Task) -> tuple[Change, ...]:
    """What differs from the submission that was last sent back."""
    version = PlanVersion.objects.of_year(task.agency, task.year).first()
    before = (
        version.submissions.filter(outcome=Submission.Outcome.RETURNED).first() if version else None
    )
    if version is None or before is None:
        return ()
    found = differences(from_json(before.content), content_of(version))
    return tuple(
        Change(f"{one.section}: {one.row}, {one.label.lower()}", one.before, one.after)
        for one in found
    )


def close_settled(note: Note, actor: User) -> None:
    """The same remark stands with the task of the run; it is done there too."""
    version = note.submission.version
    run = Run.objects.filter(fiscal_year=version.plan.year).first()
    if run is None:
        return
    same = TaskNote.objects.of_run(run).open().filter(about=note.key, text=note.text)
    for one in same:
        workflow.close_note(one, answer="Diperbaiki pada rencana.", actor=actor)


def settling(note: TaskNote) -> str:
    """A remark the leaders pinned to the plan is settled there, where its place is."""
    run = note.task.run
    open_notes = Note.objects.unsettled().filter(key=note.about, text=note.text)
    pinned = open_notes.filter(submission__version__plan__year=run.fiscal_year_id)
    return PLAN if pinned.exists() else ""


def ready_task(version: PlanVersion, activity: str) -> Task | None:
    """The task of the version's year that waits at an activity."""
    return Task.objects.of_year(version.agency, version.year).waiting_at(activity).first()


def waiting_at(version: PlanVersion, part: str) -> Task | None:
    """The task whose deadline a page of the plan shows: of the step it serves; on pages about the
    whole plan, of the step the year stands at."""
    served = (*WRITING, APPROVAL) if part in OF_ALL else (served_by(part),)
    found = (ready_task(version, activity) for activity in served)
    return next((one for one in found if one is not None), None)


def complete_written(version: PlanVersion, actor: User) -> None:
    """After the plan was submitted: what led to it is done, as far as it is this person's and
    nothing else stands open; what is not stays in the inbox."""
    for activity in (*WRITING, APPROVAL):
        task = ready_task(version, activity)
        if task is None:
            continue
        today = today_in(task.agency)
        if task.definition_step.is_decision or not may_work(task, actor, today):
            return
        if workflow.open_points(task, today):
            return
        workflow.complete_task(task, actor=actor)


def complete_decided(
    version: PlanVersion, submission: Submission, actor: User, paper: OnPaper | None
) -> None:
    """In the transaction of the decision: the run moves on, or back to the authors."""
    task = ready_task(version, APPROVAL)
    if task is None or not task.definition_step.is_decision:
        return
    outcome = OUTCOMES[Submission.Outcome(submission.outcome)]
    if paper is not None:
        _complete_on_paper(task, submission, outcome, paper)
    elif outcome == "approved":
        workflow.complete_task(task, actor=actor, outcome=outcome)
    else:
        workflow.return_task(
            task, actor=actor, reason=submission.reason, remarks=_remarks(submission)
        )


def _complete_on_paper(task: Task, submission: Submission, outcome: str, paper: OnPaper) -> None:
    signer = submission.decided_by
    workflow.record_paper_decision(
        task,
        workflow.OnPaper(
            outcome=outcome,
            signer=signer.name if signer else "",
            signer_office=submission.decided_as,
            dated=paper.signed_on,
            scan=paper.scan,
            signer_user=signer,
            version_code=submission.sha256[:12],
            version_sha256=submission.sha256,
            reason=submission.reason,
            remarks=_remarks(submission),
        ),
        actor=paper.recorded_by,
    )


def _remarks(submission: Submission) -> tuple[workflow.Remark, ...]:
    notes = Note.objects.filter(submission=submission)
    return tuple(workflow.Remark(one.text, one.key, one.place) for one in notes)
