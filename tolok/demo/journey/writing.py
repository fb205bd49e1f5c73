"""The assignment, then the plan: written, presented, returned once, repaired, approved.

KT1.i to KT1.vi, JW1 to JW6. The first decision is taken by an acting officer, the second on paper.
"""

from datetime import timedelta
from typing import Final

from tolok.archive.issuing.actions import Returned, correct_paper, issue_paper, receive_signed
from tolok.archive.models import Paper
from tolok.demo import planned
from tolok.demo.journey.circular import draft_circular
from tolok.demo.journey.requirements import meet_needs
from tolok.demo.journey.sheets import scan_bytes, scanned
from tolok.demo.journey.stage import Stage
from tolok.people.acting import holders
from tolok.people.actions import Appointment, stand_in
from tolok.people.models import Office, Role, User
from tolok.planning.actions.deciders import OnPaper
from tolok.planning.actions.deciding import approve_plan, submit_plan
from tolok.planning.actions.opening import open_plan
from tolok.planning.models import PlanVersion, Submission
from tolok.planning.papers.keeping import draft_papers, made
from tolok.workflow.models import Task

AWAY: Final = timedelta(days=4)
SLIDES: Final = "PRESENTASI"
PAPERS: Final = {
    "kaltim-2024": ("F3",),
    "jayawijaya-2020": ("F3", "PAKET-AREA", "TEMPLATE-DATA", "HITUNG"),
}  # what is issued of a plan once it is approved


def receive_assignment(stage: Stage, task: Task) -> None:
    """F1, and its copy with the signature of the Kepala UKPBJ."""
    meet_needs(stage, task, stage.coordinator)
    paper = planned.assign_coordinator(stage.year, dated=stage.clock.today, actor=stage.coordinator)
    sign(stage, paper, stage.holder(Role.KEPALA_UKPBJ).name)


def define_goals(stage: Stage, task: Task) -> None:
    if task.attempt == 1:
        version = open_plan(stage.year, actor=stage.coordinator)
        planned.define_goals(version, actor=stage.coordinator)


def set_indicators(stage: Stage, task: Task) -> None:
    """What the leaders asked for concerns an indicator, so it is repaired here."""
    if task.attempt == 1:
        planned.set_indicators(stage.version, actor=stage.coordinator)
        return
    planned.repair(stage.version, actor=stage.coordinator)


def propose_targets(stage: Stage, task: Task) -> None:
    if task.attempt == 1:
        planned.propose_targets(stage.version, actor=stage.coordinator)


def plan_actions(stage: Stage, task: Task) -> None:
    """Jayawijaya's JW4 also proposes the circular; Kaltim does so at KT1.vi."""
    if task.attempt == 1:
        planned.plan_actions(stage.version, actor=stage.coordinator)
    if stage.is_jayawijaya:
        draft_circular(stage)


def present(stage: Stage, task: Task) -> None:
    """The slides, in the version that is shown, then the plan itself."""
    version = stage.version
    if task.attempt == 1:
        issue(stage, SLIDES)
    else:
        shown = Paper.objects.of_year(stage.agency, version.year).in_force()
        correction = correct_paper(
            shown.get(document=SLIDES, subject="rencana"),
            made(version, SLIDES)[0].facts,
            reason="Diperbarui sesuai catatan pimpinan.",
            actor=stage.coordinator,
        )
        issue_paper(correction, dated=stage.clock.today, actor=stage.coordinator)
    head = stage.is_jayawijaya  # JW5 is the Kepala UKPBJ's, KT1.vi the Koordinator's
    submit_plan(version, actor=stage.holder(Role.KEPALA_UKPBJ) if head else stage.coordinator)


def decide(stage: Stage, task: Task) -> None:
    """KT1.vi is presented and decided in one step, JW5 and JW6 are two."""
    if stage.version.status != PlanVersion.Status.SUBMITTED:
        draft_circular(stage)
        present(stage, task)
        stage.clock.go_on(1, stage.calendar)
    submission = stage.version.submissions.latest("pk")
    if task.attempt == 1:
        _return_by_an_acting_officer(stage, task, submission)
        _minutes(stage, submission)
        return
    _approve_on_paper(stage, task, submission)
    _minutes(stage, submission)
    for code in PAPERS[stage.year.sop]:
        issue(stage, code)


def issue(stage: Stage, code: str) -> list[Paper]:
    """Papers made of the plan leave the house today."""
    return [
        issue_paper(draft, dated=stage.clock.today, actor=stage.coordinator)
        for draft in draft_papers(stage.version, code, actor=stage.coordinator)
    ]


def _return_by_an_acting_officer(stage: Stage, task: Task, submission: Submission) -> None:
    """The leader is away for some days; who stands in reads the plan and sends it back."""
    today = stage.clock.today
    order = Appointment(
        role=Role(task.role),
        agency=stage.agency,
        starts=today,
        ends=today + AWAY,
        decree=f"800.1.11.1/PLH/2/{today.year}",
        acting=Office.Acting.PLH,
    )
    stand_in(stage.stand_in, _office(task), order)
    planned.send_back(stage.version, submission.sha256, leader=stage.stand_in)


def _approve_on_paper(stage: Stage, task: Task, submission: Submission) -> None:
    """The leader is back and signs the sheet; the coordinator keys it in the day after."""
    office, signed_on = _office(task), stage.clock.today
    scan = scanned(
        "Lembar persetujuan rencana",
        _sheet(submission, office.user),
        signed=office.user.name,
        day=signed_on,
    )
    stage.clock.go_on(1, stage.calendar)
    paper = OnPaper(signed_on, scan, recorded_by=stage.coordinator)
    approve_plan(stage.version, sha256=submission.sha256[:12], actor=office.user, paper=paper)


def _sheet(submission: Submission, signer: User) -> list[str]:
    return [
        f"{submission.version.agency}, TA {submission.version.year}",
        f"Kode isi rencana: {submission.sha256[:12]}",
        "Keputusan: DISETUJUI",
        f"Diputuskan oleh {signer.name}",
    ]


def _minutes(stage: Stage, submission: Submission) -> None:
    """Jayawijaya's berita acara of the decision, signed by hand."""
    if not stage.is_jayawijaya:
        return
    submission.refresh_from_db()
    (paper,) = issue(stage, "BA-RENCANA")
    sign(stage, paper, submission.decided_by.name if submission.decided_by else "")


def sign(stage: Stage, paper: Paper, signer: str) -> None:
    """It is printed, signed with a pen, and its scan comes back."""
    stage.clock.later(hours=1)
    sheet = scan_bytes(paper.title, [paper.number_text], signed=signer, day=stage.clock.today)
    returned = Returned(f"{paper.document} bertanda tangan.png", [sheet])
    receive_signed(paper, returned, actor=stage.coordinator)


def _office(task: Task) -> Office:
    return holders(Role(task.role), task.agency)[0]
