from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.archive.models import Paper, Sheet
from tolok.archive.piles import actions
from tolok.archive.piles.forms import AssignForm, SetAsideForm, TakeOutForm
from tolok.archive.piles.placing import likely_paper
from tolok.archive.piles.taking_out import take_out_sheet as take_out
from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.scans.serving import drawn_picture


def the_sheet(request: SignedInRequest, pk: int) -> Sheet:
    seen = Sheet.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("pile__agency", "paper", "file"), pk=pk)


def sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_sheet(request, pk)
    return render(request, "archive/sheet.html", sheet_page(request, found))


def sheet_page(request: SignedInRequest, found: Sheet) -> dict[str, object]:
    likely = likely_paper(found)
    papers = [paper for paper in choices(found) if paper != likely]
    blank = actions.BLANK_BACK if found.why == Sheet.Why.BLANK else ""
    waits = found.status == Sheet.Status.TRAY
    return {
        "sheet": found,
        "pile": found.pile,
        "likely": likely,
        "assign": AssignForm(
            papers=[likely, *papers] if likely else papers,
            initial={"naskah": likely.code if likely else ""},
        ),
        "set_aside": SetAsideForm(initial={"keterangan": blank}),
        "take_out": TakeOutForm(),
        "may_take_out": found.status == Sheet.Status.FILED
        and request.may_open("archive:take_out_sheet"),
        "may_assign": waits and request.may_open("archive:assign_sheet"),
        "may_put_back": found.status == Sheet.Status.SET_ASIDE
        and request.may_open("archive:put_back_sheet"),
    }


def choices(found: Sheet) -> list[Paper]:
    """Papers of the year whose signed copy has not come back, the forms first."""
    papers = Paper.objects.of_year(found.pile.agency, found.pile.year)
    return list(papers.awaiting_copy().order_by("document", "title")[:500])


@require_POST
def assign_sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_sheet(request, pk)
    typed = request.POST.get("kode", "").strip() or request.POST.get("naskah", "")
    try:
        found = actions.assign_sheet(found, typed, actor=request.user)
    except RefusedError as refusal:
        return refused(request, found, refusal)
    messages.success(request, f"Lembar {found.number} disimpan pada {found.paper}.")
    return to_the_next(found)


@require_POST
def set_aside_sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_sheet(request, pk)
    try:
        actions.set_aside_sheet(found, request.POST.get("keterangan", ""), actor=request.user)
    except RefusedError as refusal:
        return refused(request, found, refusal)
    messages.success(request, f"Lembar {found.number} disisihkan.")
    return to_the_next(found)


@require_POST
def put_back_sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_sheet(request, pk)
    try:
        actions.put_back_sheet(found, actor=request.user)
    except RefusedError as refusal:
        return refused(request, found, refusal)
    return redirect(found)


@require_POST
def take_out_sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """Into the tray, where it is given to the right paper."""
    found = the_sheet(request, pk)
    try:
        found = take_out(found, request.POST.get("alasan", ""), actor=request.user)
    except RefusedError as refusal:
        return refused(request, found, refusal)
    messages.success(request, f"Lembar {found.number} dikeluarkan. Tetapkan naskahnya yang benar.")
    return redirect(found)


def sheet_picture(request: SignedInRequest, pk: int) -> FileResponse:
    found = the_sheet(request, pk)
    if not found.picture_sha256:
        raise Http404
    return drawn_picture(found.picture_sha256)


def refused(request: SignedInRequest, found: Sheet, refusal: RefusedError) -> HttpResponse:
    found.refresh_from_db()
    page = sheet_page(request, found) | {"problems": refusal.problems}
    return render(request, "archive/sheet.html", page, status=422)


def to_the_next(found: Sheet) -> HttpResponse:
    """On through the tray; at its end, back to the pile."""
    tray = Sheet.objects.in_tray().filter(pile=found.pile)
    following = tray.filter(number__gt=found.number).first() or tray.first()
    return redirect(following or found.pile)
