"""The agency's channels, and the log of what went by them."""

from collections.abc import Callable

from django import forms
from django.contrib import messages as words
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tolok.core.problem import RefusedError
from tolok.messages import actions
from tolok.messages.forms import EmailForm, LogFilter, WebhookForm
from tolok.messages.links import link_to
from tolok.messages.models import Delivery, EmailChannel, WebhookChannel
from tolok.organisation.http import the_agency
from tolok.people.http import SignedInRequest, zone_of
from tolok.ui.paging import paged


def channels(request: SignedInRequest) -> HttpResponse:
    return render(request, "messages/channels.html", page_of(request))


@sensitive_post_parameters("password")
@require_POST
def save_email(request: SignedInRequest) -> HttpResponse:
    agency, form = the_agency(request), EmailForm(request.POST)

    def act() -> str:
        password = form.cleaned_data["password"]
        actions.save_email(agency, form.wanted, password=password, actor=request.user)
        return "Surel diatur. Kirim percobaan untuk memastikannya."

    return acted(request, act, email_form=form)


@require_POST
def save_webhook(request: SignedInRequest) -> HttpResponse:
    """The one answer that shows the secret; it is not kept in a session or a redirect."""
    agency, form = the_agency(request), WebhookForm(request.POST)
    if form.is_valid():
        try:
            secret = actions.save_webhook(agency, form.cleaned_data["url"], actor=request.user)
        except RefusedError as refusal:
            page = page_of(request, webhook_form=form) | {"problems": refusal.problems}
            return render(request, "messages/channels.html", page, status=422)
        return render(request, "messages/webhook_secret.html", {"secret": secret})
    page = page_of(request, webhook_form=form) | {"form": form}
    return render(request, "messages/channels.html", page, status=422)


@require_POST
def try_email(request: SignedInRequest) -> HttpResponse:
    def act() -> str:
        actions.try_email(the_agency(request), actor=request.user)
        return f"Percobaan dikirim ke {request.user.email}."

    return acted(request, act)


@require_POST
def try_webhook(request: SignedInRequest) -> HttpResponse:
    def act() -> str:
        actions.try_webhook(the_agency(request), actor=request.user)
        return "Percobaan diterima webhook."

    return acted(request, act)


@require_POST
def turn_off_email(request: SignedInRequest) -> HttpResponse:
    actions.turn_off_email(the_agency(request), actor=request.user)
    words.success(request, "Surel dimatikan; kata sandinya dihapus.")
    return redirect("messages:channels")


@require_POST
def turn_off_webhook(request: SignedInRequest) -> HttpResponse:
    actions.turn_off_webhook(the_agency(request), actor=request.user)
    words.success(request, "Webhook dimatikan.")
    return redirect("messages:channels")


@require_safe
def deliveries(request: SignedInRequest) -> HttpResponse:
    sieve = LogFilter(request.GET)
    rows = Delivery.objects.of_desk(request)
    if sieve.is_valid():
        status, channel = sieve.cleaned_data["keadaan"], sieve.cleaned_data["saluran"]
        rows = rows.filter(status=status) if status else rows
        rows = rows.filter(channel=channel) if channel else rows
    found = rows.select_related("message__recipient")
    page = {
        "sieve": sieve,
        "rows": paged(request, found),
        "zone": zone_of(request),
    }
    return render(request, "messages/deliveries.html", page)


def acted(request: SignedInRequest, act: Callable[[], str], **shown: EmailForm) -> HttpResponse:
    """Act and go back to the page; what is refused is told on it, with everything as typed."""
    form = next(iter(shown.values()), None)
    problems: dict[str, object] = {"form": form}
    if form is None or form.is_valid():
        try:
            words.success(request, act())
        except RefusedError as refusal:
            problems = {"problems": refusal.problems}
        else:
            return redirect("messages:channels")
    page = page_of(request, **shown) | problems
    return render(request, "messages/channels.html", page, status=422)


def page_of(request: SignedInRequest, **shown: forms.BaseForm) -> dict[str, object]:
    agency = the_agency(request)
    email = EmailChannel.objects.filter(agency=agency).first()
    webhook = WebhookChannel.objects.filter(agency=agency).first()
    return {
        "email": email,
        "webhook": webhook,
        "zone": agency.time_zone,
        "address": link_to("/"),
        "waiting": Delivery.objects.filter(agency=agency).open().count(),
        "email_form": shown.get("email_form") or EmailForm(instance=email),
        "webhook_form": shown.get("webhook_form") or WebhookForm(),
    }
