from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tolok.core.problem import Problem, RefusedError
from tolok.cycle import actions
from tolok.cycle.forms.outside import OutsideForm
from tolok.cycle.models import OutsideRecord
from tolok.cycle.views.years import seen_year
from tolok.people.http import SignedInRequest
from tolok.store import keep_chunks, kept_file


def record_outside(request: SignedInRequest, pk: int) -> HttpResponse:
    year = seen_year(request, pk)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OutsideForm(year, *posted)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            made = actions.record_outside(
                year,
                form.cleaned_data["langkah"],
                form.paper(),
                scan=kept(form.cleaned_data["pindaian"]),
                actor=request.user,
            )
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"Dicatat: {made}.")
            return redirect("cycle:fiscal_year", year.pk)
    page = {"year": year, "form": form, "problems": problems}
    return render(request, "cycle/record_outside.html", page, status=422 if form.is_bound else 200)


def outside_file(request: SignedInRequest, pk: int) -> FileResponse:
    seen = OutsideRecord.objects.visible_to(request.user).exclude(file_sha256="")
    found = get_object_or_404(seen, pk=pk)
    return FileResponse(
        kept_file(found.file_sha256).open("rb"),
        as_attachment=True,
        filename=found.file_name,
        content_type="application/octet-stream",
    )


def kept(file: UploadedFile[Any] | None) -> actions.Scan | None:
    if file is None:
        return None
    sha256, _ = keep_chunks(file.chunks())
    return actions.Scan(file.name or "", sha256)
