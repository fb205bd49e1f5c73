"""Whose papers and files a person may open on the pages of tasks."""

from __future__ import annotations

from django.db.models import Q

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.workflow.models import Task
from tolok.workflow.models.tasks import TaskRows
from tolok.workflow.rights import fellows_in_unit


def seen_closely(request: SignedInRequest) -> TaskRows:
    """The tasks one may work on: staff all of them, a respondent those of the own office."""
    seen = Task.objects.visible_to(request.user)
    if request.user.is_respondent():
        return seen.held_by(request.user, today_in(request.agency))
    return seen


def brought_by(request: SignedInRequest, who: str) -> Q:
    """Which files one may open, by the name of the field that says who brought them.

    T1: a task of respondents is one for all units. That it waits is no secret; what another unit
    answered in it is.
    """
    return Q(**{f"{who}__in": own_people(request)}) if request.user.is_respondent() else Q()


def own_people(request: SignedInRequest) -> frozenset[int]:
    """A respondent and whoever else holds an office in the same unit today."""
    return fellows_in_unit(request.user, today_in(request.agency))


def papers_to_choose(request: SignedInRequest, task: Task) -> PaperRows:
    """By which papers a requirement may be met: a respondent knows those of the own unit."""
    found = Paper.objects.visible_to(request.user).to_choose_from(task.agency, task.year)
    if request.user.is_respondent():
        return found.filter(unit__in=request.user.units())
    return found
