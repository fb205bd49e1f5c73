"""Whose papers and files a person may open on the pages of tasks."""

from __future__ import annotations

from django.utils import timezone

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.people.http import SignedInRequest
from tolok.workflow.models import Task
from tolok.workflow.models.tasks import TaskRows


def seen_closely(request: SignedInRequest) -> TaskRows:
    """The tasks whose papers and files one may open: staff those of all, a respondent the own.

    T1: that a task waits elsewhere is no secret; what another unit answered in it is.
    """
    seen = Task.objects.visible_to(request.user)
    if request.user.is_respondent():
        return seen.held_by(request.user, timezone.localdate())
    return seen


def papers_to_choose(request: SignedInRequest, task: Task) -> PaperRows:
    """By which papers a requirement may be met: a respondent knows those of the own unit."""
    found = Paper.objects.visible_to(request.user).to_choose_from(task.agency, task.year)
    if request.user.is_respondent():
        return found.filter(unit__in=request.user.units())
    return found
