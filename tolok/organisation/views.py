from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.organisation import actions
from tolok.organisation.forms import AliasForm
from tolok.organisation.http import AgencyRequest
from tolok.organisation.models import WorkUnit, WorkUnitAlias, WorkUnitRows

FOLLOWS = "Paketnya dicari ulang di belakang halaman."


def units(request: AgencyRequest) -> HttpResponse:
    return render(request, "organisation/units.html", page_of(request, AliasForm(mine(request))))


@require_POST
def add_alias(request: AgencyRequest) -> HttpResponse:
    form = AliasForm(mine(request), request.POST)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            alias = actions.add_alias(
                form.cleaned_data["work_unit"],
                form.cleaned_data["alias"],
                system=form.cleaned_data["system"],
                actor=request.user,
            )
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"Padanan ditambahkan: {alias}. {FOLLOWS}")
            return redirect("organisation:units")
    page = page_of(request, form) | {"problems": problems}
    return render(request, "organisation/units.html", page, status=422)


@require_POST
def remove_alias(request: AgencyRequest, pk: int) -> HttpResponse:
    alias = get_object_or_404(WorkUnitAlias.objects.visible_to(request.user), pk=pk)
    actions.remove_alias(alias, actor=request.user)
    messages.success(request, f"Padanan dihapus: {alias}. {FOLLOWS}")
    return redirect("organisation:units")


def mine(request: AgencyRequest) -> WorkUnitRows:
    """The work units of the agency the person is at work in."""
    return WorkUnit.objects.of_desk(request)


def page_of(request: AgencyRequest, form: AliasForm) -> dict[str, object]:
    wanted = request.GET.get("cari", "").strip()
    aliases = WorkUnitAlias.objects.of_desk(request)
    return {
        "units": mine(request).named(wanted),
        "aliases": aliases.select_related("work_unit"),
        "form": form,
        "may_write": request.may_open("organisation:add_alias"),
        "wanted": wanted,
    }
