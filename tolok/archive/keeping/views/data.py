from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.keeping import actions
from tolok.archive.keeping.classes import Schedule, retention_of
from tolok.archive.keeping.forms import KeepingFilter, KeepingForm, ReasonForm
from tolok.archive.keeping.rows import Row, rows_of
from tolok.archive.models import Paper
from tolok.core.problem import RefusedError
from tolok.cycle.http import at_work, the_year
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import Column, download, workbook_of
from tolok.ui.paging import paged

SHEET = (
    *(Column("Kode", 11), Column("Dokumen", 14), Column("Judul", 50), Column("Klasifikasi", 12)),
    *(Column("Jenis arsip", 30), Column("Ruang", 20), Column("Boks", 10), Column("Map", 10)),
    *(Column("Aktif s.d.", 12), Column("Inaktif s.d.", 12), Column("Tahap", 14)),
    *(Column("Nasib akhir", 16), Column("Ditahan karena", 30), Column("SHA-256 berkas", 66)),
)


def keepings(request: SignedInRequest) -> HttpResponse:
    return render(request, "archive/keepings.html", keepings_page(request))


def keepings_page(request: SignedInRequest) -> dict[str, object]:
    form, rows = chosen_rows(request)
    page = paged(request, rows)
    may_propose = request.may_open("archive:propose_disposal")
    return {
        "form": form,
        "page": page,
        "may_edit": request.may_open("archive:edit_keeping"),
        "may_list": request.may_open("archive:draft_archive_list"),
        "choosable": may_propose and any(row.may_go for row in page),
        "reason": ReasonForm(),
    }


def chosen_rows(request: SignedInRequest) -> tuple[KeepingFilter, list[Row]]:
    """A year has a few thousand papers at most; their stages are worked out, not stored."""
    agency, _ = at_work(request)
    papers = Paper.objects.seen_in(request).for_archive()
    schedule = Schedule(agency)
    form = KeepingFilter(agency, papers, request.GET)
    rows = rows_of(papers.order_by("document", "pk"), schedule, today_in(agency))
    return form, [row for row in rows if form.keeps(row)]


def export_keepings(request: SignedInRequest) -> FileResponse:
    """All papers the list was asked for."""
    _, rows = chosen_rows(request)
    content = workbook_of("Arsip", SHEET, (line_of(row) for row in rows))
    return download(content, f"Arsip {request.agency} TA {request.year}.xlsx")


def line_of(row: Row) -> tuple[str | date | None, ...]:
    keeping, kind = row.keeping, row.keeping.retention_class
    return (
        *(row.paper.code, row.paper.document, row.paper.title, keeping.classification),
        *(str(kind or ""), keeping.room, keeping.box, keeping.folder),
        row.retention.active_until if row.retention else None,
        row.retention.inactive_until if row.retention else None,
        *(row.stage, kind.fate if kind else "", keeping.hold_reason),
        ", ".join(file.sha256 for file in row.paper.files.all() if not file.is_disposed),
    )


def edit_keeping(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = Paper.objects.visible_to(request.user).select_related(
        "agency", "keeping__retention_class"
    )
    paper = get_object_or_404(seen, pk=pk)
    keeping = Schedule(paper.agency).keeping_of(paper)
    form = KeepingForm(paper.agency, request.POST or None, instance=keeping)
    page: dict[str, Any] = {"form": form, "paper": paper, "kept": retention_of(keeping)}
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_keeping(paper, form.cleaned_data, actor=request.user)
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, "Data arsip disimpan.")
            return redirect(paper)
    wrong = request.method == "POST"
    return render(request, "archive/edit_keeping.html", page, status=422 if wrong else 200)


@require_POST
def draft_archive_list(request: SignedInRequest) -> HttpResponse:
    try:
        paper = actions.draft_archive_list(the_year(request), actor=request.user)
    except RefusedError as refusal:
        page = keepings_page(request) | {"problems": refusal.problems}
        return render(request, "archive/keepings.html", page, status=422)
    return redirect(paper)
