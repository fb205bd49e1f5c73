"""The year's page: its SOP as a table and as a diagram, planned and actual."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.cycle.models import FiscalYear
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download, workbook_of_sheets
from tolok.workflow import actions
from tolok.workflow.models import Deviation, Run
from tolok.workflow.models.deviations import DeviationRows
from tolok.workflow.year_sheets import year_sheets
from tolok.workflow.yearly import rows_of

VIEWER = "bpmn-js/navigated-viewer.js"


def year(request: SignedInRequest) -> HttpResponse:
    return render(request, "workflow/year.html", year_page(request))


@require_POST
def start_run(request: SignedInRequest) -> HttpResponse:
    chosen = _fiscal_year(request)
    if chosen is None:
        raise Http404
    try:
        actions.start_run(chosen, actor=request.user)
    except RefusedError as refusal:
        page = year_page(request) | {"problems": refusal.problems}
        return render(request, "workflow/year.html", page, status=422)
    messages.success(request, f"{chosen.label} berjalan. Tugas pertama ada di kotak tugas.")
    return redirect("workflow:year")


def export_year(request: SignedInRequest) -> FileResponse:
    """The steps with their dates, and the deviations, as the page shows them."""
    run = _run(request, _fiscal_year(request))
    if run is None:
        raise Http404
    content = workbook_of_sheets(
        *year_sheets(rows_of(run, today_in(request.agency)), _deviations(run))
    )
    return download(content, f"Tahun menurut SOP {run.agency} TA {run.year}.xlsx")


def year_page(request: SignedInRequest) -> dict[str, object]:
    fiscal_year = _fiscal_year(request)
    run = _run(request, fiscal_year)
    page: dict[str, object] = {
        "fiscal_year": fiscal_year,
        "run": run,
        "may_see_terms": request.may_open("cycle:fiscal_year"),
        "may_record_outside": request.may_open("cycle:record_outside"),
        "may_start": request.may_open("workflow:start_run"),
    }
    if run is None:
        return page
    rows = rows_of(run, today_in(request.agency))
    here = sorted({row.step.id for row in rows if row.is_here})
    return page | {
        "rows": rows,
        "here": here,
        "done": sorted({row.step.id for row in rows if row.task and not row.is_here}),
        "deviations": _deviations(run),
        "zone": run.agency.time_zone,
        "has_viewer": finders.find(VIEWER) is not None,
    }


def _deviations(run: Run) -> DeviationRows:
    found = Deviation.objects.of_year(run.agency, run.year)
    return found.select_related("task__run__fiscal_year__agency", "officer").defer(
        "task__run__state", "task__run__history"
    )


def _fiscal_year(request: SignedInRequest) -> FiscalYear | None:
    return FiscalYear.objects.seen_in(request).select_related("agency").first()


def _run(request: SignedInRequest, fiscal_year: FiscalYear | None) -> Run | None:
    seen = Run.objects.visible_to(request.user).select_related(
        "sop", "agency", "fiscal_year__agency"
    )
    return seen.filter(fiscal_year=fiscal_year).first() if fiscal_year else None
