import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.file_names import printable
from tolok.core.problem import Problem, RefusedError
from tolok.enrolment import actions
from tolok.enrolment.forms import WorkbookForm
from tolok.enrolment.models import Enrolment
from tolok.enrolment.template import template
from tolok.people.http import SignedInRequest
from tolok.registry.reading import PlainSheet, read_workbook
from tolok.registry.workbook import download


def start_enrolment(request: SignedInRequest) -> HttpResponse:
    form = WorkbookForm(request.POST or None, request.FILES or None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            read = uploaded(request, form.cleaned_data["berkas"])
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            return redirect("enrolment:enrolment", read.pk)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "enrolment/start.html", {"form": form, "problems": problems}, status=status
    )


def uploaded(request: SignedInRequest, file: "UploadedFile[Any]") -> Enrolment:
    """The file itself is not kept: what it says is, until somebody decides."""
    if request.agency is None:
        raise PermissionDenied
    shown = printable(file.name or "berkas.xlsx")
    return actions.start_enrolment(
        request.agency, shown[:255], sheets_of(file, shown), actor=request.user
    )


def sheets_of(file: "UploadedFile[Any]", shown: str) -> tuple[PlainSheet, ...]:
    with tempfile.TemporaryDirectory(prefix="tolok-orang-") as folder:
        path = Path(folder) / "berkas"
        with path.open("wb") as target:
            target.writelines(file.chunks())
        return read_workbook(path, shown)


def enrolment_template(request: SignedInRequest) -> HttpResponse:
    return download(template(), "orang-dan-jabatan.xlsx")  # type: ignore[return-value]


def enrolment(request: SignedInRequest, pk: int) -> HttpResponse:
    read = found(request, pk)
    if read.status != Enrolment.Status.WAITS:
        return redirect("people:users")
    return preview(request, read)


def preview(request: SignedInRequest, read: Enrolment, *, status: int = 200) -> HttpResponse:
    """With everything that is wrong today: what was free at the upload may be taken now."""
    outcome = actions.rehearse(read, actor=request.user)
    page = {"enrolment": read, "outcome": outcome}
    return render(request, "enrolment/preview.html", page, status=status)


@require_POST
def confirm_enrolment(request: SignedInRequest, pk: int) -> HttpResponse:
    read = found(request, pk)
    try:
        outcome = actions.confirm_enrolment(read, actor=request.user)
    except RefusedError:
        return preview(request, read, status=422)
    messages.success(
        request,
        f"{outcome.new_persons} orang dan {outcome.new_offices} jabatan ditambahkan. "
        "Buatkan tautan undangan dari halaman masing-masing orang.",
    )
    return redirect("people:users")


@require_POST
def discard_enrolment(request: SignedInRequest, pk: int) -> HttpResponse:
    try:
        actions.discard_enrolment(found(request, pk))
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Unggahan dibuang; tidak ada yang berubah.")
    return redirect("enrolment:start_enrolment")


def found(request: SignedInRequest, pk: int) -> Enrolment:
    return get_object_or_404(Enrolment.objects.visible_to(request.user), pk=pk)
