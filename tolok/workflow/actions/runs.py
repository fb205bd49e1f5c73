"""Beginning a year's run."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow import runner
from tolok.workflow.actions.sops import shipped_sop
from tolok.workflow.loading import shipped_codes
from tolok.workflow.models import Run, SopVersion, Task
from tolok.workflow.of_year import own_sop
from tolok.workflow.projecting import keep_position, plain_fields


@transaction.atomic
def start_run(year: FiscalYear, *, actor: User | None, sop: SopVersion | None = None) -> Run:
    """The year sets out on its SOP, at its first step or at the one it was opened at.

    TG-01: only once. TG-15: only an open year.
    """
    year = (
        FiscalYear.objects.select_for_update(of=("self",)).select_related("agency").get(pk=year.pk)
    )
    if Run.objects.filter(fiscal_year=year).exists():
        raise RefusedError(Problem("TG-01", year.label, f"{year.label} sudah berjalan."))
    if year.status != FiscalYear.Status.OPEN:
        message = f"{year.label} {year.get_status_display().lower()}. Buka tahunnya lebih dahulu."
        raise RefusedError(Problem("TG-15", year.label, message))
    sop = sop or sop_of(year)
    now = timezone.now()
    position, skipped = _beginning(sop, year.starts_at_step)
    run = Run.objects.create(
        fiscal_year=year,
        agency=year.agency,
        year=year.year,
        sop=sop,
        state=position.state,
        started_by=actor,
        started_at=now,
    )
    for passed in skipped:
        _skip(run, passed, now)
    keep_position(run, position, now)
    record(
        "workflow.start_run",
        actor=actor,
        subject=year.label,
        agency=year.agency,
        after={"sop": sop.code, "versi": sop.version, "mulai pada": year.starts_at_step},
    )
    return run


def sop_of(year: FiscalYear) -> SopVersion:
    """TG-02: the SOP the year was opened under, the agency's own before the one that ships."""
    if own := own_sop(year):
        return own
    if year.sop in shipped_codes():
        return shipped_sop(year.sop)
    message = f"{year.label} menyebut SOP “{year.sop}”, yang tidak ada. Terbitkan SOP itu dahulu."
    raise RefusedError(Problem("TG-02", "SOP", message))


def _beginning(sop: SopVersion, step: str) -> tuple[runner.Position, tuple[runner.Ready, ...]]:
    content = bytes(sop.content)
    return runner.skip_to(content, step) if step else (runner.start(content), ())


def _skip(run: Run, passed: runner.Ready, now: datetime) -> None:
    """A step done outside Tolok: no clock, nobody's deed; its papers are the year's records."""
    step = run.definition.step(passed.step)
    Task.objects.create(
        **plain_fields(run, step, passed),
        status=Task.Status.SKIPPED,
        ready_at=now,
        starts=run.fiscal_year.zone.day_of(now),
        done_at=now,
    )
    run.history.append([passed.step, run.definition.forward_outcome(passed.step)])
