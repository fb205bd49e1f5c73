from datetime import date

from django.forms import Form
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render

from tolok.archive.issuing.about import prints_number
from tolok.archive.issuing.forms import PaperFilter
from tolok.archive.issuing.origins import origin_of
from tolok.archive.issuing.page import next_steps, shown_files
from tolok.archive.matrix.expectations import step_of
from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
from tolok.documents.rendering.pdf import libreoffice
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import Column, download, workbook_of
from tolok.trail.models import AuditEntry
from tolok.ui.paging import paged

TRAIL_ROWS = 20
SHEET = (
    *(Column("Kode", 11), Column("Dokumen", 14), Column("Judul", 50), Column("Unit", 30)),
    *(Column("Periode", 10), Column("Nomor", 32), Column("Tanggal", 12), Column("Status", 24)),
)


def papers(request: SignedInRequest) -> HttpResponse:
    form = PaperFilter(mine(request), request.GET)
    page = paged(request, form.rows().for_list())
    return render(request, "archive/papers.html", {"form": form, "page": page} | offer(request))


def offer(request: SignedInRequest) -> dict[str, object]:
    """Once one document is looked at, its drafts may be issued in one go."""
    code = request.GET.get("dokumen", "")
    drafts = mine(request).drafts().filter(document=code)
    may = request.may_open("archive:ask_issuance") and drafts.exists()
    return {"drafts": code if may else ""}


def export_papers(request: SignedInRequest) -> FileResponse:
    """All papers the list was asked for."""
    rows = PaperFilter(mine(request), request.GET).rows().for_list()
    content = workbook_of("Dokumen", SHEET, (row_of(paper) for paper in rows))
    return download(content, f"Dokumen {request.agency} TA {request.year}.xlsx")


def row_of(paper: Paper) -> tuple[str | date | None, ...]:
    return (
        *(paper.code, paper.document, paper.title, paper.unit.name if paper.unit else ""),
        *(paper.period, paper.number_text, paper.dated, paper.get_status_display()),
    )


def mine(request: SignedInRequest) -> PaperRows:
    return Paper.objects.seen_in(request)


def paper(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(request, "archive/paper.html", paper_page(request, the_paper(request, pk)))


def the_paper(request: SignedInRequest, pk: int) -> Paper:
    seen = Paper.objects.visible_to(request.user)
    related = ("unit", "number", "agency", "template", "made_by", "issued_by", "replaces")
    return get_object_or_404(seen.select_related(*related), pk=pk)


def paper_page(request: SignedInRequest, found: Paper, **steps: Form) -> dict[str, object]:
    """The page as it is, or with a form that was refused in place of the empty one."""
    known, may_write = document(found.document), request.may_open("archive:issue_paper")
    year = FiscalYear.objects.filter(agency=found.agency, year=found.year).first()
    trail = AuditEntry.objects.visible_to(request.user).about(found.code)
    return {
        "paper": found,
        "origin": origin_of(found),
        "sop_step": step_of(found.document, year.sop) if year else "",
        "known": known,
        "gets_number": found.status == Paper.Status.DRAFT and prints_number(known),
        "files": shown_files(found),
        "replaced_by": found.replaced_by.defer("facts").first(),
        "steps": next_steps(found, today_in(found.agency)) | steps if may_write else {},
        "may_write": may_write,
        "may_archive": request.may_open("archive:edit_keeping"),
        "can_pdf": libreoffice() is not None,
        "trail": trail[:TRAIL_ROWS],
    }
