"""What the pages act on: the plan of the agency and year at hand, as far as one may see it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeAlias, TypeVar

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from tolok.people.http import SignedInRequest
from tolok.planning.models import Action, Goal, PlannedIndicator, PlanVersion, StrategicArea
from tolok.planning.models.plans import PlanVersionRows
from tolok.planning.parts import state_of
from tolok.planning.steps import step_of
from tolok.planning.tasks import waiting_at

View: TypeAlias = Callable[[SignedInRequest], HttpResponse]
Part: TypeAlias = Goal | StrategicArea | PlannedIndicator | Action
Row = TypeVar("Row", bound=Part)


class NotOpenedError(Http404):
    """The year has no plan yet, or none this person may see."""


def part_of_plan(view: View) -> View:
    """A page of a part leads, before the plan is opened, to where it is opened: tasks in the inbox
    name such pages."""

    @wraps(view)
    def page(request: SignedInRequest) -> HttpResponse:
        try:
            return view(request)
        except NotOpenedError:
            if request.method != "GET":
                raise
            return redirect("planning:plan")

    return page


def versions(request: SignedInRequest) -> PlanVersionRows:
    """Drafts are seen by who works on them or decides, substitutes included; others see what
    was approved."""
    found = PlanVersion.objects.visible_to(request.user).of_year(request.agency, request.year)
    return found if request.may_open("planning:approval") else found.decided()


def newest(request: SignedInRequest) -> PlanVersion | None:
    return versions(request).first()


def the_plan(request: SignedInRequest) -> PlanVersion:
    """The version one works on; a page of a part does not exist before the plan is opened."""
    version = newest(request)
    if version is None:
        raise NotOpenedError
    return version


def the_row(request: SignedInRequest, model: type[Row], pk: int) -> Row:
    """A row of that version; rows of other agencies and years do not exist."""
    rows = model._default_manager.visible_to(request.user)
    row: Row = get_object_or_404(rows, pk=pk)  # type: ignore[assignment]  # of that model
    if row.version != newest(request):
        raise Http404
    return row


def page_of(request: SignedInRequest, part: str, version: PlanVersion) -> dict[str, object]:
    """What every page of the plan says: which version, which step, whether it can be written."""
    return {
        "version": version,
        "state": state_of(version),
        "step": step_of(part, version.plan.year),
        "task": waiting_at(version, part),
        "zone": version.agency.time_zone,
        "may_write": version.is_editable and request.may_open("planning:save_direction"),
        "may_submit": version.is_editable and request.may_open("planning:submit_plan"),
    }
