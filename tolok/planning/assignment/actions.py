"""The coordinator is assigned for the year (KT1.i): here, or by a letter from outside Tolok."""

from datetime import date
from typing import Final

from tolok.archive.issuing import actions as issuing
from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.actions import Paper as OutsidePaper
from tolok.cycle.actions import record_outside
from tolok.cycle.models import FiscalYear, OutsideRecord
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.planning.assignment.letter import Assignment, assignment_facts
from tolok.planning.assignment.state import F1, PART, SUBJECT, state_of
from tolok.planning.steps import step_of
from tolok.scans.examine import Scan
from tolok.workflow import actions as workflow
from tolok.workflow.models import Task
from tolok.workflow.rights import may_work

ACTIVITY: Final = "planning:assignment"


def draft_assignment(year: FiscalYear, given: Assignment, *, actor: User) -> Paper:
    """A draft of F1; again gives the draft that is there the new facts (RN-50, RN-51)."""
    if problems := letter_problems(year, given):
        raise RefusedError(*problems)
    about = issuing.About(f"Surat tugas Koordinator TA {year.year}", subject=SUBJECT)
    facts = assignment_facts(year, given)
    return issuing.draft_paper(F1, facts, year=year, about=about, actor=actor)


def letter_problems(year: FiscalYear, given: Assignment) -> list[Problem]:
    """RN-50: it names a basis and tasks, and ends after it starts. RN-51: persons of this
    agency, in office; nobody twice."""
    problems = []
    if not given.legal_basis:
        problems.append(Problem("RN-50", "dasar", "Tuliskan sedikitnya satu dasar penugasan."))
    if not given.tasks:
        problems.append(Problem("RN-50", "tugas", "Tuliskan sedikitnya satu tugas."))
    if given.ends < given.starts:
        message = "Penugasan berakhir sebelum dimulai. Periksa kedua tanggalnya."
        problems.append(Problem("RN-50", "masa tugas", message))
    problems += [
        Problem("RN-51", "pejabat", f"{office} bukan pejabat {year.agency} lagi. Muat ulang.")
        for office in (given.coordinator, given.signer, *given.team)
        if office.agency_id != year.agency_id or office.has_ended()
    ]
    return problems


def issue_assignment(
    paper: Paper,
    *,
    year: FiscalYear,
    dated: date,
    actor: User,
    number: issuing.Numbering | str = issuing.Numbering.AUTO,
) -> Paper:
    """Issue the letter; with it the coordinator has received the assignment."""
    issued = issuing.issue_paper(paper, dated=dated, number=number, actor=actor)
    _receive(year, actor, issued)
    return issued


def record_assignment(
    year: FiscalYear, *, number: str, dated: date, scan: Scan, actor: User
) -> OutsideRecord:
    """A letter that was issued outside Tolok, with its number, date and scan (RN-52)."""
    step = step_of(PART, year)
    if step is None:
        message = f"SOP {year.label} tidak mengenal surat tugas; tidak ada yang perlu dicatat."
        raise RefusedError(Problem("RN-52", "surat tugas", message))
    if not number.strip():
        message = "Tuliskan nomor surat tugas seperti tercetak."
        raise RefusedError(Problem("RN-52", "nomor", message))
    made = record_outside(
        year,
        step.id,
        OutsidePaper("Surat Tugas Koordinator", dated, number),
        scan=scan,
        actor=actor,
    )
    _receive(year, actor)
    return made


def open_points(task: Task) -> tuple[Problem, ...]:
    """RN-53: the assignment is received when its letter was issued, here or outside Tolok."""
    if state_of(task.run.fiscal_year).is_assigned:
        return ()
    message = (
        "Surat tugas (F1) belum terbit. Terbitkan pada halaman Penugasan, atau catat di sana surat "
        "yang terbit di luar Tolok."
    )
    return (Problem("RN-53", task.step, message),)


def _receive(year: FiscalYear, actor: User, paper: Paper | None = None) -> None:
    """The task is done when it is this person's and nothing else stands open; otherwise it stays
    in the inbox of the coordinator, whose requirements are then still to be filled."""
    task = task_of(year)
    today = today_in(year.agency)
    if task is None or not may_work(task, actor, today):
        return
    if paper is not None:
        for item in task.items.brought_forth().open():
            workflow.meet_requirement(item, paper, actor=actor)
    if not workflow.open_points(task, today):
        workflow.complete_task(task, actor=actor)


def task_of(year: FiscalYear) -> Task | None:
    """The task that waits for the letter."""
    return Task.objects.of_year(year.agency, year.year).waiting_at(ACTIVITY).first()
