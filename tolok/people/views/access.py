"""Whether and how a person comes in: links, sessions, second factor, the account itself."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.people import actions
from tolok.people.http import SignedInRequest
from tolok.people.models import OneTimeLink, SignedInSession, User
from tolok.people.views.persons import found_person, user_page


@require_POST
def make_link(request: SignedInRequest, pk: int) -> HttpResponse:
    """The address is shown on this one answer; afterwards nobody can read it any more."""
    person = found_person(request, pk)
    purpose = (
        OneTimeLink.Purpose.RESET if person.has_usable_password() else OneTimeLink.Purpose.INVITE
    )
    try:
        token = actions.make_link(person, purpose, actor=request.user)
    except RefusedError as refusal:
        page = {"person": person, "problems": refusal.problems}
        return render(request, "people/link_made.html", page, status=422)
    address = request.build_absolute_uri(reverse("people:use_link", args=[token]))
    return render(
        request, "people/link_made.html", {"person": person, "address": address, "for": purpose}
    )


@require_POST
def revoke_link(request: SignedInRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(OneTimeLink.objects.visible_to(request.user), pk=pk)
    act = partial(actions.revoke_link, link, actor=request.user)
    return done(request, link.user, act, "Tautan dicabut.")


@require_POST
def end_session(request: SignedInRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(SignedInSession.objects.visible_to(request.user), pk=pk)
    told = f"{session.user} dikeluarkan dari {session.device}."
    act = partial(actions.end_session, session, actor=request.user)
    return done(request, session.user, act, told)


@require_POST
def remove_factor_of(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    if person == request.user:
        return redirect("people:remove_second_factor")  # which asks for the password
    told = f"Faktor kedua {person} dilepas, dan semua sesinya ditutup."
    act = partial(actions.remove_second_factor, person, actor=request.user)
    return done(request, person, act, told)


@require_POST
def close_account(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    act = partial(actions.close_account, person, actor=request.user)
    return done(request, person, act, "Akun ditutup.")


@require_POST
def open_account(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    act = partial(actions.open_account, person, actor=request.user)
    return done(request, person, act, "Akun dibuka lagi.")


def done(
    request: SignedInRequest, person: User, act: Callable[[], object], told: str
) -> HttpResponse:
    """A deed without a form: done and told, or refused with the reason on the person's page."""
    try:
        act()
    except RefusedError as refusal:
        return user_page(request, person, refusal.problems)
    messages.success(request, told)
    return redirect("people:user", person.pk)
