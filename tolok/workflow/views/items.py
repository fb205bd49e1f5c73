"""By what a requirement or output is met; and deviations explained."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.scans.examine import examine_upload
from tolok.scans.serving import as_download
from tolok.workflow import actions
from tolok.workflow.forms import ItemForm
from tolok.workflow.forms.items import FILE, PAPER, answered
from tolok.workflow.models import Deviation, TaskItem
from tolok.workflow.offers import with_offers
from tolok.workflow.views.closely import brought_by, papers_to_choose, seen_closely


def meet_requirement(request: SignedInRequest, pk: int) -> HttpResponse:
    item = _seen(request, pk)
    task = item.task
    papers = papers_to_choose(request, task)
    (offered,) = with_offers(task, [item], papers)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ItemForm(papers, *posted, initial=answered(item, offered.offer))
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            _meet(item, form, request)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{item.name}: dicatat.")
            return _onward(item, request)
    page = {
        "item": item,
        "task": task,
        "form": form,
        "problems": problems,
        "suggested": offered.offer,
        "following": item.next_open(),
        "of_kind": task.items.filter(kind=item.kind).count(),
    }
    return render(request, "workflow/item.html", page, status=422 if form.is_bound else 200)


def _onward(item: TaskItem, request: SignedInRequest) -> HttpResponse:
    """To the next one without an answer, when that was asked for; else back to the task."""
    following = item.next_open() if "lanjut" in request.POST else None
    if following is not None:
        return redirect("workflow:meet_requirement", following.pk)
    return redirect("workflow:task", item.task_id)


def _meet(item: TaskItem, form: ItemForm, request: SignedInRequest) -> None:
    given = form.cleaned_data
    by: Paper | actions.Missing | actions.KeptFile
    match given["cara"]:
        case str(cara) if cara == PAPER:
            by = given["naskah"]
        case str(cara) if cara == FILE:
            by = examine_upload(given["berkas"])
        case _:
            by = actions.Missing(given["alasan"], given["pengganti"])
    actions.meet_requirement(item, by, actor=request.user, is_draft=given["konsep"])


def item_file(request: SignedInRequest, pk: int) -> FileResponse:
    seen = TaskItem.objects.visible_to(request.user).filter(brought_by(request, "met_by"))
    seen = seen.exclude(file_sha256="")
    item = get_object_or_404(seen, pk=pk)
    return as_download(item.file_sha256, item.file_name, item.file_type)


def explain_deviation(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = Deviation.objects.visible_to(request.user).select_related("task__agency", "officer")
    deviation = get_object_or_404(seen, pk=pk)
    request.year = deviation.year
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        explanation = request.POST.get("penjelasan", "")
        try:
            actions.explain_deviation(deviation, explanation=explanation, actor=request.user)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, "Penjelasan disimpan.")
            return redirect("workflow:year")
    page = {
        "deviation": deviation,
        "problems": problems,
        "typed": request.POST.get("penjelasan", deviation.explanation),
        "may_explain": deviation.officer == request.user,
    }
    return render(request, "workflow/deviation.html", page, status=422 if problems else 200)


def _seen(request: SignedInRequest, pk: int) -> TaskItem:
    seen = TaskItem.objects.filter(task__in=seen_closely(request)).select_related(
        "task__agency", "task__run__sop", "paper"
    )
    item = get_object_or_404(seen, pk=pk)
    request.year = item.task.year
    return item
