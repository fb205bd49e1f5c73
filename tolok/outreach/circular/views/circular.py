"""The letter: its words, its draft, issuing it, and the step it completes."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.issuing.forms import IssueForm
from tolok.archive.issuing.making import CONTENT_TYPES, draft_bytes, file_name
from tolok.archive.issuing.page import issue_form
from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
from tolok.organisation.clock import today_in
from tolok.outreach.circular import actions
from tolok.outreach.circular.board import counts_of
from tolok.outreach.circular.forms import wording_form
from tolok.outreach.circular.standing import Standing
from tolok.outreach.circular.views.work import letter_file, step_page, the_circular
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download
from tolok.workflow.actions import open_points

PAGE = "outreach/circular.html"


def circular(request: SignedInRequest) -> HttpResponse:
    return render(request, PAGE, _page(request, the_year(request)))


@require_POST
def save_circular(request: SignedInRequest) -> HttpResponse:
    year = the_year(request)
    form = wording_form(year, Standing(year).circular, request.POST)
    if not form.is_valid():
        page = _page(request, year) | {"form": form}
        return render(request, PAGE, page, status=422)
    return _done(
        request,
        year,
        lambda: actions.save_circular(year, form.wording, actor=request.user),
        told="Draf surat edaran disimpan.",
        form=form,
    )


@require_POST
def issue_circular(request: SignedInRequest) -> HttpResponse:
    year, found = the_year(request), the_circular(request)
    form = _issue_form(year, Standing(year), request.POST)
    if form is None or not form.is_valid():
        return render(request, PAGE, _page(request, year) | {"issue": form}, status=422)
    day = form.cleaned_data["tanggal"]
    return _done(
        request,
        year,
        lambda: actions.issue_circular(found, dated=day, number=form.number, actor=request.user),
        told="Surat edaran terbit.",
        issue=form,
    )


@require_POST
def complete_circular(request: SignedInRequest) -> HttpResponse:
    year, found = the_year(request), the_circular(request)
    return _done(
        request,
        year,
        lambda: actions.complete_circular(found, actor=request.user),
        told="Langkah pengiriman surat edaran selesai.",
    )


def circular_preview(request: SignedInRequest) -> FileResponse | HttpResponse:
    """The draft as it would look now, with its mark KONSEP; it is kept nowhere."""
    draft = Standing(the_year(request)).draft
    if draft is None:
        return redirect("outreach:circular")
    known = document(draft.document)
    name = file_name(known, f"KONSEP-{draft.code}", "docx")
    return download(draft_bytes(draft, "docx"), name, CONTENT_TYPES["docx"])


def circular_letter(request: SignedInRequest) -> FileResponse:
    """The letter as it went out, for whoever it concerns."""
    return letter_file(Standing(the_year(request)).letter)


def _page(request: SignedInRequest, year: FiscalYear) -> dict[str, Any]:
    page = step_page(year)
    standing, found = Standing(year), page["circular"]
    task = page["task"]
    may_write = request.may_open("outreach:save_circular")
    writable = may_write and not (standing.outside or (standing.letter and not standing.draft))
    return page | {
        "form": wording_form(year, standing.circular) if writable and standing.version else None,
        "issue": _issue_form(year, standing) if may_write else None,
        "counts": counts_of(standing.circular) if found and standing.circular else (),
        "open_points": open_points(task) if task else (),  # type: ignore[arg-type]
        "may_write": may_write,
    }


def _issue_form(year: FiscalYear, standing: Standing, data: Any = None) -> IssueForm | None:
    """Once the plan is approved, for the draft that waits."""
    if standing.draft is None or not standing.is_approved:
        return None
    return issue_form(standing.draft, today_in(year.agency), data)


def _done(
    request: SignedInRequest,
    year: FiscalYear,
    deed: Callable[[], object],
    *,
    told: str,
    **forms: Any,
) -> HttpResponse:
    try:
        deed()
    except RefusedError as refusal:
        page = _page(request, year) | forms | {"problems": refusal.problems}
        return render(request, PAGE, page, status=422)
    messages.success(request, told)
    return redirect("outreach:circular")
