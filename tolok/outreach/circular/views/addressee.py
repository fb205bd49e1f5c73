"""One unit among those the letter goes to: its page, its contact, left out or put back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from tolok.archive.issuing.forms import ReasonForm
from tolok.outreach.circular import actions
from tolok.outreach.circular.forms import ContactForm
from tolok.outreach.circular.views.unit_page import PAGE, done, page_of
from tolok.outreach.circular.views.work import (
    the_addressee,
)
from tolok.people.http import SignedInRequest


def addressee(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(request, PAGE, page_of(request, the_addressee(request, pk)))


@require_POST
def save_contact(request: SignedInRequest, pk: int) -> HttpResponse:
    found, form = the_addressee(request, pk), ContactForm(request.POST, auto_id="kontak_%s")

    def deed() -> object:
        return actions.save_contact(found, form.contact, actor=request.user)

    return done(request, found, deed, told="Penerima disimpan.", contact=form)


@require_POST
def leave_out(request: SignedInRequest, pk: int) -> HttpResponse:
    found, form = the_addressee(request, pk), ReasonForm(request.POST, auto_id="luar_%s")

    def deed() -> object:
        reason = form.cleaned_data["alasan"]
        return actions.leave_out(found, reason=reason, actor=request.user)

    return done(request, found, deed, told=f"{found} tidak dikirimi.", leaving=form)


@require_POST
def put_back(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)

    def deed() -> object:
        return actions.put_back(found, actor=request.user)

    return done(request, found, deed, told=f"{found} kembali ke daftar penerima.")
