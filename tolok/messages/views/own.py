"""My messages, and what of them comes by e-mail."""

from django.contrib import messages as words
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from tolok.messages import actions
from tolok.messages.forms import ChoiceForm
from tolok.messages.models import Choice, Message
from tolok.people.http import SignedInRequest, zone_of
from tolok.ui.paging import paged

A_PAGE = 30


@require_safe
def messages(request: SignedInRequest) -> HttpResponse:
    mine = Message.objects.visible_to(request.user).select_related("agency")
    page = {
        "rows": paged(request, mine, A_PAGE),
        "unread": mine.unread().count(),
        "zone": zone_of(request),
    }
    return render(request, "messages/messages.html", page)


@require_POST
def mark_read(request: SignedInRequest, pk: int) -> HttpResponse:
    actions.mark_read(get_object_or_404(Message.objects.visible_to(request.user), pk=pk))
    return redirect("messages:messages")


@require_POST
def mark_all_read(request: SignedInRequest) -> HttpResponse:
    actions.mark_all_read(request.user)
    words.success(request, "Semua pemberitahuan ditandai sudah dibaca.")
    return redirect("messages:messages")


def choice(request: SignedInRequest) -> HttpResponse:
    chosen = Choice.objects.of(request.user)
    form = ChoiceForm(request.POST or None, initial={"rhythm": chosen.rhythm})
    if request.method == "POST" and form.is_valid():
        actions.choose(request.user, Choice.Rhythm(form.cleaned_data["rhythm"]))
        words.success(request, "Pilihan pemberitahuan disimpan.")
        return redirect("messages:choice")
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "has_email": has_email(request)}
    return render(request, "messages/choice.html", page, status=status)


def has_email(request: SignedInRequest) -> bool:
    channel = getattr(request.agency, "email_channel", None)
    return channel is not None and channel.is_on
