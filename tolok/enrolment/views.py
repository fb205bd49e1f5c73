import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.enrolment import actions
from tolok.enrolment.forms import WorkbookForm
from tolok.enrolment.models import Enrolment
from tolok.enrolment.template import template as template_workbook
from tolok.people.http import SignedInRequest
from tolok.registry.reading import PlainSheet, read_workbook
from tolok.registry.reading.names import printable
from tolok.registry.workbook import download


def start(request: SignedInRequest) -> HttpResponse:
    form = WorkbookForm(request.POST or None, request.FILES or None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            enrolment = uploaded(request, form.cleaned_data["berkas"])
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            return redirect("enrolment:preview", enrolment.pk)
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


def template(request: SignedInRequest) -> HttpResponse:
    return download(template_workbook(), "orang-dan-jabatan.xlsx")  # type: ignore[return-value]


def preview(request: SignedInRequest, pk: int) -> HttpResponse:
    enrolment = found(request, pk)
    if enrolment.status != Enrolment.Status.WAITS:
        return redirect("people:users")
    outcome = actions.rehearse(enrolment, actor=request.user)
    return render(request, "enrolment/preview.html", {"enrolment": enrolment, "outcome": outcome})


@require_POST
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    enrolment = found(request, pk)
    try:
        outcome = actions.confirm_enrolment(enrolment, actor=request.user)
    except RefusedError as refusal:
        for problem in refusal.problems:
            messages.error(request, f"{problem.where}: {problem.message} ({problem.rule})")
        return redirect("enrolment:preview", pk)
    messages.success(
        request,
        f"{outcome.new_persons} orang dan {outcome.new_offices} jabatan ditambahkan. "
        "Buatkan tautan undangan dari halaman masing-masing orang.",
    )
    return redirect("people:users")


@require_POST
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    try:
        actions.discard_enrolment(found(request, pk))
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Unggahan dibuang; tidak ada yang berubah.")
    return redirect("enrolment:start")


def found(request: SignedInRequest, pk: int) -> Enrolment:
    return get_object_or_404(Enrolment.objects.visible_to(request.user), pk=pk)
