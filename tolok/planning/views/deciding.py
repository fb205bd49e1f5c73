"""The leaders read the plan and decide; a decision on paper is keyed in (KT1.vi, JW6)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.planning.compare import differences
from tolok.core.planning.summary import summary_of
from tolok.core.planning.told import sections
from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.planning.actions.deciders import OnPaper, approver_roles, who_may_decide
from tolok.planning.actions.deciding import approve_plan, return_plan
from tolok.planning.forms.deciding import OnPaperForm
from tolok.planning.models import Note, PlanVersion, Submission
from tolok.planning.reading import from_json
from tolok.planning.views.work import page_of, part_of_plan, the_plan
from tolok.scans.examine import examine_upload

NOTE, PLACE = "catatan-", "tempat-"


@part_of_plan
def approval(request: SignedInRequest) -> HttpResponse:
    """The plan as it was submitted, with room for notes at every row."""
    return render(request, "planning/approval.html", _page(request, the_plan(request)))


def _page(request: SignedInRequest, version: PlanVersion) -> dict[str, object]:
    submission = version.submissions.select_related("by").first()
    waiting = submission if submission and version.status == PlanVersion.Status.SUBMITTED else None
    deciders = who_may_decide(version) if waiting else ()
    return page_of(request, "approval", version) | {
        "submission": waiting,
        **(_told(waiting) if waiting else {}),
        **(_changed_since(waiting) if waiting else {}),
        "earlier": Note.objects.of_version(version) if waiting else (),
        "may_decide": any(one.person == request.user for one in deciders),
        "deciders": deciders,
        "offices": " atau ".join(role.label for role in approver_roles(version)),
        "paper": OnPaperForm(deciders) if request.may_open("planning:record_decision") else None,
    }


def _told(submission: Submission) -> dict[str, object]:
    """In short, and in full."""
    content = from_json(submission.content)
    return {"summary": summary_of(content), "sections": sections(content)}


def _changed_since(submission: Submission) -> dict[str, object]:
    """What differs from the submission that was returned before; in a version's first one, from
    the version that was approved before."""
    version = submission.version
    returned = version.submissions.filter(pk__lt=submission.pk).decided().first()
    approved = version.plan.versions.filter(number__lt=version.number).decided().first()
    if returned is not None:
        before, since = returned.content, "dikembalikan"
    elif approved is not None:
        before, since = approved.content, f"versi {approved.number} disetujui"
    else:
        return {}
    changed = differences(from_json(before), from_json(submission.content))
    return {"changed": changed, "since": since}


@require_POST
def approve(request: SignedInRequest) -> HttpResponse:
    def act(version: PlanVersion) -> None:
        approve_plan(version, sha256=request.POST.get("isi", ""), actor=request.user)

    return _decided(request, act, "Rencana disetujui.")


@require_POST
def return_for_repair(request: SignedInRequest) -> HttpResponse:
    def act(version: PlanVersion) -> None:
        return_plan(
            version,
            sha256=request.POST.get("isi", ""),
            reason=request.POST.get("alasan", ""),
            notes=_notes(request),
            actor=request.user,
        )

    return _decided(request, act, "Rencana dikembalikan beserta catatannya.")


def _typed(request: SignedInRequest) -> dict[str, str]:
    """Row -> what was written there."""
    return {
        name.removeprefix(NOTE): str(text)
        for name, text in request.POST.items()
        if name.startswith(NOTE) and str(text).strip()
    }


def _notes(request: SignedInRequest) -> dict[str, str]:
    """Each row has one note and says by a choice which of its fields it is about."""
    return {request.POST.get(PLACE + row, row): text for row, text in _typed(request).items()}


def _decided(
    request: SignedInRequest, act: Callable[[PlanVersion], None], told: str
) -> HttpResponse:
    version = the_plan(request)
    try:
        act(version)
    except RefusedError as refusal:
        return _refused(request, version, refusal.problems)
    messages.success(request, told)
    return redirect("planning:plan")


def _refused(
    request: SignedInRequest, version: PlanVersion, problems: tuple[Problem, ...]
) -> HttpResponse:
    version.refresh_from_db()
    context = _page(request, version) | {
        "problems": problems,
        "problem_place": "#alasan" if any(one.where == "alasan" for one in problems) else "",
        "reason": request.POST.get("alasan", ""),
        "typed": _typed(request),
        "open_parts": _parts_with_notes(version, set(_typed(request))),
        "places": frozenset(_notes(request)),
    }
    return render(request, "planning/approval.html", context, status=422)


def _parts_with_notes(version: PlanVersion, rows: set[str]) -> set[str]:
    """What was written stands open when the page comes back."""
    submission = version.submissions.first()
    told = sections(from_json(submission.content)) if submission else ()
    return {part.key for part in told if any(row.key in rows for row in part.rows)}


@require_POST
def record_decision(request: SignedInRequest) -> HttpResponse:
    """A leader decided on paper: signer, day, scan, and the code printed on the paper."""
    version = the_plan(request)
    form = OnPaperForm(who_may_decide(version), request.POST, request.FILES)
    if not form.is_valid():
        context = _page(request, version) | {"paper": form, "form": form}
        return render(request, "planning/approval.html", context, status=422)
    given = form.cleaned_data
    try:
        scan = examine_upload(given["scan"])
    except RefusedError as refusal:
        return _refused(request, version, refusal.problems)
    paper = OnPaper(given["signed_on"], scan, request.user)

    def act(version: PlanVersion) -> None:
        about = {"sha256": given["code"], "actor": form.signer(), "paper": paper}
        if given["outcome"] == Submission.Outcome.APPROVED:
            approve_plan(version, **about)
        else:
            return_plan(version, reason=given["reason"], **about)

    return _decided(request, act, "Keputusan di atas kertas dicatat.")
