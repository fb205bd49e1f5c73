"""What was done since work was sent back: the resubmission shows it beside the open notes."""

from __future__ import annotations

from collections.abc import Iterator

from tolok.workflow.activities import Change, changes_of
from tolok.workflow.definition import RETURNED
from tolok.workflow.models import Task, TaskFile, TaskItem

Place = tuple[str, int, str, int]  # step, round, kind and order of an item


def last_return(task: Task) -> Task | None:
    """The decision that last sent back what this task repairs, or decides on again."""
    definition = task.run.definition
    found = task.run.tasks.done().filter(outcome=RETURNED, turn__lt=task.turn).order_by("-turn")
    for one in found.select_related("done_by"):
        if task.step == one.step or task.step in definition.decided_upon(one.definition_step):
            return one
    return None


def changes_since(returned: Task, task: Task) -> tuple[Change, ...]:
    """By the phase of the task's activity, else requirements, outputs and files of the tasks that
    were done again: each as it is now, with what it was before."""
    return changes_of(task) or (*_items(returned), *_files(returned))


def _items(returned: Task) -> Iterator[Change]:
    steps = returned.run.definition.decided_upon(returned.definition_step)
    items = TaskItem.objects.filter(task__run=returned.run, task__step__in=steps)
    known = items.exclude(met=TaskItem.Met.NOT_YET).select_related("task", "paper", "met_by")
    before: dict[Place, str] = {}
    for item in known.order_by("task__turn", "pk"):
        place, now = _place(item), _told(item)
        if item.task.turn > returned.turn and before.get(place, "") != now:
            name = f"{item.task.label}: {item.name}"
            yield Change(name, before.get(place, ""), now, str(item.met_by), item.met_at)
        before[place] = now


def _files(returned: Task) -> Iterator[Change]:
    steps = returned.run.definition.decided_upon(returned.definition_step)
    added = TaskFile.objects.filter(
        task__run=returned.run, task__step__in=steps, task__turn__gt=returned.turn
    )
    for file in added.select_related("task", "added_by"):
        told = " ".join(filter(None, (file.name, file.note)))
        yield Change(f"{file.task.label}: berkas", "", told, str(file.added_by), file.added_at)


def _place(item: TaskItem) -> Place:
    return item.task.step, item.task.round, item.kind, item.place


def _told(item: TaskItem) -> str:
    """By what it is met; a file of the same name may still be another."""
    if item.met == TaskItem.Met.MISSING:
        return f"belum ada: {item.reason}"
    file = f"{item.file_name} ({item.file_sha256[:8]})" if item.file_name else ""
    return f"{item.get_met_display()}: {item.paper or file}"
