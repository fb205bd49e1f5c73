from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from tolok.core.problem import RefusedError
from tolok.cycle.http import at_work
from tolok.people.http import SignedInRequest
from tolok.registry.importing import uploads as actions
from tolok.registry.importing.refused_lines import LINE, reports_of
from tolok.registry.importing.refused_workbook import write_refused
from tolok.registry.models import Import, Upload, UploadedFile, UploadRow
from tolok.registry.views.imports import counts_of, imports_page
from tolok.registry.workbook import download
from tolok.scans.serving import as_download
from tolok.ui.frame import Choice
from tolok.ui.paging import paged
from tolok.ui.parts import Progress

ROWS_SHOWN = 20


def the_upload(request: SignedInRequest, pk: int) -> Upload:
    seen = Upload.objects.visible_to(request.user).select_related("agency", "uploaded_by")
    return get_object_or_404(seen, pk=pk)


@require_POST
def start_upload(request: SignedInRequest) -> HttpResponse:
    agency, year = at_work(request)
    mode = request.POST.get("cara", "")
    mode = mode if mode in Import.Mode else Import.Mode.VALID_ROWS
    try:
        upload = actions.start_upload(
            agency, year, request.FILES.getlist("berkas"), mode=mode, actor=request.user
        )
    except RefusedError as refusal:
        page = imports_page(request) | {"problems": refusal.problems}
        return render(request, "registry/imports.html", page, status=422)
    return redirect(upload)


def upload(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page of an upload shows where it stands; while it works, htmx asks for a part of it."""
    found = the_upload(request, pk)
    if found.status == Upload.Status.DONE and found.batch_id:
        return go_to(request, reverse("registry:import", args=[found.batch_id]))
    if found.is_working:
        part = "registry/upload_progress.html" if request.htmx else "registry/upload_working.html"
        return render(request, part, progress_page(request, found))
    if request.htmx:
        return HttpResponseClientRedirect(found.get_absolute_url())
    return render(request, TEMPLATES[Upload.Status(found.status)], upload_page(request, found))


TEMPLATES = {
    Upload.Status.PREVIEW: "registry/upload_preview.html",
    Upload.Status.REFUSED: "registry/upload_refused.html",
    Upload.Status.DONE: "registry/upload_nothing_new.html",
}


def go_to(request: SignedInRequest, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def progress_page(request: SignedInRequest, found: Upload) -> dict[str, object]:
    doing = found.progress or f"{found.get_status_display()}."
    progress = Progress(
        label=str(found),
        doing=doing,
        done=found.done,
        total=found.total,
        unit="berkas",
        href=found.get_absolute_url(),
    )
    saving = found.status in (Upload.Status.CONFIRMED, Upload.Status.IMPORTING)
    return {
        "upload": found,
        "progress": progress,
        "stuck": found.is_stuck(timezone.now()),
        "may_import": request.may_open("registry:continue_upload"),
        "now": 4 if saving else 2,
    }


def upload_page(request: SignedInRequest, found: Upload) -> dict[str, object]:
    files = found.report.get("files", [])
    return first_rows(found) | {
        "upload": found,
        "files": files,
        "taken": sum(bool(file["table"]) for file in files),
        "counts": counts_of(files),
        "losses": actions.losses_of(found),
        "originals": [Choice(one.name, one.get_absolute_url()) for one in found.files.all()],
        "rows_page": reverse("registry:upload_rows", args=[found.pk]),
        "may_import": request.may_open("registry:confirm_upload"),
    }


def first_rows(found: Upload) -> dict[str, object]:
    """The first rows of each kind, and how many there are in all."""
    rows = {kind.value: found.rows.filter(kind=kind) for kind in UploadRow.Kind}
    shown: dict[str, object] = {kind: ones[:ROWS_SHOWN] for kind, ones in rows.items()}
    return shown | {"totals": {kind: ones.count() for kind, ones in rows.items()}}


def upload_rows(request: SignedInRequest, pk: int) -> HttpResponse:
    """All refused, changed or vanished rows of a preview."""
    found = the_upload(request, pk)
    kind = request.GET.get("jenis", UploadRow.Kind.REFUSED)
    context = {
        "kind": kind,
        "page": paged(request, found.rows.filter(kind=kind)),
        "kinds": UploadRow.Kind.choices,
        "back": found.get_absolute_url(),
        "about": str(found),
    }
    return render(request, "registry/import_rows.html", context)


def upload_refused_rows(request: SignedInRequest, pk: int) -> FileResponse:
    found = the_upload(request, pk)
    refused = found.rows.filter(kind=UploadRow.Kind.REFUSED)
    return download(write_refused(reports_of(refused.values(*LINE))), f"Baris ditolak {found}.xlsx")


def uploaded_file(request: SignedInRequest, pk: int) -> FileResponse:
    file = get_object_or_404(UploadedFile.objects.visible_to(request.user), pk=pk)
    return as_download(file.sha256, file.name)


@require_POST
def confirm_upload(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_upload(request, pk)
    mode = request.POST.get("cara", found.mode)
    loss = request.POST.get("memang_berkurang") == "ya"
    try:
        found = actions.confirm_upload(found, mode=mode, accept_loss=loss, actor=request.user)
    except RefusedError as refusal:
        return not_confirmed(request, found, refusal)
    if found.status == Upload.Status.WAITING:
        told = "Impor lain selesai sejak pratinjau ini dibuat. Berkas dibaca ulang; periksa lagi."
        messages.warning(request, told)
    return redirect(found)


WITHOUT_PREVIEW = (Upload.Status.WAITING, Upload.Status.READING, Upload.Status.REFUSED)


def not_confirmed(request: SignedInRequest, found: Upload, refusal: RefusedError) -> HttpResponse:
    """On the preview; where there never was one to agree to, on the page of where it stands."""
    if found.status not in WITHOUT_PREVIEW:
        page = upload_page(request, found) | {"problems": refusal.problems}
        return render(request, "registry/upload_preview.html", page, status=422)
    for problem in refusal.problems:
        messages.error(request, f"{problem.message} ({problem.rule})")
    return redirect(found)


@require_POST
def continue_upload(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_upload(request, pk)
    actions.continue_upload(found)
    return redirect(found)


@require_POST
def discard_upload(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_upload(request, pk)
    try:
        actions.discard_upload(found, actor=request.user)
    except RefusedError as refusal:
        page = imports_page(request) | {"problems": refusal.problems}
        return render(request, "registry/imports.html", page, status=422)
    messages.success(request, f"{found} dibuang. Tidak ada data yang berubah.")
    return redirect("registry:imports")
