from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tolok.archive.issuances import actions
from tolok.archive.issuances.actions import How
from tolok.archive.issuances.forms import NUMBERED, IssuanceForm
from tolok.archive.issuing.about import prints_number
from tolok.archive.models import Issuance, Paper
from tolok.archive.models.papers import PaperRows
from tolok.archive.numbers.actions import peek_number
from tolok.archive.numbers.series import series_for
from tolok.archive.working import where_it_stands
from tolok.core.identifiers import row_number
from tolok.core.problem import RefusedError, read_back
from tolok.cycle.http import the_year
from tolok.documents.catalogue import TITLES, document
from tolok.documents.rendering.pdf import libreoffice
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.ui.paging import ROWS_A_PAGE, paged
from tolok.ui.parts import Progress

MOST = 100  # drafts on the page where they are chosen


def ask_issuance(request: SignedInRequest) -> HttpResponse:
    """Which drafts of a document, and with what."""
    code = known_code(request.GET.get("dokumen", ""))
    return render(request, "archive/ask_issuance.html", asking_page(request, code))


@require_POST
def start_issuance(request: SignedInRequest) -> HttpResponse:
    code = known_code(request.POST.get("dokumen", ""))
    form = issuance_form(request, code, request.POST)
    chosen = {pk for text in request.POST.getlist("naskah") if (pk := row_number(text))}
    whole = bool(request.POST.get("semua"))
    page: dict[str, object] = {"form": form, "chosen": chosen, "whole": whole}
    if form.is_valid():
        given = form.cleaned_data
        how = How(given["tanggal"], given["nomor"] == NUMBERED, given.get("pdf", False))
        found = drafts(request, code)
        papers = list(found if whole else found.filter(pk__in=chosen))
        try:
            made = actions.start_issuance(
                code, papers, how, year=the_year(request), actor=request.user
            )
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            return redirect(made)
    page = asking_page(request, code) | page
    return render(request, "archive/ask_issuance.html", page, status=422)


def asking_page(request: SignedInRequest, code: str) -> dict[str, object]:
    found = drafts(request, code)
    papers = list(found[:MOST])
    return {
        "total": found.count(),
        "whole": True,
        "document": code,
        "title": TITLES[code],
        "papers": papers,
        "chosen": {paper.pk for paper in papers},
        "form": issuance_form(request, code),
    }


def drafts(request: SignedInRequest, code: str) -> PaperRows:
    """In the order in which they were made; so they are numbered."""
    mine = Paper.objects.seen_in(request).drafts().filter(document=code)
    return mine.for_list().order_by("made_at", "pk")


def issuance_form(request: SignedInRequest, code: str, data: Any = None) -> IssuanceForm:
    year = the_year(request)
    day = today_in(year.agency)
    series = series_for(year.agency, code)
    return IssuanceForm(
        peek_number(series, day) if series else "",
        data,
        needed=prints_number(document(code)),
        can_pdf=libreoffice() is not None,
        today=day,
    )


def known_code(text: str) -> str:
    if text not in TITLES:
        raise Http404
    return text


def issuance(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_issuance(request, pk)
    return where_it_stands(request, found, issuance_page(request, found), name="issuance")


def issuance_page(request: SignedInRequest, found: Issuance) -> dict[str, object]:
    total = found.items.count()
    issued = found.items.issued()
    troubled = found.items.with_problems().select_related("paper")
    return {
        "issuance": found,
        "issued": issued.count(),
        "troubled": [(item, read_back(item.problems)) for item in troubled[:ROWS_A_PAGE]],
        "troubled_count": troubled.count(),
        "papers": paged(request, issued.select_related("paper__number")),
        "stuck": found.is_stuck(timezone.now()),
        "may_continue": request.may_open("archive:continue_issuance"),
        "progress": Progress(
            label=str(found),
            doing=f"Menerbitkan {found.document}",
            done=total - found.items.waiting().count(),
            total=total,
            unit="naskah",
            href=found.get_absolute_url(),
            running=found.is_working,
        ),
    }


@require_POST
def continue_issuance(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_issuance(request, pk)
    actions.continue_issuance(found)
    return redirect(found)


def the_issuance(request: SignedInRequest, pk: int) -> Issuance:
    seen = Issuance.objects.visible_to(request.user).select_related("agency", "made_by")
    return get_object_or_404(seen, pk=pk)
