"""Templates and their previews, to be saved: no browser shows what somebody uploaded."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render

from tolok.archive.files import kept_file
from tolok.archive.issuing.actions.pdf import pdfs_of
from tolok.archive.issuing.making import CONTENT_TYPES
from tolok.archive.office_templates import actions
from tolok.archive.office_templates.views import (
    document_page,
    the_document,
    the_version,
    version_page,
)
from tolok.core.problem import RefusedError
from tolok.documents.checking.check import Checked, check_template
from tolok.documents.document import Document
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download


def office_template_file(request: SignedInRequest, pk: int) -> FileResponse:
    """A version byte for byte."""
    version = the_version(request, pk)
    name = f"Templat {version.document} versi {version.version}.docx"
    return download(kept_file(version.sha256).open("rb"), name, CONTENT_TYPES["docx"])


def shipped_template_file(request: SignedInRequest, code: str) -> FileResponse:
    known = the_document(code)
    data = known.template.read_bytes()
    return download(data, f"Templat {known.code} bawaan.docx", CONTENT_TYPES["docx"])


def office_template_preview(
    request: SignedInRequest, pk: int, kind: str
) -> FileResponse | HttpResponse:
    """The example poured into a version, as .docx or PDF."""
    version = the_version(request, pk)
    known = the_document(version.document)
    try:
        return _preview(known, actions.checked(version), kind, f"versi {version.version}")
    except RefusedError as refusal:
        page = version_page(request, pk) | {"problems": refusal.problems}
        return render(request, "archive/office_template.html", page, status=422)


def shipped_template_preview(
    request: SignedInRequest, code: str, kind: str
) -> FileResponse | HttpResponse:
    known = the_document(code)
    try:
        return _preview(known, check_template(known, known.template), kind, "bawaan")
    except RefusedError as refusal:
        page = document_page(request, known) | {"problems": refusal.problems}
        return render(request, "archive/document_template.html", page, status=422)


def _preview(known: Document, checked: Checked, kind: str, of: str) -> FileResponse:
    if kind not in ("docx", "pdf"):
        raise Http404
    checked.need_good()
    data = pdfs_of([(checked.preview, ".docx")])[0] if kind == "pdf" else checked.preview
    return download(data, f"CONTOH {known.code} templat {of}.{kind}", CONTENT_TYPES[kind])
