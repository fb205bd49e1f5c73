"""The board of all units, and what is done with many of them at once."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.core.numbers import format_number
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.http import the_year
from tolok.organisation.clock import today_in
from tolok.outreach.circular import actions, texts
from tolok.outreach.circular.board import SHEET, counts_of, rows_of, sheet_rows
from tolok.outreach.circular.forms import BoardFilter
from tolok.outreach.circular.views.work import channel_asked, step_page, the_circular
from tolok.outreach.models import Circular, Delivery
from tolok.outreach.models.circular import AddresseeRows
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download, workbook_of
from tolok.ui.paging import paged

PAGE = "outreach/receipts.html"


def receipts(request: SignedInRequest) -> HttpResponse:
    return render(request, PAGE, _page(request))


def export_receipts(request: SignedInRequest) -> FileResponse:
    """All units the board was asked for: JW7's proof of receipt, one row each."""
    circular = the_circular(request)
    found = list(BoardFilter(request.GET).rows(circular.addressees.for_board()))
    rows = rows_of(found, today_in(circular.agency))
    content = workbook_of("Tanda terima", SHEET, sheet_rows(rows))
    return download(content, f"Tanda terima surat edaran TA {circular.year}.xlsx")


@require_POST
def list_units(request: SignedInRequest) -> HttpResponse:
    count = actions.list_units(the_circular(request), actor=request.user)
    return _back(request, f"{format_number(count)} unit kerja ditambahkan.")


@require_POST
def send_to_inbox(request: SignedInRequest) -> HttpResponse:
    """To everybody of the list as it is filtered who signs in for their unit."""
    circular = the_circular(request)
    try:
        count = actions.send_to_inbox(circular, _asked(request, circular), actor=request.user)
    except RefusedError as refusal:
        return _refused(request, refusal.problems)
    return _back(request, f"Dikirim ke {format_number(count)} unit kerja di Tolok.")


@require_POST
def prepare_messages(request: SignedInRequest) -> HttpResponse | FileResponse:
    """A workbook with a message for every open unit of the list as it is filtered."""
    circular = the_circular(request)
    asked = _asked(request, circular)
    channel = channel_asked(request)
    try:
        prepared = actions.prepare_messages(circular, asked, channel, actor=request.user)
    except RefusedError as refusal:
        return _refused(request, refusal.problems)
    rows = (texts.sheet_row(texts.message_of(one, request)) for one in prepared)
    content = workbook_of("Pesan", texts.SHEET, rows)
    return download(content, f"Pesan surat edaran TA {circular.year}.xlsx")


@require_POST
def confirm_all_sent(request: SignedInRequest) -> HttpResponse:
    count = actions.confirm_all_sent(the_circular(request), actor=request.user)
    return _back(request, f"{format_number(count)} pesan dicatat sudah dikirim.")


def _page(request: SignedInRequest) -> dict[str, object]:
    circular = the_circular(request)
    form = BoardFilter(request.GET)
    found = form.rows(circular.addressees.for_board())
    page = paged(request, found)
    return step_page(the_year(request)) | {
        "form": form,
        "page": page,
        "rows": rows_of(list(page), today_in(circular.agency)),
        "counts": counts_of(circular),
        "prepared": Delivery.objects.prepared().filter(addressee__circular=circular).count(),
        "may_write": request.may_open("outreach:send_to_inbox"),
    }


def _asked(request: SignedInRequest, circular: Circular) -> list[int]:
    """The units of the list as it was filtered when the button was pressed."""
    rows: AddresseeRows = BoardFilter(request.POST).rows(circular.addressees.all())
    return list(rows.values_list("pk", flat=True))


def _back(request: SignedInRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect(reverse("outreach:receipts"))


def _refused(request: SignedInRequest, problems: tuple[Problem, ...]) -> HttpResponse:
    return render(request, PAGE, _page(request) | {"problems": problems}, status=422)
