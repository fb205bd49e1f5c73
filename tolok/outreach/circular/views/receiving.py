"""A unit acknowledges: signed in, or by its link without an account."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from tolok.archive.models import Paper
from tolok.archive.verification.limiting import WINDOW, asks_too_often
from tolok.core.problem import RefusedError
from tolok.cycle.http import the_year
from tolok.cycle.models import FiscalYear
from tolok.organisation.clock import today_in
from tolok.outreach.circular import actions
from tolok.outreach.circular.answer_forms import AnswerForm
from tolok.outreach.circular.standing import letter_of
from tolok.outreach.circular.units import known_ppks, units_of
from tolok.outreach.circular.views.work import letter_file, step_of
from tolok.outreach.models import Addressee, Receipt, ReceiptLink
from tolok.outreach.models.circular import AddresseeRows
from tolok.people.http import SignedInRequest

FORM = "outreach/acknowledge.html"
PUBLIC_PAGE = "outreach/receive.html"
NO_LINK = "outreach/no_link.html"
MOST = 120  # questions a minute from one network: a regency's offices often share one


def received(request: SignedInRequest) -> HttpResponse:
    """The circulars of the units one acts for."""
    mine = _mine(request).select_related("unit", "circular__agency", "receipt")
    year = FiscalYear.objects.filter(agency=request.agency, year=request.year or 0).first()
    page = {"addressees": mine, "step": step_of(year) if year else None}
    return render(request, "outreach/received.html", page)


def acknowledge(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(_mine(request).select_related("unit", "circular__agency"), pk=pk)
    form = _form(found, request, {"nama": request.user.name})
    page: dict[str, object] = {"addressee": found, "form": form, "receipt": _receipt(found)}
    page["step"] = step_of(the_year(request))
    if request.method != "POST":
        return render(request, FORM, page | {"letter": _letter(found)})
    if form.is_valid():
        try:
            actions.acknowledge(found, form.answer, actor=request.user)
        except RefusedError as refusal:
            page |= {"problems": refusal.problems}
        else:
            messages.success(request, f"Tanda terima {found} tercatat. Terima kasih.")
            return redirect("outreach:received")
    return render(request, FORM, page | {"letter": _letter(found)}, status=422)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing: previews of messengers and scanners open it too (T4)."""
    if asks_too_often(request, "circular", most=MOST):
        return _wait(request)
    link = ReceiptLink.objects.openable(token, timezone.now()).first()
    if link is None:
        return render(request, NO_LINK, status=404)
    form = _form(link.addressee, request, {})
    page: dict[str, object] = {}
    if request.method == "POST" and form.is_valid():
        try:
            actions.acknowledge_by_link(token, form.answer)
        except RefusedError as refusal:
            page |= {"problems": refusal.problems}
        else:
            return redirect("outreach:receive", token=token)
    page |= {
        "addressee": link.addressee,
        "form": form,
        "receipt": _receipt(link.addressee),
        "letter": _letter(link.addressee),
        "token": token,
    }
    return render(request, PUBLIC_PAGE, page, status=422 if request.method == "POST" else 200)


@never_cache
@require_safe
def receive_letter(request: HttpRequest, token: str) -> FileResponse | HttpResponse:
    """The letter itself, to whoever was sent it."""
    if asks_too_often(request, "circular", most=MOST):
        return _wait(request)
    link = ReceiptLink.objects.openable(token, timezone.now()).first()
    if link is None:
        return render(request, NO_LINK, status=404)
    return letter_file(_letter(link.addressee))


def _wait(request: HttpRequest) -> HttpResponse:
    answer = render(request, NO_LINK, {"too_often": True}, status=429)
    answer["Retry-After"] = str(WINDOW)
    return answer


def _mine(request: SignedInRequest) -> AddresseeRows:
    """Of the units one acts for today, once it has been sent."""
    if request.agency is None:
        return Addressee.objects.none()
    units = units_of(request.user, request.agency, today_in(request.agency))
    seen = Addressee.objects.visible_to(request.user).sent().filter(unit__in=units)
    return seen.filter(circular__agency=request.agency, circular__year=request.year or 0)


def _form(found: Addressee, request: HttpRequest, initial: dict[str, str]) -> AnswerForm:
    ppks = known_ppks(found, today_in(found.circular.agency))
    return AnswerForm(ppks, request.POST if request.method == "POST" else None, initial=initial)


def _receipt(found: Addressee) -> Receipt | None:
    return Receipt.objects.filter(addressee=found).first()


def _letter(found: Addressee) -> Paper | None:
    return letter_of(found.circular.agency, found.circular.year)
