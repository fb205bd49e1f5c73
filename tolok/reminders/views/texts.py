"""Reminding somebody by WhatsApp, and filing what comes back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tolok.core.problem import RefusedError
from tolok.messages.links import link_to
from tolok.people.http import SignedInRequest
from tolok.people.models import User
from tolok.reminders import actions
from tolok.reminders.actions.texts import concerned
from tolok.reminders.forms import AnswerForm, TextForm
from tolok.reminders.models import TextSent
from tolok.reminders.wording import text_of
from tolok.scans.examine import examine_upload
from tolok.workflow import actions as work
from tolok.workflow.models import Task
from tolok.workflow.views.acting import seen_task

ANSWER = "Jawaban lewat WhatsApp"


@require_safe
def text(request: SignedInRequest, pk: int) -> HttpResponse:
    return shown(request, seen_task(request, pk))


@require_POST
def log_text(request: SignedInRequest, pk: int) -> HttpResponse:
    task = seen_task(request, pk)
    form = TextForm(others(request, task), request.POST)
    if not form.is_valid():
        return shown(request, task, form=form, status=422)
    try:
        actions.log_text(task, form.person(), actor=request.user)
    except RefusedError as refusal:
        return shown(request, task, problems=refusal.problems, status=422)
    messages.success(request, f"Dicatat: pesan dikirim kepada {form.person()}.")
    return redirect("reminders:text", task.pk)


@require_POST
def file_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """The photo somebody answered with becomes a file of the task (`workflow.add_file`)."""
    task, form = seen_task(request, pk), AnswerForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, task, form=form, answer_form=form, status=422)
    try:
        file = examine_upload(form.cleaned_data["berkas"])
        work.add_file(task, file, actor=request.user, note=ANSWER)
    except RefusedError as refusal:
        return shown(request, task, problems=refusal.problems, status=422)
    messages.success(request, "Jawaban disimpan pada tugas ini.")
    return redirect("workflow:task", task.pk)


def others(request: SignedInRequest, task: Task) -> tuple[User, ...]:
    """Nobody reminds themselves."""
    return tuple(person for person in concerned(task) if person != request.user)


def shown(
    request: SignedInRequest, task: Task, *, status: int = 200, **page: object
) -> HttpResponse:
    persons = others(request, task) if task.is_ready else ()
    message = text_of(task, link_to(task.get_absolute_url()))
    usual = {
        "task": task,
        "zone": task.agency.time_zone,
        "text": message,
        "has_link": "https://" in message,
        "text_form": TextForm(persons) if persons else None,
        "answer_form": AnswerForm(),
        "sent": TextSent.objects.filter(task=task).select_related("recipient", "sent_by"),
    }
    return render(request, "reminders/text.html", usual | page, status=status)
