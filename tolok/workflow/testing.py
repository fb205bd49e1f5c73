"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from dataclasses import dataclass
from typing import Any

from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year
from tolok.organisation.models import Agency
from tolok.people.models import Role, User
from tolok.people.testing import make_user
from tolok.workflow import actions
from tolok.workflow.loading import shipped_file
from tolok.workflow.models import Run, Task


@dataclass(frozen=True)
class AFile:
    """A file as the store would give it."""

    name: str = "pindaian.pdf"
    sha256: str = "a" * 64
    size: int = 1000
    content_type: str = "application/pdf"


def spoiled(what: str, instead: str, code: str = "kaltim-2024", times: int = 1) -> bytes:
    """A shipped file with one thing in it changed, so that one thing is wrong."""
    text = shipped_file(code).decode()
    if what not in text:
        raise ValueError(f"{what!r} is not in {code}")
    return text.replace(what, instead, times).encode()


def make_run(agency: Agency | None = None, year: int = 2025, at: str = "", **fields: Any) -> Run:
    """A year at work, at its first step or at the one given."""
    fiscal_year: FiscalYear = make_year(agency, year, starts_at_step=at, **fields)
    return actions.start_run(fiscal_year, actor=None)


def task_at(run: Run, step: str) -> Task:
    """The task that waits at a step, fresh from the database."""
    return Task.objects.select_related("agency", "run__sop", "run__fiscal_year__agency").get(
        run=run, step=step, status=Task.Status.READY
    )


def holder_of(task: Task) -> User:
    """Somebody in the office whose task it is."""
    return make_user(Role(task.role), task.agency)


def do(run: Run, step: str, outcome: str | None = None, actor: User | None = None) -> Task:
    """Complete the task that waits at a step, whatever it still needs declared missing."""
    task = task_at(run, step)
    actor = actor or _officer(task)
    for item in task.items.needed().open():
        actions.meet_requirement(item, actions.Missing("belum tersedia"), actor=actor)
    return actions.complete_task(task, actor=actor, outcome=outcome)


def _officer(task: Task) -> User:
    email = f"{task.role}@{task.agency.code}.contoh.id".lower()
    return User.objects.filter(email=email).first() or holder_of(task)
