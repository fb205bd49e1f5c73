"""One task's page, and what is done on it."""

from functools import partial

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from tolok.core.identifiers import row_number
from tolok.people.http import SignedInRequest
from tolok.scans.examine import examine_upload
from tolok.scans.serving import as_download
from tolok.workflow import actions
from tolok.workflow.forms import (
    DueForm,
    FileForm,
    HandForm,
    PaperDecisionForm,
    ReasonForm,
    ReturnForm,
)
from tolok.workflow.models import PaperDecision, Task, TaskFile, TaskNote
from tolok.workflow.views.acting import done, seen_task
from tolok.workflow.views.closely import brought_by
from tolok.workflow.views.task_page import fellows, task_page


def task(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(request, "workflow/task.html", task_page(request, seen_task(request, pk)))


@require_POST
def complete_task(request: SignedInRequest, pk: int) -> HttpResponse:
    task = seen_task(request, pk)
    outcome = request.POST.get("hasil") or None
    reason = request.POST.get("alasan", "")
    act = partial(actions.complete_task, task, actor=request.user, outcome=outcome, reason=reason)
    return done(request, task, act, f"{task.label} selesai.")


@require_POST
def return_task(request: SignedInRequest, pk: int) -> HttpResponse:
    task, form = seen_task(request, pk), ReturnForm(request.POST)
    if not form.is_valid():
        return _again(request, task, return_form=form)
    act = partial(
        actions.return_task,
        task,
        actor=request.user,
        reason=form.cleaned_data["alasan"],
        remarks=form.remarks(),
    )
    return done(request, task, act, f"{task.label} dikembalikan.", return_form=form)


@require_POST
def hand_to(request: SignedInRequest, pk: int) -> HttpResponse:
    task = seen_task(request, pk)
    form = HandForm(fellows(task), request.POST)
    if not form.is_valid():
        return _again(request, task, hand_form=form)
    reason = form.cleaned_data["alasan"]
    act = partial(actions.hand_to, task, form.person(), actor=request.user, reason=reason)
    return done(request, task, act, f"{task.label} diserahkan kepada {form.person()}.")


@require_POST
def set_due(request: SignedInRequest, pk: int) -> HttpResponse:
    task, form = seen_task(request, pk), DueForm(request.POST, auto_id="batas_%s")
    if not form.is_valid():
        return _again(request, task, due_form=form)
    act = partial(actions.set_due, task, form.cleaned_data["batas"], actor=request.user)
    return done(request, task, act, "Batas waktu ditetapkan.", due_form=form)


@require_POST
def undo_last(request: SignedInRequest, pk: int) -> HttpResponse:
    task, form = seen_task(request, pk), ReasonForm(request.POST)
    reason = form.cleaned_data["alasan"] if form.is_valid() else ""
    act = partial(actions.undo_last, task, actor=request.user, reason=reason)
    return done(request, task, act, f"{task.label} menunggu lagi.")


@require_POST
def record_paper_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    task = seen_task(request, pk)
    form = PaperDecisionForm(task.definition_step, request.POST, request.FILES, auto_id="kertas_%s")
    if not form.is_valid():
        return _again(request, task, paper_form=form)

    def act() -> None:
        scan = examine_upload(form.cleaned_data["pindaian"])
        actions.record_paper_decision(task, form.paper(scan), actor=request.user)

    return done(request, task, act, "Keputusan di atas kertas dicatat.", paper_form=form)


@require_POST
def add_file(request: SignedInRequest, pk: int) -> HttpResponse:
    task = seen_task(request, pk)
    form = FileForm(request.POST, request.FILES, auto_id="lampiran_%s")
    if not form.is_valid():
        return _again(request, task, file_form=form)

    def act() -> None:
        file = examine_upload(form.cleaned_data["berkas"])
        note = form.cleaned_data["keterangan"]
        actions.add_file(task, file, actor=request.user, note=note)

    return done(request, task, act, "Berkas disimpan pada tugas ini.", file_form=form)


@require_POST
def close_note(request: SignedInRequest, pk: int) -> HttpResponse:
    note = get_object_or_404(TaskNote.objects.visible_to(request.user), pk=pk)
    shown_on = row_number(request.POST.get("tugas", "")) or note.task_id
    back = get_object_or_404(Task.objects.visible_to(request.user), pk=shown_on)
    answer = request.POST.get("tindak_lanjut", "")
    act = partial(actions.close_note, note, answer=answer, actor=request.user)
    return done(request, back, act, "Catatan ditindaklanjuti.")


def task_file(request: SignedInRequest, pk: int) -> FileResponse:
    seen = TaskFile.objects.visible_to(request.user).filter(brought_by(request, "added_by"))
    file = get_object_or_404(seen, pk=pk)
    return as_download(file.sha256, file.name, file.content_type)


def paper_decision_file(request: SignedInRequest, pk: int) -> FileResponse:
    seen = PaperDecision.objects.visible_to(request.user)
    seen = seen.filter(brought_by(request, "recorded_by"))
    sheet = get_object_or_404(seen, pk=pk)
    return as_download(sheet.file_sha256, sheet.file_name, sheet.file_type)


def _again(request: SignedInRequest, task: Task, **forms: object) -> HttpResponse:
    page = task_page(request, task) | forms
    page["form"] = next(iter(forms.values()))
    return render(request, "workflow/task.html", page, status=422)
