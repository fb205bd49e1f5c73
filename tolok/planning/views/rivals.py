"""Two people wrote in one place: a person chooses which text stays."""

from collections.abc import Mapping
from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.people.models import User
from tolok.planning.actions.fields import save_fields, settle_rival
from tolok.planning.actions.targets import set_targets
from tolok.planning.both_texts import row_of, target_number
from tolok.planning.forms.rows import ActionForm, AreaForm, DirectionForm, GoalForm, ManualForm
from tolok.planning.models import Action, Goal, PlannedIndicator, Rival, StrategicArea
from tolok.planning.views.work import the_plan

PAGES: Final[Mapping[str, str]] = {
    "version": "planning:goals",
    "goal": "planning:goals",
    "area": "planning:areas",
    "indicator": "planning:indicators",
    "action": "planning:actions",
    "target": "planning:targets",
}


@require_POST
def settle_one_rival(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take this text (`pakai`), or leave what is there; the trail keeps both."""
    version = the_plan(request)
    rival = get_object_or_404(Rival.objects.filter(version=version), pk=pk)
    try:
        with transaction.atomic():
            if "pakai" in request.POST:
                take(rival, request.user)
            settle_rival(rival, actor=request.user)
    except RefusedError as refusal:
        for problem in refusal.problems:
            messages.error(request, f"{problem.message} ({problem.rule})")
    else:
        messages.success(request, f"Tulisan ganda pada {rival.label} diselesaikan.")
    return redirect(PAGES[rival.kind])


def take(rival: Rival, actor: User) -> None:
    """RN-39: a text that no longer fits its field is chosen there by hand."""
    if rival.kind == "target":
        indicator = get_object_or_404(rival.version.indicators, code=rival.key)
        set_targets(indicator, {target_number(rival): rival.text}, actor=actor)
        return
    form = _form(rival, {rival.field: rival.text})
    if not form.is_valid():
        message = f"“{rival.text}” tidak dapat diisikan begitu saja. Isikan sendiri di tempatnya."
        raise RefusedError(Problem("RN-39", rival.label, message))
    save_fields(form.row, form.values(), {}, actor=actor)


def _form(
    rival: Rival, data: Mapping[str, str]
) -> DirectionForm | GoalForm | AreaForm | ManualForm | ActionForm:
    row = row_of(rival)
    match row:
        case None:
            raise Http404
        case Goal():
            return GoalForm(row, data)
        case StrategicArea():
            return AreaForm(row, data)
        case PlannedIndicator():
            return ManualForm(row, data)
        case Action():
            return ActionForm(row, data)
    return DirectionForm(row, data)
