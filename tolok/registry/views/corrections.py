from collections.abc import Callable, Mapping
from typing import TypeAlias

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.registry.corrections import actions
from tolok.registry.forms.findings import DecisionForm
from tolok.registry.models import Correction, Exclusion, Package
from tolok.registry.models.corrections import Decision
from tolok.scans.serving import as_download
from tolok.ui.frame import Choice
from tolok.ui.paging import paged

Change: TypeAlias = Correction | Exclusion
Model: TypeAlias = type[Correction] | type[Exclusion]


def corrections(request: SignedInRequest) -> HttpResponse:
    mine = may_decide(request)
    wanted = request.GET.get("jenis") or ("saya" if mine else "menunggu")
    page = paged(request, listed(request, wanted))
    packages = Package.objects.seen_in(request)
    context = {
        "page": page,
        "choices": tabs(wanted, mine=mine),
        "names": packages.by_code(change.package_code for change in page),
        "waiting": wanted in ("saya", "menunggu"),
    }
    return render(request, "registry/corrections.html", context)


def may_decide(request: SignedInRequest) -> bool:
    return request.may_open("registry:accept_correction")


def tabs(wanted: str, *, mine: bool) -> list[Choice]:
    labels = {
        "saya": "Menunggu keputusan saya",
        "menunggu": "Semua yang menunggu",
        "koreksi": "Semua koreksi",
        "pengecualian": "Semua pengecualian",
    }
    return [
        Choice(label, f"?jenis={key}", current=key == wanted)
        for key, label in labels.items()
        if mine or key != "saya"
    ]


def listed(request: SignedInRequest, wanted: str) -> list[Change]:
    """Few enough to be laid together: people write each of them by hand."""
    of_year = [model.objects.seen_in(request).with_people() for model in (Correction, Exclusion)]
    match wanted:
        case "koreksi":
            rows = of_year[:1]
        case "pengecualian":
            rows = of_year[1:]
        case "saya":
            rows = [found.pending().exclude(proposed_by=request.user) for found in of_year]
        case _:
            rows = [found.pending() for found in of_year]
    changes: list[Change] = [change for found in rows for change in found]
    return sorted(changes, key=lambda change: change.proposed_at, reverse=True)


def the_change(request: SignedInRequest, model: Model, pk: int) -> Change:
    seen: QuerySet[Change] = model.objects.visible_to(request.user).with_people()
    return get_object_or_404(seen, pk=pk)


def change(request: SignedInRequest, pk: int, model: Model) -> HttpResponse:
    found = the_change(request, model, pk)
    return render(request, "registry/change.html", change_page(request, found))


def change_page(request: SignedInRequest, found: Change) -> dict[str, object]:
    waits = found.decision == Decision.PENDING
    own = found.proposed_by == request.user
    ends = found.decision == Decision.ACCEPTED and not own and may_decide(request)
    return {
        "change": found,
        "package": Package.objects.named_by(found).first(),
        "reason": DecisionForm(),
        "kind": "correction" if isinstance(found, Correction) else "exclusion",
        "may_decide": may_decide(request) and waits and not own,
        "may_withdraw": (waits and own) or ends,
        "own": own and waits,
    }


@require_POST
def decide(request: SignedInRequest, pk: int, model: Model, decision: Decision) -> HttpResponse:
    found = the_change(request, model, pk)
    reason = request.POST.get("alasan", "")
    try:
        DECIDE[decision](found, actor=request.user, reason=reason)
    except RefusedError as refusal:
        page = change_page(request, found) | {"problems": refusal.problems}
        return render(request, "registry/change.html", page, status=422)
    messages.success(request, f"Usul {decision.label.lower()}: {found}.")
    return redirect(found)


DECIDE: Mapping[Decision, Callable[..., Change]] = {
    Decision.ACCEPTED: actions.accept,
    Decision.REFUSED: actions.refuse,
    Decision.WITHDRAWN: actions.withdraw,
}


def evidence(request: SignedInRequest, pk: int) -> FileResponse:
    seen = Correction.objects.visible_to(request.user).exclude(evidence_sha256="")
    found = get_object_or_404(seen, pk=pk)
    return as_download(found.evidence_sha256, found.evidence_name)
