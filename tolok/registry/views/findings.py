from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.http import at_work
from tolok.people.http import SignedInRequest
from tolok.registry.corrections import actions
from tolok.registry.corrections.bulk import MOST_WITHOUT_TYPING, mark_all_right
from tolok.registry.forms.corrections import CorrectionForm, ExclusionForm
from tolok.registry.forms.findings import FindingFilter, ReasonForm
from tolok.registry.models import Finding, Package
from tolok.registry.published_rows import published_rows
from tolok.ui.paging import paged

TYPED = "BENAR"


def findings(request: SignedInRequest) -> HttpResponse:
    return render(request, "registry/findings.html", list_page(request, ReasonForm()))


def list_page(request: SignedInRequest, reason: ReasonForm) -> dict[str, object]:
    form = filter_of(request)
    rows = form.rows()
    page = paged(request, rows)
    return {
        "form": form,
        "reason": reason,
        "page": page,
        "names": package_names(request, page),
        "groups": form.findings.by_rule(),
        "open": rows.open().count() if form["aturan"].value() else 0,
        "may_mark": request.may_open("registry:mark_all_findings_right"),
        "typed": TYPED,
        "most": MOST_WITHOUT_TYPING,
    }


def filter_of(request: SignedInRequest) -> FindingFilter:
    seen = Finding.objects.seen_in(request)
    return FindingFilter(seen, Package.objects.seen_in(request), request.GET)


def package_names(request: SignedInRequest, found: Iterable[Finding]) -> dict[str, Package]:
    """Package code -> the package, for the findings on one page."""
    codes = (finding.package_code for finding in found)
    return Package.objects.seen_in(request).by_code(codes)


def finding(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Finding.objects.visible_to(request.user), pk=pk)
    return render(request, "registry/finding.html", finding_page(request, found))


def finding_page(request: SignedInRequest, found: Finding) -> dict[str, object]:
    facts = {found.field, *found.values}
    return {
        "finding": found,
        "package": Package.objects.named_by(found).first(),
        "rows": published_rows(found.agency, found.year, found.rows, facts=facts),
        "reason": ReasonForm(auto_id="benar_%s"),
        "correction": CorrectionForm.about(found) if found.field else None,
        "exclusion": ExclusionForm(auto_id="keluar_%s"),
        "next": Finding.objects.visible_to(request.user).next_after(found),
        "may_mark": request.may_open("registry:mark_finding_right"),
    }


@require_POST
def mark_right(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Finding.objects.visible_to(request.user), pk=pk)
    try:
        actions.mark_right(found, reason=request.POST.get("alasan", ""), actor=request.user)
    except RefusedError as refusal:
        page = finding_page(request, found) | {"problems": refusal.problems}
        return render(request, "registry/finding.html", page, status=422)
    messages.success(request, f"Temuan {found.rule} dinyatakan benar.")
    return redirect(f"{reverse('registry:findings')}?aturan={found.rule}")


@require_POST
def mark_all(request: SignedInRequest) -> HttpResponse:
    """The open findings of one rule, as the list was filtered when the reason was written."""
    agency, year = at_work(request)
    rows = filter_of(request).rows()
    try:
        refuse_unsure(rows.open().count(), request)
        done = mark_all_right(
            rows,
            agency=agency,
            year=year,
            reason=request.POST.get("alasan", ""),
            actor=request.user,
        )
    except RefusedError as refusal:
        page = list_page(request, ReasonForm(request.POST)) | {"problems": refusal.problems}
        return render(request, "registry/findings.html", page, status=422)
    messages.success(request, f"{done} temuan dinyatakan benar.")
    return redirect("registry:findings")


def refuse_unsure(count: int, request: SignedInRequest) -> None:
    """K-08: many are decided only by someone who typed the word.

    K-10: nobody decides more or fewer than the page showed.
    """
    if request.POST.get("jumlah") != str(count):
        message = f"Jumlahnya berubah sejak halaman dibuka; kini {count}. Periksa, lalu ulangi."
        raise RefusedError(Problem("K-10", "temuan", message))
    if count > MOST_WITHOUT_TYPING and request.POST.get("ketik") != TYPED:
        message = f"Ketik {TYPED} untuk memutuskan {count} temuan sekaligus."
        raise RefusedError(Problem("K-08", "ketik", message))
