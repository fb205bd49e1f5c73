"""Leaders often decide on paper: somebody keys in what they signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.actions.completing import Verdict, move_on
from tolok.workflow.actions.items import KeptFile
from tolok.workflow.actions.locking import locked
from tolok.workflow.actions.notes import Remark
from tolok.workflow.models import PaperDecision, Task
from tolok.workflow.rights import authors_of, coordinates


@dataclass(frozen=True)
class OnPaper:
    """The signed sheet, as it says."""

    outcome: str
    signer: str
    signer_office: str
    dated: date
    scan: KeptFile
    signer_user: User | None = None  # none: a leader without an account
    version_code: str = ""  # printed on the sheet, with the hash of what was decided on
    version_sha256: str = ""
    reason: str = ""
    remarks: Sequence[Remark] = ()


@transaction.atomic
def record_paper_decision(task: Task, paper: OnPaper, *, actor: User) -> PaperDecision:
    """The coordinator enters a decision taken on paper, and the run moves on as if clicked.

    TG-06: the coordinator enters it. TG-07: the signer did not write what was decided on.
    TG-12: signer, office and a date that can be.
    """
    task = locked(task)
    now = timezone.now()
    today = task.run.fiscal_year.zone.day_of(now)
    if problems := _problems(task, paper, actor, today):
        raise RefusedError(*problems)
    verdict = Verdict(
        outcome=paper.outcome,
        reason=paper.reason,
        remarks=paper.remarks,
        signed_on_paper=f"{paper.signer}, {paper.signer_office} (di atas kertas)",
    )
    task = move_on(task, verdict, actor, now)
    decision = _kept(task, paper, actor, now)
    _tell(decision)
    return decision


def _kept(task: Task, paper: OnPaper, actor: User, now: datetime) -> PaperDecision:
    return PaperDecision.objects.create(
        task=task,
        outcome=paper.outcome,
        version_code=paper.version_code,
        version_sha256=paper.version_sha256,
        signer=paper.signer.strip(),
        signer_office=paper.signer_office.strip(),
        signer_user=paper.signer_user,
        dated=paper.dated,
        file_name=paper.scan.name,
        file_sha256=paper.scan.sha256,
        file_type=paper.scan.content_type,
        recorded_by=actor,
        recorded_at=now,
    )


def _tell(decision: PaperDecision) -> None:
    task = decision.task
    record(
        "workflow.record_paper_decision",
        actor=decision.recorded_by,
        subject=str(task),
        agency=task.agency,
        after={
            "penanda tangan": decision.signer,
            "tanggal": decision.dated,
            "hasil": task.outcome_label,
            "pindaian": decision.file_sha256,
            "versi": decision.version_code,
        },
    )


def _author_who_signs(task: Task, paper: OnPaper) -> User | None:
    """By the account where one is known, else by the name on the sheet."""
    signer = " ".join(paper.signer.casefold().split())
    for author in authors_of(task):
        if author == paper.signer_user or author.name.casefold() == signer:
            return author
    return None


def _problems(task: Task, paper: OnPaper, actor: User, today: date) -> list[Problem]:
    problems = []
    if not task.definition_step.is_decision:
        message = f"Pada {task.step} tidak ada yang diputuskan."
        problems.append(Problem("TG-12", task.step, message))
    if not coordinates(task.run, actor, today):
        message = "Keputusan di atas kertas dicatat oleh Koordinator."
        problems.append(Problem("TG-06", task.step, message))
    if author := _author_who_signs(task, paper):
        message = (
            f"{author} ikut mengerjakan yang diputuskan di {task.step}, sehingga tidak boleh "
            "memutuskannya, juga di atas kertas."
        )
        problems.append(Problem("TG-07", "penanda tangan", message))
    if not (paper.signer.strip() and paper.signer_office.strip()):
        message = "Tuliskan nama dan jabatan penanda tangan seperti pada lembarnya."
        problems.append(Problem("TG-12", "penanda tangan", message))
    if not task.starts <= paper.dated <= today:
        message = (
            f"Tanggal {paper.dated:%d/%m/%Y} tidak mungkin: keputusan jatuh antara tugas ini "
            f"dimulai ({task.starts:%d/%m/%Y}) dan hari ini."
        )
        problems.append(Problem("TG-12", "tanggal", message))
    return problems
