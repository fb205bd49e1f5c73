"""Every change of a run goes through its locked row, so that of two people one comes second."""

from tolok.core.dates import format_deed
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.workflow.models import Run, Task


def locked(task: Task) -> Task:
    """The task as it is now, with its run locked until the transaction ends.

    TG-03: it is not waiting any more. TG-15: the year is not open.
    """
    current = _with_its_run(task)
    if not current.is_ready:
        raise RefusedError(Problem("TG-03", current.step, _what_happened(current)))
    _refuse_closed_year(current)
    return current


def locked_in_open_year(task: Task) -> Task:
    """The same, whether the task waits or is done."""
    current = _with_its_run(task)
    _refuse_closed_year(current)
    return current


def _with_its_run(task: Task) -> Task:
    run = (
        Run.objects.select_for_update(of=("self",))
        .select_related("sop", "agency", "fiscal_year__agency")
        .get(pk=task.run_id)
    )
    current = Task.objects.select_related("agency", "person", "done_by").get(pk=task.pk)
    current.run = run
    return current


def _refuse_closed_year(task: Task) -> None:
    year = task.run.fiscal_year
    if year.status != FiscalYear.Status.OPEN:
        message = f"{year.label} {year.get_status_display().lower()}; tugasnya tidak berjalan."
        raise RefusedError(Problem("TG-15", year.label, message))


def _what_happened(task: Task) -> str:
    """Who was first, so that whoever comes second need not ask."""
    if task.done_by is None or task.done_at is None:
        return f"{task.label} sudah {task.get_status_display().lower()}. Muat ulang halaman."
    zone = task.agency.zone
    outcome = f" dengan hasil “{task.outcome_label}”" if task.outcome_label else ""
    return (
        f"{task.label} sudah diselesaikan {format_deed(task.done_by, task.done_at, zone)}"
        f"{outcome}. Muat ulang halaman."
    )
