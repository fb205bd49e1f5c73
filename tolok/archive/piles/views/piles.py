from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from tolok.archive.models import Pile, Sheet
from tolok.archive.piles import actions
from tolok.archive.piles.forms import PileForm
from tolok.core.problem import RefusedError
from tolok.cycle.http import at_work
from tolok.people.http import SignedInRequest
from tolok.scans.content import Content
from tolok.scans.serving import as_download
from tolok.ui.paging import paged
from tolok.ui.parts import Count, Progress


def piles(request: SignedInRequest) -> HttpResponse:
    return render(request, "archive/piles.html", piles_page(request))


def piles_page(request: SignedInRequest, form: PileForm | None = None) -> dict[str, object]:
    rows = Pile.objects.seen_in(request).with_counts().select_related("uploaded_by")
    return {
        "form": form or PileForm(),
        "page": paged(request, rows),
        "waiting": Sheet.objects.in_tray().filter(pile__in=rows).count(),
        "may_upload": request.may_open("archive:start_pile") and request.year is not None,
    }


@require_POST
def start_pile(request: SignedInRequest) -> HttpResponse:
    agency, year = at_work(request)
    form = PileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "archive/piles.html", piles_page(request, form), status=422)
    try:
        pile = actions.start_pile(agency, year, form.cleaned_data["berkas"], actor=request.user)
    except RefusedError as refusal:
        page = piles_page(request) | {"problems": refusal.problems}
        return render(request, "archive/piles.html", page, status=422)
    return redirect(pile)


def the_pile(request: SignedInRequest, pk: int) -> Pile:
    seen = Pile.objects.visible_to(request.user).with_counts()
    return get_object_or_404(seen.select_related("agency", "uploaded_by"), pk=pk)


def pile(request: SignedInRequest, pk: int) -> HttpResponse:
    """Shows where it stands; while it is read, htmx asks for a part of the page."""
    found = the_pile(request, pk)
    if found.is_working:
        part = "archive/pile_progress.html" if request.htmx else "archive/pile_working.html"
        return render(request, part, progress_page(request, found))
    if request.htmx:
        return HttpResponseClientRedirect(found.get_absolute_url())
    return render(request, "archive/pile.html", pile_page(request, found))


def progress_page(request: SignedInRequest, found: Pile) -> dict[str, object]:
    read = found.sheets.read().count()
    progress = Progress(
        label=str(found),
        doing="Membaca kode setiap lembar" if found.pages else "Memeriksa PDF",
        done=read,
        total=found.pages,
        unit="lembar",
        href=found.get_absolute_url(),
    )
    return {
        "pile": found,
        "progress": progress,
        "stuck": found.is_stuck(timezone.now()),
        "may_continue": request.may_open("archive:continue_pile"),
    }


def pile_page(request: SignedInRequest, found: Pile) -> dict[str, object]:
    sheets = found.sheets.select_related("paper", "file", "decided_by")
    filed = sheets.filed().order_by("file", "number")
    counts = found.filed, found.in_tray, found.set_aside  # type: ignore[attr-defined]
    return {
        "pile": found,
        "counts": [
            Count("Tersimpan pada naskah", counts[0]),
            Count("Perlu ditetapkan", counts[1], "#baki" if counts[1] else ""),
            Count("Disisihkan", counts[2]),
        ],
        "tray": sheets.in_tray(),
        "blank": sheets.blank().count(),
        "parts": filed,
        "set_aside": sheets.set_aside(),
        "may_assign": request.may_open("archive:assign_sheet"),
    }


@require_POST
def continue_pile(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_pile(request, pk)
    actions.continue_pile(found)
    messages.success(request, f"{found} dikerjakan.")
    return redirect(found)


@require_POST
def set_aside_blank_sheets(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_pile(request, pk)
    count = actions.set_aside_blank_sheets(found, actor=request.user)
    messages.success(request, f"{count} lembar kosong disisihkan.")
    return redirect(found)


def pile_file(request: SignedInRequest, pk: int) -> FileResponse:
    found = the_pile(request, pk)
    return as_download(found.sha256, found.name, Content.PDF.value)
