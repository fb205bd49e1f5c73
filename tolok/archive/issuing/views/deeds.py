"""What the buttons of a paper's page do."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.issuing import actions
from tolok.archive.issuing.actions.pdf import add_pdf as make_pdf
from tolok.archive.issuing.forms import (
    AttachmentForm,
    NumberForm,
    OutsideForm,
    ReasonForm,
    SignedForm,
)
from tolok.archive.issuing.page import issue_form
from tolok.archive.issuing.views.papers import paper_page, the_paper
from tolok.archive.models import Paper
from tolok.core.problem import RefusedError
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest

Deed = Callable[[], Paper]


@require_POST
def issue_paper(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    form = issue_form(found, today_in(found.agency), request.POST)

    def deed() -> Paper:
        day, number = form.cleaned_data["tanggal"], form.number
        return actions.issue_paper(found, dated=day, number=number, actor=request.user)

    return done(request, found, "Naskah terbit.", deed, issue=form)


@require_POST
def send_outside(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    form = OutsideForm(request.POST, auto_id="luar_%s")

    def deed() -> Paper:
        wanted = form.cleaned_data
        return actions.send_outside(
            found,
            awaits_number=wanted["nomor"],
            awaits_signature=wanted["tanda_tangan"],
            dated=wanted["tanggal"],
            actor=request.user,
        )

    return done(request, found, "Naskah menunggu di luar. Unduh berkasnya.", deed, outside=form)


@require_POST
def receive_number(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    form = NumberForm(request.POST, auto_id="nomor_%s")

    def deed() -> Paper:
        given = form.cleaned_data
        return actions.receive_number(found, given["nomor"], given["tanggal"], actor=request.user)

    return done(request, found, "Nomor dan tanggal dicatat.", deed, number=form)


@require_POST
def receive_signed(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    form = SignedForm(request.POST, request.FILES, auto_id="ttd_%s")

    def deed() -> Paper:
        returned = actions.Returned(form.file.name or "", form.file.chunks())
        return actions.receive_signed(found, returned, actor=request.user)

    return done(request, found, "Naskah bertanda tangan disimpan.", deed, signed=form)


@require_POST
def add_attachment(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    form = AttachmentForm(request.POST, request.FILES, auto_id="lampiran_%s")

    def deed() -> Paper:
        return actions.add_attachment(found, form.cleaned_data["lampiran"], actor=request.user)

    return done(request, found, "Lampiran disimpan.", deed, attachment=form)


@require_POST
def add_pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)

    def deed() -> Paper:
        return make_pdf(found, actor=request.user).paper

    return done(request, found, "PDF dibuat.", deed)


@require_POST
def correct_paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """A draft with the same facts; the page they came from then gives it the right ones."""
    found = the_paper(request, pk)
    form = ReasonForm(request.POST, auto_id="koreksi_%s")

    def deed() -> Paper:
        reason = form.cleaned_data["alasan"]
        return actions.correct_paper(found, found.facts, reason=reason, actor=request.user)

    return done(request, found, "Draf pengganti disusun.", deed, correct=form)


@require_POST
def void_paper(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    form = ReasonForm(request.POST, auto_id="batal_%s")

    def deed() -> Paper:
        reason = form.cleaned_data["alasan"]
        return actions.void_paper(found, reason=reason, actor=request.user)

    return done(request, found, "Naskah dibatalkan.", deed, void=form)


@require_POST
def discard_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_paper(request, pk)
    try:
        actions.discard_draft(found, actor=request.user)
    except RefusedError as refusal:
        return refused(request, found, refusal)
    messages.success(request, f"Draf {found.title} dibuang.")
    return redirect("archive:papers")


def done(
    request: SignedInRequest, found: Paper, said: str, deed: Deed, **form: Form
) -> HttpResponse:
    """To the paper it gave, or the page again with what has to be put right."""
    if not all(one.is_valid() for one in form.values()):
        return render(request, "archive/paper.html", paper_page(request, found, **form), status=422)
    try:
        paper = deed()
    except RefusedError as refusal:
        return refused(request, found, refusal, **form)
    messages.success(request, said)
    return redirect(paper)


def refused(
    request: SignedInRequest, found: Paper, refusal: RefusedError, **form: Form
) -> HttpResponse:
    page = paper_page(request, found, **form) | {"problems": refusal.problems}
    return render(request, "archive/paper.html", page, status=422)
