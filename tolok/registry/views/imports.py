import io
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.registry.importing.actions import undo_import as undo
from tolok.registry.importing.refused_lines import LINE, reports_of
from tolok.registry.importing.refused_workbook import write_refused
from tolok.registry.models import (
    Import,
    ImportedFile,
    Package,
    RowChange,
    RowRefusal,
    Upload,
    UploadedFile,
    UploadRow,
)
from tolok.registry.sources.workbook.fields import workbook_fields
from tolok.registry.sources.workbook.template import write_workbook
from tolok.registry.store import kept_file
from tolok.registry.sync.packages import FIELDS
from tolok.registry.workbook import download
from tolok.registry.xray import xray_of
from tolok.scans.serving import as_download
from tolok.ui.frame import Choice
from tolok.ui.paging import paged
from tolok.ui.parts import Count

ROWS_SHOWN = 20
FILLED = tuple(
    field.name
    for field in workbook_fields()
    if field.name in FIELDS and field.name != "npwp_penyedia"
)
MOST_WITHOUT_TYPING = 50
TYPED = "BATALKAN"


def imports(request: SignedInRequest) -> HttpResponse:
    return render(request, "registry/imports.html", imports_page(request))


def imports_page(request: SignedInRequest) -> dict[str, object]:
    rows = Import.objects.seen_in(request).with_counts()
    return {
        "page": paged(request, rows),
        "uploads": Upload.objects.seen_in(request).unfinished().select_related("uploaded_by"),
        "modes": Import.Mode.choices,
        "may_import": request.may_open("registry:start_upload") and request.year is not None,
    }


def workbook_template(request: SignedInRequest) -> FileResponse:
    """Tolok's own workbook with the year's packages, to fill what no system knows of them.

    NPWP stay out: they are shown one by one, with a reason that the trail keeps.
    """
    packages = Package.objects.seen_in(request).order_by("code")
    file = io.BytesIO()
    write_workbook(file, (_as_known(package) for package in packages))
    return download(file.getvalue(), f"Buku kerja {request.agency} TA {request.year}.xlsx")


def _as_known(package: Package) -> dict[str, object]:
    values = {name: getattr(package, FIELDS[name]) for name in FILLED}
    return {name: None if value == "" else value for name, value in values.items()}


def the_import(request: SignedInRequest, pk: int) -> Import:
    return get_object_or_404(Import.objects.visible_to(request.user).with_counts(), pk=pk)


def import_report(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(request, "registry/import.html", import_page(request, the_import(request, pk)))


def import_page(request: SignedInRequest, batch: Import) -> dict[str, object]:
    files = list(batch.files.all())
    newest = Import.objects.that_count().of_year(batch.agency, batch.year).first() == batch
    return first_rows(batch) | {
        "batch": batch,
        "files": files,
        "counts": counts_of([vars(file) for file in files]),
        "originals": originals_of(batch, files),
        "rows_page": reverse("registry:import_rows", args=[batch.pk]),
        "may_undo": request.may_open("registry:undo_import") and batch.can_still_be_undone(),
        "typed": TYPED if batch.moved > MOST_WITHOUT_TYPING else "",
        "xray": xray_of(batch.agency, batch.year) if newest else None,
    }


def first_rows(batch: Import) -> dict[str, object]:
    """The first rows of each kind, and how many there are in all."""
    changes = RowChange.objects.of_import(batch)
    rows: dict[str, QuerySet[Any]] = {
        "refused": RowRefusal.objects.of_import(batch),
        "changed": changes.filter(kind=RowChange.Kind.CHANGED),
        "vanished": changes.filter(kind=RowChange.Kind.VANISHED),
    }
    shown: dict[str, object] = {kind: found[:ROWS_SHOWN] for kind, found in rows.items()}
    return shown | {"totals": {kind: found.count() for kind, found in rows.items()}}


def originals_of(batch: Import, files: Iterable[ImportedFile]) -> list[Choice]:
    """What was uploaded; from the command line, the files that lie by themselves."""
    uploaded = UploadedFile.objects.filter(upload__batch=batch)
    if found := [Choice(one.name, one.get_absolute_url()) for one in uploaded]:
        return found
    kept = (one for one in files if one.sha256 and kept_file(one.sha256).exists())
    return [Choice(one.path, one.get_absolute_url()) for one in kept]


def counts_of(files: Iterable[Mapping[str, object]]) -> tuple[Count, ...]:
    """The five figures of a preview or report; those with rows lead to them."""
    tally = dict.fromkeys(("new", "changed", "unchanged", "vanished", "refused"), 0)
    for file in files:
        for name in tally:
            tally[name] += int(str(file[name]))

    def place(name: str, anchor: str) -> str:
        return anchor if tally[name] else ""

    return (
        Count("Baris baru", tally["new"]),
        Count("Baris berubah", tally["changed"], place("changed", "#berubah")),
        Count("Sama, tidak disentuh", tally["unchanged"]),
        Count("Hilang dari berkas", tally["vanished"], place("vanished", "#hilang")),
        Count("Baris ditolak", tally["refused"], place("refused", "#ditolak")),
    )


def import_rows(request: SignedInRequest, pk: int) -> HttpResponse:
    """All refused, changed or vanished rows of an import."""
    batch = the_import(request, pk)
    kind = request.GET.get("jenis", UploadRow.Kind.REFUSED)
    changes = RowChange.objects.of_import(batch).filter(kind=kind)
    refusals = RowRefusal.objects.of_import(batch)
    rows = refusals if kind == UploadRow.Kind.REFUSED else changes
    context = {
        "kind": kind,
        "page": paged(request, rows),
        "kinds": UploadRow.Kind.choices,
        "back": batch.get_absolute_url(),
        "about": str(batch),
    }
    return render(request, "registry/import_rows.html", context)


def import_refused_rows(request: SignedInRequest, pk: int) -> FileResponse:
    batch = the_import(request, pk)
    refused = RowRefusal.objects.of_import(batch)
    return download(write_refused(reports_of(refused.values(*LINE))), f"Baris ditolak {batch}.xlsx")


def imported_file(request: SignedInRequest, pk: int) -> FileResponse:
    """The file as it came; a member of a ZIP lies in its ZIP."""
    file = get_object_or_404(ImportedFile.objects.visible_to(request.user), pk=pk)
    return as_download(file.sha256, file.path.rpartition("/")[2])


@require_POST
def undo_import(request: SignedInRequest, pk: int) -> HttpResponse:
    batch = the_import(request, pk)
    try:
        refuse_unsure(batch, request)
        undo(batch, actor=request.user)
    except RefusedError as refusal:
        page = import_page(request, batch) | {"problems": refusal.problems}
        return render(request, "registry/import.html", page, status=422)
    messages.success(request, f"{batch} dibatalkan; data kembali seperti sebelumnya.")
    return redirect("registry:imports")


def refuse_unsure(batch: Import, request: SignedInRequest) -> None:
    """U-06: many rows are taken back only by someone who typed the word."""
    if batch.moved > MOST_WITHOUT_TYPING and request.POST.get("ketik") != TYPED:
        message = f"Ketik {TYPED} untuk membatalkan {batch.moved} perubahan."
        raise RefusedError(Problem("U-06", "ketik", message))
