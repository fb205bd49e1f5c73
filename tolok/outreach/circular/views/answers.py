"""What one unit answered: a receipt on paper, one taken back, its word on the PPK."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from tolok.archive.issuing.forms import ReasonForm
from tolok.outreach.circular import actions
from tolok.outreach.circular.answer_forms import PaperReceiptForm
from tolok.outreach.circular.views.unit_page import done, kept_file, scan_in
from tolok.outreach.circular.views.work import (
    the_addressee,
)
from tolok.outreach.models import PpkAnswer, Receipt
from tolok.people.http import SignedInRequest


@require_POST
def record_paper_receipt(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_addressee(request, pk)
    form = PaperReceiptForm(request.POST, request.FILES, auto_id="terima_%s")

    def deed() -> object:
        scan = scan_in(form)
        if scan is None:
            raise Http404
        paper = actions.OnPaper(form.cleaned_data["tanggal"], scan)
        return actions.record_paper_receipt(found, form.answer, paper, actor=request.user)

    return done(request, found, deed, told="Tanda terima dicatat.", paper_receipt=form)


@require_POST
def undo_receipt(request: SignedInRequest, pk: int) -> HttpResponse:
    found, form = the_addressee(request, pk), ReasonForm(request.POST, auto_id="tarik_%s")

    def deed() -> object:
        reason = form.cleaned_data["alasan"]
        return actions.undo_receipt(found, reason=reason, actor=request.user)

    return done(request, found, deed, told="Tanda terima ditarik.", undoing=form)


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

    return done(request, found, deed, told=f"Usul tentang {answer.name} diputuskan.")


def receipt_scan(request: SignedInRequest, pk: int) -> FileResponse:
    return kept_file(get_object_or_404(Receipt.objects.visible_to(request.user), pk=pk))
