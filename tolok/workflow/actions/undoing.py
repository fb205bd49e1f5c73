"""Taking back the last step, while nothing has left the house because of it."""

from django.db import models, transaction

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow import runner
from tolok.workflow.activities import in_the_way_of_undoing
from tolok.workflow.models import PaperDecision, Run, Task, TaskItem
from tolok.workflow.rights import coordinates

ISSUED = ("issued", "signed")


@transaction.atomic
def undo_last(task: Task, *, actor: User, reason: str) -> Task:
    """The task waits again; what became ready through it is gone.

    TG-10: only the last step, only by who did it or the coordinator, only with a reason, and not
    when a paper was issued, a decision is on paper, or somebody has begun what follows.
    """
    run = (
        Run.objects.select_for_update(of=("self",))
        .select_related("sop", "agency", "fiscal_year__agency")
        .get(pk=task.run_id)
    )
    task = Task.objects.select_related("agency", "done_by").get(pk=task.pk)
    task.run = run
    followers = _followers(run)
    if problems := _problems(task, actor, reason):
        raise RefusedError(*problems)
    before = task.outcome_label
    TaskItem.objects.filter(task__in=followers).delete()
    followers.delete()
    task.deviations.all().delete()
    _wait_again(task)
    run.history.pop()
    done = [(step, outcome) for step, outcome in run.history]
    run.state = runner.replay(bytes(run.sop.content), done).state
    run.finished_at = None
    run.save(update_fields=["state", "history", "finished_at"])
    record(
        "workflow.undo_last",
        actor=actor,
        subject=str(task),
        agency=task.agency,
        before={"hasil": before or "selesai"},
        after={"alasan": reason.strip()},
    )
    return task


def in_the_way(task: Task) -> tuple[Problem, ...]:
    """What has come of the last step since, so that it can no longer be taken back."""
    if PaperDecision.objects.filter(task=task).exists() or _issued(task):
        return (_refused(task, "Sudah ada naskah yang terbit karena langkah ini."),)
    if any(_is_begun(one) for one in _followers(task.run)):
        return (_refused(task, "Langkah sesudahnya sudah mulai dikerjakan."),)
    return in_the_way_of_undoing(task)


def _followers(run: Run) -> models.QuerySet[Task]:
    """What became ready through the last step."""
    return run.tasks.filter(turn=len(run.history))


def _wait_again(task: Task) -> None:
    task.status, task.done_at, task.done_by, task.done_as = Task.Status.READY, None, None, ""
    task.outcome = task.outcome_label = task.reason = ""
    task.save(
        update_fields=[
            "status", "done_at", "done_by", "done_as", "outcome", "outcome_label", "reason",
        ]
    )  # fmt: skip


def _problems(task: Task, actor: User, reason: str) -> tuple[Problem, ...]:
    run = task.run
    today = today_in(run.agency)
    last = run.history[-1][0] if run.history else ""
    if task.status != Task.Status.DONE or task.step != last or _later(task):
        return (_refused(task, f"Hanya langkah terakhir ({last or 'belum ada'}) yang dibatalkan."),)
    if task.done_by != actor and not coordinates(run, actor, today):
        return (_refused(task, f"Dibatalkan oleh {task.done_by} atau Koordinator."),)
    if not reason.strip():
        return (_refused(task, "Tuliskan alasannya."),)
    return in_the_way(task)


def _refused(task: Task, why: str) -> Problem:
    return Problem("TG-10", task.step, f"{task.label} tidak dapat dibatalkan. {why}")


def _later(task: Task) -> bool:
    """The same step may have been done again since."""
    again = task.run.tasks.done().filter(step=task.step, done_at__gt=task.done_at)
    return again.exists()


def _issued(task: Task) -> bool:
    return task.items.brought_forth().filter(paper__status__in=ISSUED).exists()


def _is_begun(task: Task) -> bool:
    """What was carried over to it from earlier steps is nobody's work on it."""
    answered = task.items.exclude(met=TaskItem.Met.NOT_YET)
    said = answered.filter(met_at__gte=task.ready_at).exists()
    handed = task.person_id is not None
    is_work = not task.run.definition.step(task.step).is_end
    return is_work and (not task.is_ready or said or handed or task.files.exists())
