"""Versions of the plan: read, compared side by side, begun anew."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.identifiers import row_number
from tolok.core.planning.compare import differences
from tolok.core.planning.told import sections
from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.planning.actions import opening
from tolok.planning.forms.adding import NewVersionForm
from tolok.planning.models import PlanVersion
from tolok.planning.parts import state_of
from tolok.planning.reading import approval_holds, content_kept
from tolok.planning.views.work import page_of, the_plan, versions


def all_versions(request: SignedInRequest) -> HttpResponse:
    return render(request, "planning/versions.html", _page(request))


def _page(request: SignedInRequest) -> dict[str, object]:
    version = the_plan(request)
    found = [(one, state_of(one)) for one in versions(request)]
    return page_of(request, "versions", version) | {
        "versions": found,
        "may_change": version.is_decided and request.may_open("planning:new_version"),
        "form": NewVersionForm(_quarters(version)),
    }


def _quarters(version: PlanVersion) -> range:
    """From which a later version may count."""
    return range(version.valid_from, opening.LAST_QUARTER + 1)


def one_version(request: SignedInRequest, number: int) -> HttpResponse:
    """As it was approved, or as it stands while it is being worked on."""
    version = get_object_or_404(versions(request), number=number)
    context = page_of(request, "versions", version) | {
        "sections": sections(content_kept(version)),
        "holds": not version.is_decided or approval_holds(version),
        "decision": version.submissions.decided().first(),
    }
    return render(request, "planning/version.html", context)


def compare(request: SignedInRequest) -> HttpResponse:
    """?dari=1&ke=2."""
    before, after = (_chosen(request, name) for name in ("dari", "ke"))
    context = page_of(request, "versions", after) | {
        "before": before,
        "after": after,
        "changed": differences(content_kept(before), content_kept(after)),
    }
    return render(request, "planning/compare.html", context)


def _chosen(request: SignedInRequest, name: str) -> PlanVersion:
    number = row_number(request.GET.get(name, ""))
    return get_object_or_404(versions(request), number=number)


@require_POST
def new_version(request: SignedInRequest) -> HttpResponse:
    version = the_plan(request)
    form = NewVersionForm(_quarters(version), request.POST)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        reason, quarter = form.cleaned_data["alasan"], form.cleaned_data["triwulan"]
        try:
            made = opening.new_version(
                version.plan, reason=reason, valid_from=quarter, actor=request.user
            )
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"Versi {made.number} dibuat sebagai draf.")
            return redirect("planning:plan")
    context = _page(request) | {"form": form, "problems": problems}
    return render(request, "planning/versions.html", context, status=422)
