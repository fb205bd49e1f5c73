"""Editing one row: the same page for goals, areas, indicators and actions."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.planning.actions.aims import remove_row
from tolok.planning.actions.deciding import settle_note
from tolok.planning.actions.fields import Saved, save_fields
from tolok.planning.actions.indicators import remove_indicator
from tolok.planning.both_texts import BothTexts, both_texts
from tolok.planning.forms.rows import ActionForm, AreaForm, GoalForm, ManualForm, RowForm
from tolok.planning.models import (
    Action,
    Goal,
    Note,
    PlannedIndicator,
    PlanVersion,
    Rival,
    StrategicArea,
)
from tolok.planning.owners import known_owners
from tolok.planning.places import Places
from tolok.planning.rows import Row, key_of, kind_of, version_of
from tolok.planning.views.work import Part, page_of, the_plan, the_row


@dataclass(frozen=True)
class Kind:
    """One kind of row as its page shows it."""

    form: type[RowForm]
    part: str  # the page that lists it, and its step
    noun: str


KINDS: Mapping[type, Kind] = {
    Goal: Kind(GoalForm, "goals", "Tujuan"),
    StrategicArea: Kind(AreaForm, "areas", "Area strategis"),
    PlannedIndicator: Kind(ManualForm, "indicators", "Indikator"),
    Action: Kind(ActionForm, "actions", "Rencana aksi"),
}


def edit_row(request: SignedInRequest, pk: int, model: type[Part]) -> HttpResponse:
    """Saved as one types; without scripts, by the button."""
    row = the_row(request, model, pk)
    kind = KINDS[model]
    form = kind.form(row, request.POST if request.method == "POST" else None)
    context = row_page(request, row, kind.part) | {"form": form} | _around(row)
    if request.method != "POST":
        form.close(unless=bool(context["may_write"]))
        return render(request, "planning/row.html", context)
    return saved(request, form, context, "planning/row.html", f"planning:{kind.part}")


def saved(
    request: SignedInRequest,
    form: RowForm,
    context: dict[str, object],
    template: str,
    done: str,
) -> HttpResponse:
    """Keep what could be read; say what could not, and what stands beside a colleague's text."""
    form.is_valid()
    problems: tuple[Problem, ...] = ()
    result = Saved()
    try:
        result = save_fields(form.row, form.values(), form.seen(), actor=request.user)
    except RefusedError as refusal:
        problems = refusal.problems
    form.row.refresh_from_db()
    form.changed = frozenset(result.changed)
    version = PlanVersion.objects.get(pk=version_of(form.row).pk)
    context |= {"version": version, "problems": problems, "rivals": rivals_of(form.row)}
    if request.htmx:
        return render(request, "planning/saved.html", context)
    if problems or form.errors or result.rivals:
        return render(request, template, context, status=422)
    messages.success(request, "Tersimpan.")
    return redirect(done)


def row_page(request: SignedInRequest, row: Row, part: str) -> dict[str, object]:
    version = version_of(row)
    key = key_of(row)
    notes = Note.objects.of_version(version).unsettled()
    return page_of(request, part, version) | {
        "row": row,
        "rivals": rivals_of(row),
        "notes": [one for one in notes if one.key == key or one.key.startswith(f"{key}.")],
    }


def _around(row: Part) -> dict[str, object]:
    """Where the page leads."""
    kind = KINDS[type(row)]
    name = {"goals": "goal", "areas": "area", "indicators": "indicator", "actions": "action"}
    return {
        "kind": kind,
        "back": f"planning:{kind.part}",
        "remove": reverse(f"planning:remove_{name[kind.part]}", args=[row.pk]),
        "following": _following(row),
        "owners": known_owners(row.version) if hasattr(row, "owner_unit") else None,
    }


def _following(row: Part) -> PlannedIndicator | None:
    """Manuals are filled in one after the other."""
    if not isinstance(row, PlannedIndicator):
        return None
    return row.version.indicators.filter(pk__gt=row.pk).first()


def rivals_of(row: Row) -> list[BothTexts]:
    return both_texts(Rival.objects.of_row(version_of(row), kind_of(row), key_of(row)))


@require_POST
def remove(request: SignedInRequest, pk: int, model: type[Part]) -> HttpResponse:
    row = the_row(request, model, pk)
    back, told = f"planning:{KINDS[model].part}", f"Dihapus: {row}."
    try:
        if isinstance(row, PlannedIndicator):
            remove_indicator(row, actor=request.user)
        else:
            remove_row(row, actor=request.user)
    except RefusedError as refusal:
        context = row_page(request, row, KINDS[model].part) | {
            "form": KINDS[model].form(row),
            "problems": refusal.problems,
        }
        context |= _around(row)
        return render(request, "planning/row.html", context, status=422)
    messages.success(request, told)
    return redirect(back)


@require_POST
def settle_one_note(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the leaders asked for at a place is done."""
    version = the_plan(request)
    note = get_object_or_404(Note.objects.of_version(version), pk=pk)
    try:
        settle_note(note, actor=request.user)
    except RefusedError as refusal:
        for problem in refusal.problems:
            messages.error(request, f"{problem.message} ({problem.rule})")
    else:
        messages.success(request, f"Catatan ditandai selesai: {note.place}.")
    return redirect(
        Places(version).of_key(note.key) if "kembali" in request.POST else "planning:plan"
    )
