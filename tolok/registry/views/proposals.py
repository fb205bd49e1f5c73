from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.registry.corrections import actions
from tolok.registry.dictionary import dictionary
from tolok.registry.forms.corrections import CorrectionForm, ExclusionForm
from tolok.registry.models import Correction, Exclusion, Finding, Package
from tolok.registry.packages.facts import EDITABLE, facts_of, spoken
from tolok.scans.examine import examine_upload


def propose_correction(request: SignedInRequest, pk: int) -> HttpResponse:
    """First which fact, then what it should be."""
    package = get_object_or_404(Package.objects.visible_to(request.user), pk=pk)
    name = request.POST.get("kolom") or request.GET.get("kolom", "")
    if name not in EDITABLE:
        return choose_fact(request, package)
    form = CorrectionForm(dictionary()[name], request.POST or None, request.FILES or None)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            correction = send_correction(form, package, request)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, "Koreksi diusulkan; berlaku setelah disetujui orang lain.")
            return redirect(correction)
    page = {"package": package, "form": form, "problems": problems}
    page["published"] = spoken(form.field, actions.published_value(package, name))
    return render(request, "registry/propose_correction.html", page, status=status_of(page))


def choose_fact(request: SignedInRequest, package: Package) -> HttpResponse:
    corrections = Correction.objects.of_package(package).accepted()
    facts = zip(EDITABLE, facts_of(package, EDITABLE, corrections), strict=True)
    page = {"package": package, "facts": facts}
    return render(request, "registry/choose_fact.html", page)


def send_correction(form: CorrectionForm, package: Package, request: SignedInRequest) -> Correction:
    given = form.cleaned_data
    return actions.propose_correction(
        package,
        form.field.name,
        given["nilai"],
        reason=given["alasan"],
        actor=request.user,
        evidence=examine_upload(given["bukti"]) if given["bukti"] else None,
        finding=finding_of(package, given["temuan"]),
    )


def propose_exclusion(request: SignedInRequest, pk: int) -> HttpResponse:
    package = get_object_or_404(Package.objects.visible_to(request.user), pk=pk)
    form = ExclusionForm(request.POST or None)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            exclusion = send_exclusion(form, package, request)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, "Pengecualian diusulkan; berlaku setelah disetujui.")
            return redirect(exclusion)
    page = {"package": package, "form": form, "problems": problems}
    return render(request, "registry/propose_exclusion.html", page, status=status_of(page))


def send_exclusion(form: ExclusionForm, package: Package, request: SignedInRequest) -> Exclusion:
    given = form.cleaned_data
    return actions.propose_exclusion(
        package,
        given["indikator"],
        reason=given["alasan"],
        actor=request.user,
        finding=finding_of(package, given["temuan"]),
    )


def finding_of(package: Package, pk: int | None) -> Finding | None:
    """The finding that led here; one about another package is not taken over."""
    return Finding.objects.of_package(package).filter(pk=pk).first() if pk else None


def status_of(page: dict[str, object]) -> int:
    form = page["form"]
    return 422 if page["problems"] or getattr(form, "errors", None) else 200
