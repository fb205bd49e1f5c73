from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tolok.core.problem import Problem, RefusedError
from tolok.cycle import actions
from tolok.cycle.forms.outside import OutsideForm
from tolok.cycle.models import OutsideRecord
from tolok.cycle.views.years import seen_year
from tolok.people.http import SignedInRequest
from tolok.scans.examine import examine_upload
from tolok.scans.serving import as_download


def record_outside(request: SignedInRequest, pk: int) -> HttpResponse:
    year = seen_year(request, pk)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OutsideForm(year, *posted, initial={"langkah": request.GET.get("langkah", "")})
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        upload = form.cleaned_data["pindaian"]
        try:
            made = actions.record_outside(
                year,
                form.cleaned_data["langkah"],
                form.paper(),
                scan=examine_upload(upload) if upload else None,
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
    return as_download(found.file_sha256, found.file_name)
