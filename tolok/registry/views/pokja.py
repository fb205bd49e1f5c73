from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.registry.forms.registers import MembersForm, PokjaForm
from tolok.registry.models import Package, Pokja
from tolok.registry.pokja import actions
from tolok.ui.paging import paged


def pokja_list(request: SignedInRequest) -> HttpResponse:
    rows = Pokja.objects.seen_in(request).prefetch_related("members")
    page = paged(request, rows)
    return render(request, "registry/pokja_list.html", {"page": page})


def pokja(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Pokja.objects.visible_to(request.user), pk=pk)
    return render(request, "registry/pokja.html", pokja_page(request, found))


def pokja_page(
    request: SignedInRequest,
    found: Pokja,
    *,
    form: PokjaForm | None = None,
    members: MembersForm | None = None,
) -> dict[str, object]:
    handled = Package.objects.seen_in(request).filter(pokja=found)
    return {
        "pokja": found,
        "form": form or PokjaForm(found),
        "members": members or MembersForm(found),
        "page": paged(request, handled.for_list()),
        "may_confirm": request.may_open("registry:confirm_pokja"),
    }


@require_POST
def confirm_pokja(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Pokja.objects.visible_to(request.user), pk=pk)
    form = PokjaForm(found, request.POST)
    page = pokja_page(request, found, form=form)
    if form.is_valid():
        try:
            confirmed = actions.confirm_pokja(found, form.decree(), actor=request.user)
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, f"{confirmed} dicatat dalam daftar Pokja.")
            return redirect(confirmed)
    return render(request, "registry/pokja.html", page, status=422)


@require_POST
def date_members(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Pokja.objects.visible_to(request.user), pk=pk)
    members = MembersForm(found, request.POST)
    page = pokja_page(request, found, members=members)
    if members.is_valid():
        try:
            actions.date_members(found, members.memberships(), actor=request.user)
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, "Masa keanggotaan disimpan.")
            return redirect(found)
    return render(request, "registry/pokja.html", page, status=422)
