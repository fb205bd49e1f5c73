"""The SOPs: which there are, what each says, taking in another one."""

from django.contrib import messages
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.workflow import actions
from tolok.workflow.forms import SopForm
from tolok.workflow.reading.xml import MOST_BYTES
from tolok.workflow.shelf import OnShelf, shelf_of
from tolok.workflow.views.year import VIEWER


def sops(request: SignedInRequest) -> HttpResponse:
    page = {
        "rows": shelf_of(request.user),
        "may_publish": request.may_open("workflow:publish_sop"),
        "zone": request.agency.time_zone if request.agency else "WIB",
    }
    return render(request, "workflow/sops.html", page)


def sop(request: SignedInRequest, sha256: str) -> HttpResponse:
    page = {"one": _seen(request, sha256), "has_viewer": finders.find(VIEWER) is not None}
    return render(request, "workflow/sop.html", page)


def sop_diagram(request: SignedInRequest, sha256: str) -> HttpResponse:
    """The file itself, as it was published."""
    one = _seen(request, sha256)
    response = HttpResponse(one.content, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="{one.definition.sha256[:12]}.bpmn"'
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response


def publish_sop(request: SignedInRequest) -> HttpResponse:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SopForm(*posted)
    problems: tuple[Problem, ...] = ()
    if request.agency and form.is_valid():
        content = form.cleaned_data["berkas"].read(MOST_BYTES + 1)
        try:
            made = actions.publish_sop(content, agency=request.agency, actor=request.user)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{made} diterbitkan.")
            return redirect(made)
    page = {"form": form, "problems": problems}
    return render(request, "workflow/publish_sop.html", page, status=422 if form.is_bound else 200)


def _seen(request: SignedInRequest, sha256: str) -> OnShelf:
    for one in shelf_of(request.user):
        if one.definition.sha256 == sha256:
            return one
    raise Http404
