from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tolok.archive.batches import actions
from tolok.archive.batches.forms import StartBatch
from tolok.archive.files import kept_file
from tolok.archive.models import Batch, Paper
from tolok.archive.working import where_it_stands
from tolok.core.problem import RefusedError, read_back
from tolok.cycle.http import the_year
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download
from tolok.ui.paging import ROWS_A_PAGE, paged
from tolok.ui.parts import Progress


def batches(request: SignedInRequest) -> HttpResponse:
    return render(
        request,
        "archive/batches.html",
        batches_page(request, StartBatch(initial=request.GET.dict())),
    )


def batches_page(request: SignedInRequest, form: StartBatch) -> dict[str, object]:
    found = Batch.objects.seen_in(request).select_related("made_by")
    may_start = request.may_open("archive:start_batch")
    return {"form": form, "page": paged(request, found), "may_start": may_start}


@require_POST
def start_batch(request: SignedInRequest) -> HttpResponse:
    form = StartBatch(request.POST)
    if not form.is_valid():
        return render(request, "archive/batches.html", batches_page(request, form), status=422)
    code = form.cleaned_data["dokumen"]
    try:
        made = actions.start_batch(code, year=the_year(request), actor=request.user)
    except RefusedError as refusal:
        page = batches_page(request, form) | {"problems": refusal.problems}
        return render(request, "archive/batches.html", page, status=422)
    return redirect(made)


def batch(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_batch(request, pk)
    return where_it_stands(request, found, batch_page(request, found), name="batch")


def batch_page(request: SignedInRequest, found: Batch) -> dict[str, object]:
    refused = [(item, read_back(item.problems)) for item in found.items.refused()[:ROWS_A_PAGE]]
    made, left = found.items.made(), found.items.waiting()
    return {
        "batch": found,
        "made": made.count(),
        "refused": refused,
        "refused_count": found.items.refused().count(),
        "papers": paged(request, made.select_related("paper")),
        "stuck": found.is_stuck(timezone.now()),
        "may_issue": request.may_open("archive:ask_issuance")
        and made.filter(paper__status=Paper.Status.DRAFT).exists(),
        "may_continue": request.may_open("archive:continue_batch"),
        "progress": Progress(
            label=str(found),
            doing="Mengumpulkan fakta" if found.total is None else f"Membuat {found.document}",
            done=(found.total or 0) - left.count(),
            total=found.total,
            unit="naskah",
            href=found.get_absolute_url(),
            running=found.is_working,
        ),
    }


@require_POST
def continue_batch(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_batch(request, pk)
    actions.continue_batch(found)
    return redirect(found)


def batch_zip(request: SignedInRequest, pk: int) -> FileResponse:
    found = the_batch(request, pk)
    if not found.sha256:
        raise Http404
    name = f"{found.document}-{found.agency.code}-{found.year}.zip"
    return download(kept_file(found.sha256).open("rb"), name, "application/zip")


def the_batch(request: SignedInRequest, pk: int) -> Batch:
    seen = Batch.objects.visible_to(request.user).select_related("agency", "made_by")
    return get_object_or_404(seen, pk=pk)
