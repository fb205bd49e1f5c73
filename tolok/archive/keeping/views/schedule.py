from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tolok.archive.keeping import actions
from tolok.archive.keeping.classes import BASIS, Schedule
from tolok.archive.keeping.forms import RetentionClassForm
from tolok.archive.models import RetentionClass
from tolok.core.problem import RefusedError
from tolok.organisation.http import the_agency
from tolok.people.http import SignedInRequest


def retention_classes(request: SignedInRequest) -> HttpResponse:
    page = {
        "rows": Schedule(the_agency(request)).classes,
        "may_edit": request.may_open("archive:edit_retention_class"),
    }
    return render(request, "archive/retention_classes.html", page)


def add_retention_class(request: SignedInRequest) -> HttpResponse:
    return saved(request, None)


def edit_retention_class(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = RetentionClass.objects.visible_to(request.user)
    return saved(request, get_object_or_404(seen, pk=pk))


def saved(request: SignedInRequest, known: RetentionClass | None) -> HttpResponse:
    agency = known.agency if known else request.agency
    if agency is None:
        raise Http404
    form = RetentionClassForm(
        request.POST or None, initial=vars(known) if known else {"basis": BASIS}
    )
    page: dict[str, object] = {"form": form, "known": known}
    if request.method == "POST" and form.is_valid():
        try:
            kind = actions.save_retention_class(
                agency, form.cleaned_data, actor=request.user, known=known
            )
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, f"Jenis arsip “{kind}” disimpan.")
            return redirect("archive:retention_classes")
    wrong = request.method == "POST"
    return render(request, "archive/edit_retention_class.html", page, status=422 if wrong else 200)
