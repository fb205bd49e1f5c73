import json
from typing import get_args

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from tolok.archive.issuing.actions.pdf import draft_pdf
from tolok.archive.issuing.making import CONTENT_TYPES, draft_bytes, file_name
from tolok.archive.issuing.views.papers import paper_page, the_paper
from tolok.archive.models import Paper, PaperFile
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.document import Format
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download
from tolok.scans.serving import as_download, drawn_picture


def paper_file(request: SignedInRequest, pk: int) -> FileResponse:
    """A kept file, byte for byte; saved, and never shown or run by the browser."""
    found = get_object_or_404(PaperFile.objects.visible_to(request.user), pk=pk)
    return as_download(found.sha256, found.name, found.content_type)


def paper_file_picture(request: SignedInRequest, pk: int) -> FileResponse:
    """A scanned picture as Tolok has drawn it anew."""
    pictures = PaperFile.objects.visible_to(request.user).kept().exclude(shown_sha256="")
    found = get_object_or_404(pictures, pk=pk)
    return drawn_picture(found.shown_sha256, found.content_type)


def paper_facts(request: SignedInRequest, pk: int) -> FileResponse:
    """The facts as `tolok documents render --facts` reads them."""
    found = the_paper(request, pk)
    data = json.dumps(found.facts, ensure_ascii=False, indent=1, sort_keys=True)
    return download(data.encode(), f"{found.document}-{found.code}.json", "application/json")


def paper_draft(request: SignedInRequest, pk: int, kind: str) -> FileResponse | HttpResponse:
    """How a draft would look now, in one of its document's formats or as a PDF."""
    found = the_paper(request, pk)
    known = document(found.document)
    if found.status != Paper.Status.DRAFT or kind not in (*known.formats, "pdf"):
        raise Http404
    try:
        data = draft_pdf(found) if kind == "pdf" else draft_bytes(found, _format(kind))
    except RefusedError as refusal:
        page = paper_page(request, found) | {"problems": refusal.problems}
        return render(request, "archive/paper.html", page, status=422)
    return download(data, file_name(known, f"KONSEP-{found.code}", kind), CONTENT_TYPES[kind])


def _format(kind: str) -> Format:
    one: Format = next(known for known in get_args(Format) if known == kind)
    return one
