"""The papers of the plan: looked at as drafts, then given to the archive."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.issuing.making import CONTENT_TYPES
from tolok.archive.models import Paper
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.render import render as render_document
from tolok.people.http import SignedInRequest
from tolok.planning.models import PlanVersion
from tolok.planning.papers.keeping import (
    BEFORE_APPROVAL,
    BUILDERS,
    PREVIEWS,
    draft_papers,
    preview,
    title_of,
)
from tolok.planning.views.work import page_of, part_of_plan, the_plan
from tolok.registry.workbook import download


@dataclass(frozen=True)
class Listed:
    """One document of the plan, what it can be, and what became of it."""

    code: str
    title: str
    can_preview: bool
    can_draft: bool
    papers: tuple[Paper, ...]


@part_of_plan
def papers(request: SignedInRequest) -> HttpResponse:
    return render(request, "planning/papers.html", _page(request, the_plan(request)))


def _page(request: SignedInRequest, version: PlanVersion) -> dict[str, object]:
    kept = Paper.objects.seen_in(request).in_force().filter(subject__startswith="rencana")
    found: dict[str, list[Paper]] = {}
    for paper in kept.order_by("pk"):
        found.setdefault(paper.document, []).append(paper)
    return page_of(request, "papers", version) | {
        "listed": [
            Listed(
                code=code,
                title=title_of(code),
                can_preview=code in PREVIEWS,
                can_draft=version.is_decided or code in BEFORE_APPROVAL,
                papers=tuple(found.get(code, ())),
            )
            for code in BUILDERS
        ],
        "may_draft": request.may_open("planning:draft_papers"),
    }


def paper_preview(request: SignedInRequest, code: str) -> FileResponse:
    """The file as it would look now, with its mark KONSEP; it is kept nowhere."""
    version = the_plan(request)
    try:
        facts = preview(version, code)
    except RefusedError as refusal:
        raise Http404 from refusal
    known = document(code)
    kind = known.formats[0]
    name = f"KONSEP-{known.file_stem}-TA-{version.year}.{kind}"
    return download(render_document(known, facts), name, CONTENT_TYPES[kind])


@require_POST
def draft(request: SignedInRequest, code: str) -> HttpResponse:
    """Drafts in the archive, where they are numbered, signed and issued."""
    version = the_plan(request)
    try:
        drafts = draft_papers(version, code, actor=request.user)
    except RefusedError as refusal:
        context = _page(request, version) | {"problems": refusal.problems}
        return render(request, "planning/papers.html", context, status=422)
    messages.success(request, f"{len(drafts)} draf {code} dibuat.")
    return redirect(drafts[0] if len(drafts) == 1 else "planning:papers")
