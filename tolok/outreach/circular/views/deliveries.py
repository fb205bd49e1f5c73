"""How the letter reaches one unit: in Tolok, by a message with its link, on paper."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.outreach.circular import actions, texts
from tolok.outreach.circular.forms import ExpeditionForm
from tolok.outreach.circular.views.unit_page import PAGE, done, kept_file, page_of, refused, scan_in
from tolok.outreach.circular.views.work import (
    channel_asked,
    the_addressee,
)
from tolok.outreach.models import Delivery
from tolok.people.http import SignedInRequest


@require_POST
def send_one_to_inbox(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)

    def deed() -> object:
        return actions.send_one_to_inbox(found, actor=request.user)

    return done(request, found, deed, told="Dikirim ke Tolok.")


@require_POST
def prepare_message(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page with the message to copy: its link is shown this once."""
    found = the_addressee(request, pk)
    try:
        prepared = actions.prepare_message(found, channel_asked(request), actor=request.user)
    except RefusedError as refusal:
        return refused(request, found, refusal)
    message = texts.message_of(prepared, request)
    page = page_of(request, the_addressee(request, pk)) | {"message": message}
    return render(request, PAGE, page)


@require_POST
def confirm_sent(request: SignedInRequest, pk: int) -> HttpResponse:
    delivery = get_object_or_404(Delivery.objects.visible_to(request.user), pk=pk)
    found = the_addressee(request, delivery.addressee_id)

    def deed() -> object:
        return actions.confirm_sent(delivery, actor=request.user)

    return done(request, found, deed, told="Dicatat: sudah dikirim.")


@require_POST
def revoke_links(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)

    def deed() -> object:
        return actions.revoke_links(found, actor=request.user)

    return done(request, found, deed, told="Tautan dicabut.")


@require_POST
def record_paper_delivery(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)
    form = ExpeditionForm(request.POST, request.FILES, auto_id="kertas_%s")

    def deed() -> object:
        scan = scan_in(form)
        return actions.record_paper_delivery(found, form.expedition(scan), actor=request.user)

    return done(request, found, deed, told="Pengiriman kertas dicatat.", expedition=form)


def delivery_scan(request: SignedInRequest, pk: int) -> FileResponse:
    return kept_file(get_object_or_404(Delivery.objects.visible_to(request.user), pk=pk))
