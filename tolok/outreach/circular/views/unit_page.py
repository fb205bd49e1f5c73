"""One unit's page: what it shows, and what becomes of a deed done on it."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from tolok.archive.issuing.forms import ReasonForm
from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.organisation.clock import today_in
from tolok.outreach.circular.answer_forms import PaperReceiptForm
from tolok.outreach.circular.board import rows_of
from tolok.outreach.circular.forms import ContactForm, ExpeditionForm
from tolok.outreach.circular.units import answering
from tolok.outreach.circular.views.work import (
    step_page,
)
from tolok.outreach.models import Addressee, Delivery, Receipt
from tolok.people.http import SignedInRequest
from tolok.scans.examine import Scan, examine
from tolok.scans.serving import as_download

PAGE: Final = "outreach/addressee.html"


def page_of(request: SignedInRequest, found: Addressee) -> dict[str, Any]:
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


def done(
    request: SignedInRequest,
    found: Addressee,
    deed: Callable[[], object],
    *,
    told: str,
    **form: Form,
) -> HttpResponse:
    """Back to the unit, or its page again with what has to be put right."""
    wrong = [one for one in form.values() if not one.is_valid()]
    if wrong:
        page = page_of(request, found) | form | {"form": wrong[0]}
        return render(request, PAGE, page, status=422)
    try:
        deed()
    except RefusedError as refusal:
        return refused(request, found, refusal, **form)
    messages.success(request, told)
    return redirect(found)


def refused(
    request: SignedInRequest, found: Addressee, refusal: RefusedError, **form: Form
) -> HttpResponse:
    page = page_of(request, found) | form | {"problems": refusal.problems}
    return render(request, PAGE, page, status=422)


def scan_in(form: Form) -> Scan | None:
    """Examined and kept; none where the field is empty."""
    file = form.cleaned_data["pindaian"]
    return examine(file.name or "", file.chunks()) if file else None


def kept_file(row: Delivery | Receipt) -> FileResponse:
    if not row.file_sha256:
        raise Http404
    return as_download(row.file_sha256, row.file_name, row.file_type)
