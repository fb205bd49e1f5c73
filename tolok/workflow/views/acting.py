"""What the pages share: finding what a person may see, and telling why something is refused."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.workflow.models import Task
from tolok.workflow.views.task_page import task_page


def seen_task(request: SignedInRequest, pk: int) -> Task:
    """The task; its frame names the year it belongs to, whichever was chosen before."""
    seen = Task.objects.visible_to(request.user).select_related(
        "agency", "person", "done_by", "returned_from", "run__sop",
        "run__fiscal_year__agency",
    )  # fmt: skip
    task = get_object_or_404(seen, pk=pk)
    request.year = task.year
    return task


def done(
    request: SignedInRequest, task: Task, act: Callable[[], object], told: str, **page: object
) -> HttpResponse:
    """Back to the task's page, where a refusal is shown too."""
    try:
        act()
    except RefusedError as refusal:
        context = task_page(request, seen_task(request, task.pk))
        context |= page | {"problems": refusal.problems}
        return render(request, "workflow/task.html", context, status=422)
    messages.success(request, f"{told} {_then(task)}".strip())
    return redirect("workflow:task", task.pk)


def _then(task: Task) -> str:
    """What came up through it, and with whom it lies now; "" while it waits."""
    done_at = Task.objects.values_list("done_at", flat=True).get(pk=task.pk)
    if done_at is None or not task.is_ready:  # the object is older than the deed
        return ""
    after = task.run.tasks.ready().filter(ready_at=done_at).select_related("person")
    named = "; ".join(f"{one.label} ({one.person or one.role_label})" for one in after)
    return f"Berikutnya: {named}." if named else ""
