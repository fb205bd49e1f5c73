from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.keeping import actions
from tolok.archive.keeping.forms import ReasonForm
from tolok.archive.keeping.views.data import keepings_page
from tolok.archive.models import Disposal, Paper, Pile
from tolok.core.identifiers import row_number
from tolok.core.problem import RefusedError
from tolok.cycle.http import at_work
from tolok.people.http import SignedInRequest
from tolok.ui.paging import paged

Status = Disposal.Status


def disposals(request: SignedInRequest) -> HttpResponse:
    rows = Disposal.objects.of_desk(request).with_people()
    page = paged(request, rows)
    return render(request, "archive/disposals.html", {"page": page})


@require_POST
def propose_disposal(request: SignedInRequest) -> HttpResponse:
    agency, year = at_work(request)
    chosen = [pk for text in request.POST.getlist("naskah") if (pk := row_number(text))]
    papers = list(Paper.objects.visible_to(request.user).filter(agency=agency, pk__in=chosen))
    try:
        disposal = actions.propose_disposal(
            agency, year, papers, reason=request.POST.get("alasan", ""), actor=request.user
        )
    except RefusedError as refusal:
        page = keepings_page(request) | {"problems": refusal.problems}
        return render(request, "archive/keepings.html", page, status=422)
    messages.success(request, f"{disposal} menunggu keputusan orang lain.")
    return redirect(disposal)


def the_disposal(request: SignedInRequest, pk: int) -> Disposal:
    return get_object_or_404(Disposal.objects.visible_to(request.user).with_people(), pk=pk)


def disposal(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(
        request, "archive/disposal.html", disposal_page(request, the_disposal(request, pk))
    )


def disposal_page(request: SignedInRequest, found: Disposal) -> dict[str, object]:
    waits = found.status == Status.PROPOSED
    own = found.proposed_by == request.user
    items = found.items.select_related("paper")
    piles = Pile.objects.filter(is_disposed=False, sheets__paper__disposal_items__disposal=found)
    return {
        "disposal": found,
        "items": items,
        "piles": piles.distinct(),
        "may_decide": waits and not own and request.may_open("archive:decide_disposal"),
        "may_withdraw": waits and own and request.may_open("archive:withdraw_disposal"),
        "own": waits and own,
        "reason": ReasonForm(),
    }


@require_POST
def decide(request: SignedInRequest, pk: int, outcome: str) -> HttpResponse:
    found = the_disposal(request, pk)
    try:
        found = DECIDE[outcome](request, found)
    except RefusedError as refusal:
        page = disposal_page(request, found) | {"problems": refusal.problems}
        return render(request, "archive/disposal.html", page, status=422)
    messages.success(request, f"{found}: {found.get_status_display().lower()}.")
    return redirect(found)


def said(request: SignedInRequest) -> str:
    return request.POST.get("alasan", "")


DECIDE: Mapping[str, Callable[[SignedInRequest, Disposal], Disposal]] = {
    "decide": lambda request, found: actions.decide_disposal(
        found, reason=said(request), actor=request.user
    ),
    "refuse": lambda request, found: actions.refuse_disposal(
        found, reason=said(request), actor=request.user
    ),
    "withdraw": lambda request, found: actions.withdraw_disposal(found, actor=request.user),
}
