"""One unit: how the letter reached it, what it answered, and what is done for it alone."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tolok.archive.issuing.forms import ReasonForm
from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.organisation.clock import today_in
from tolok.outreach.circular import actions, texts
from tolok.outreach.circular.answer_forms import PaperReceiptForm
from tolok.outreach.circular.board import rows_of
from tolok.outreach.circular.forms import ContactForm, ExpeditionForm
from tolok.outreach.circular.units import answering
from tolok.outreach.circular.views.work import (
    channel_asked,
    step_page,
    the_addressee,
)
from tolok.outreach.models import Addressee, Delivery, PpkAnswer, Receipt
from tolok.people.http import SignedInRequest
from tolok.scans.examine import Scan, examine
from tolok.scans.serving import as_download

PAGE = "outreach/addressee.html"


def addressee(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(request, PAGE, _page(request, the_addressee(request, pk)))


@require_POST
def save_contact(request: SignedInRequest, pk: int) -> HttpResponse:
    found, form = the_addressee(request, pk), ContactForm(request.POST, auto_id="kontak_%s")

    def deed() -> object:
        return actions.save_contact(found, form.contact, actor=request.user)

    return _done(request, found, deed, told="Penerima disimpan.", contact=form)


@require_POST
def leave_out(request: SignedInRequest, pk: int) -> HttpResponse:
    found, form = the_addressee(request, pk), ReasonForm(request.POST, auto_id="luar_%s")

    def deed() -> object:
        reason = form.cleaned_data["alasan"]
        return actions.leave_out(found, reason=reason, actor=request.user)

    return _done(request, found, deed, told=f"{found} tidak dikirimi.", leaving=form)


@require_POST
def put_back(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)

    def deed() -> object:
        return actions.put_back(found, actor=request.user)

    return _done(request, found, deed, told=f"{found} kembali ke daftar penerima.")


@require_POST
def send_one_to_inbox(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)

    def deed() -> object:
        return actions.send_one_to_inbox(found, actor=request.user)

    return _done(request, found, deed, told="Dikirim ke Tolok.")


@require_POST
def prepare_message(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page with the message to copy: its link is shown this once."""
    found = the_addressee(request, pk)
    try:
        prepared = actions.prepare_message(found, channel_asked(request), actor=request.user)
    except RefusedError as refusal:
        return _refused(request, found, refusal)
    message = texts.message_of(prepared, request)
    page = _page(request, the_addressee(request, pk)) | {"message": message}
    return render(request, PAGE, page)


@require_POST
def confirm_sent(request: SignedInRequest, pk: int) -> HttpResponse:
    delivery = get_object_or_404(Delivery.objects.visible_to(request.user), pk=pk)
    found = the_addressee(request, delivery.addressee_id)

    def deed() -> object:
        return actions.confirm_sent(delivery, actor=request.user)

    return _done(request, found, deed, told="Dicatat: sudah dikirim.")


@require_POST
def revoke_links(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)

    def deed() -> object:
        return actions.revoke_links(found, actor=request.user)

    return _done(request, found, deed, told="Tautan dicabut.")


@require_POST
def record_paper_delivery(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)
    form = ExpeditionForm(request.POST, request.FILES, auto_id="kertas_%s")

    def deed() -> object:
        scan = _scan(form)
        return actions.record_paper_delivery(found, form.expedition(scan), actor=request.user)

    return _done(request, found, deed, told="Pengiriman kertas dicatat.", expedition=form)


@require_POST
def record_paper_receipt(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)
    form = PaperReceiptForm(request.POST, request.FILES, auto_id="terima_%s")

    def deed() -> object:
        scan = _scan(form)
        if scan is None:
            raise Http404
        paper = actions.OnPaper(form.cleaned_data["tanggal"], scan)
        return actions.record_paper_receipt(found, form.answer, paper, actor=request.user)

    return _done(request, found, deed, told="Tanda terima dicatat.", paper_receipt=form)


@require_POST
def undo_receipt(request: SignedInRequest, pk: int) -> HttpResponse:
    found, form = the_addressee(request, pk), ReasonForm(request.POST, auto_id="tarik_%s")

    def deed() -> object:
        reason = form.cleaned_data["alasan"]
        return actions.undo_receipt(found, reason=reason, actor=request.user)

    return _done(request, found, deed, told="Tanda terima ditarik.", undoing=form)


@require_POST
def decide_ppk(request: SignedInRequest, pk: int) -> HttpResponse:
    answers = PpkAnswer.objects.visible_to(request.user).select_related("receipt__addressee")
    answer = get_object_or_404(answers, pk=pk)
    found = the_addressee(request, answer.receipt.addressee_id)
    taken = request.POST.get("keputusan") == PpkAnswer.Decision.TAKEN
    decision = PpkAnswer.Decision.TAKEN if taken else PpkAnswer.Decision.REFUSED

    def deed() -> object:
        reason = request.POST.get("alasan", "")[:300]
        return actions.decide_ppk(answer, decision, reason=reason, actor=request.user)

    return _done(request, found, deed, told=f"Usul tentang {answer.name} diputuskan.")


def delivery_scan(request: SignedInRequest, pk: int) -> FileResponse:
    return _file(get_object_or_404(Delivery.objects.visible_to(request.user), pk=pk))


def receipt_scan(request: SignedInRequest, pk: int) -> FileResponse:
    return _file(get_object_or_404(Receipt.objects.visible_to(request.user), pk=pk))


def _file(row: Delivery | Receipt) -> FileResponse:
    if not row.file_sha256:
        raise Http404
    return as_download(row.file_sha256, row.file_name, row.file_type)


def _scan(form: Form) -> Scan | None:
    """Examined and kept; none where the field is empty."""
    file = form.cleaned_data["pindaian"]
    return examine(file.name or "", file.chunks()) if file else None


def _page(request: SignedInRequest, found: Addressee) -> dict[str, Any]:
    circular = found.circular
    today = today_in(circular.agency)
    receipt = Receipt.objects.filter(addressee=found).select_related("recorded_by").first()
    contact = {
        "nama": found.contact_name,
        "jabatan": found.contact_position,
        "alamat": found.contact_address,
    }
    return step_page(the_year(request)) | {
        "addressee": found,
        "row": rows_of([found], today)[0],
        "office": answering(circular.agency, today).get(found.unit_id),
        "deliveries": found.deliveries.select_related("recorded_by", "link"),
        "link": found.links.live(timezone.now()).first(),
        "receipt": receipt,
        "ppks": receipt.ppks.select_related("decided_by") if receipt else (),
        "contact": ContactForm(initial=contact, auto_id="kontak_%s"),
        "expedition": ExpeditionForm(initial={"tanggal": today}, auto_id="kertas_%s"),
        "paper_receipt": PaperReceiptForm(initial={"tanggal": today}, auto_id="terima_%s"),
        "leaving": ReasonForm(auto_id="luar_%s"),
        "undoing": ReasonForm(auto_id="tarik_%s"),
        "may_write": request.may_open("outreach:prepare_message"),
    }


def _done(
    request: SignedInRequest,
    found: Addressee,
    deed: Callable[[], object],
    *,
    told: str,
    **form: Form,
) -> HttpResponse:
    """Back to the unit, or its page again with what has to be put right."""
    if not all(one.is_valid() for one in form.values()):
        return render(request, PAGE, _page(request, found) | form, status=422)
    try:
        deed()
    except RefusedError as refusal:
        return _refused(request, found, refusal, **form)
    messages.success(request, told)
    return redirect(found)


def _refused(
    request: SignedInRequest, found: Addressee, refusal: RefusedError, **form: Form
) -> HttpResponse:
    page = _page(request, found) | form | {"problems": refusal.problems}
    return render(request, PAGE, page, status=422)
