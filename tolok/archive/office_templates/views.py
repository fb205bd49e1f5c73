from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.models import OfficeTemplate
from tolok.archive.models.templates import OfficeTemplateRows
from tolok.archive.office_templates import actions
from tolok.archive.office_templates.forms import TemplateForm
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import TITLES, document, documents
from tolok.documents.checking.listing import fields_in
from tolok.documents.document import Document
from tolok.documents.rendering.pdf import libreoffice
from tolok.organisation.http import the_agency
from tolok.people.http import SignedInRequest


@dataclass(frozen=True)
class Use:
    """A document and the agency's template of it, if it has one in use."""

    document: Document
    version: OfficeTemplate | None

    @property
    def is_poured(self) -> bool:
        return self.document.formats[0] == "docx"


def office_templates(request: SignedInRequest) -> HttpResponse:
    own = mine(request).each_in_use(request.agency)
    rows = [Use(one, own.get(one.code)) for one in documents()]
    page = {"rows": rows, "own": len(own), "may_write": may_write(request)}
    return render(request, "archive/office_templates.html", page)


def document_template(request: SignedInRequest, code: str) -> HttpResponse:
    page = document_page(request, the_document(code))
    return render(request, "archive/document_template.html", page)


@require_POST
def upload_template(request: SignedInRequest, code: str) -> HttpResponse:
    known, agency = the_document(code), the_agency(request)
    form = TemplateForm(request.POST, request.FILES)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        brought = actions.Brought(form.file.name or "", form.file.chunks())
        try:
            note = form.cleaned_data["catatan"]
            added = actions.upload_template(agency, known, brought, note=note, actor=request.user)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{added} disimpan. Periksa pratinjaunya, lalu pakai.")
            return redirect(added)
    page = document_page(request, known) | {"form": form, "problems": problems}
    return render(request, "archive/document_template.html", page, status=422)


@require_POST
def use_shipped(request: SignedInRequest, code: str) -> HttpResponse:
    known = the_document(code)
    actions.use_shipped(the_agency(request), known, actor=request.user)
    messages.success(request, f"{known.code} dibuat dengan templat bawaan lagi.")
    return redirect("archive:document_template", known.code)


def office_template(request: SignedInRequest, pk: int) -> HttpResponse:
    """One version: what the check says of it today, its preview, and putting it in use."""
    return render(request, "archive/office_template.html", version_page(request, pk))


@require_POST
def use_template(request: SignedInRequest, pk: int) -> HttpResponse:
    version = the_version(request, pk)
    try:
        actions.use_template(version, actor=request.user)
    except RefusedError as refusal:
        page = version_page(request, pk) | {"problems": refusal.problems}
        return render(request, "archive/office_template.html", page, status=422)
    messages.success(request, f"{version} dipakai untuk naskah berikutnya.")
    return redirect("archive:document_template", version.document)


def mine(request: SignedInRequest) -> OfficeTemplateRows:
    return OfficeTemplate.objects.visible_to(request.user)


def the_version(request: SignedInRequest, pk: int) -> OfficeTemplate:
    return get_object_or_404(mine(request).select_related("agency", "uploaded_by"), pk=pk)


def the_document(code: str) -> Document:
    """One that is poured into a Word template."""
    if code not in TITLES or document(code).formats[0] != "docx":
        raise Http404
    return document(code)


def may_write(request: SignedInRequest) -> bool:
    return request.may_open("archive:upload_template")


def document_page(request: SignedInRequest, known: Document) -> dict[str, object]:
    versions = list(mine(request).of(request.agency, known.code).select_related("uploaded_by"))
    return {
        "known": known,
        "versions": versions,
        "in_use": next((one for one in versions if one.is_in_use), None),
        "fields": fields_in(known.code),
        "form": TemplateForm(),
        "can_pdf": libreoffice() is not None,
        "may_write": may_write(request),
    }


def version_page(request: SignedInRequest, pk: int) -> dict[str, object]:
    version = the_version(request, pk)
    checked = actions.checked(version)
    left_out = {one.where for one in checked.warnings}
    return {
        "version": version,
        "known": document(version.document),
        "checked": checked,
        "unprinted": [one for one in fields_in(version.document) if one.path in left_out],
        "can_pdf": libreoffice() is not None,
        "may_write": may_write(request),
    }
