"""Whether and how a person comes in: links, sessions, second factor, the account itself."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.people import actions
from tolok.people.http import SignedInRequest
from tolok.people.models import OneTimeLink, SignedInSession, User
from tolok.people.views.forms import do
from tolok.people.views.persons import found_person


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
    links = OneTimeLink.objects.filter(user__in=User.objects.visible_to(request.user))
    link = get_object_or_404(links, pk=pk)
    do(request, partial(actions.revoke_link, link, actor=request.user), "Tautan dicabut.")
    return redirect("people:user", link.user.pk)


@require_POST
def end_session(request: SignedInRequest, pk: int) -> HttpResponse:
    sessions = SignedInSession.objects.filter(user__in=User.objects.visible_to(request.user))
    session = get_object_or_404(sessions, pk=pk)
    told = f"{session.user} dikeluarkan dari {session.device}."
    do(request, partial(actions.end_session, session, actor=request.user), told)
    return redirect("people:user", session.user.pk)


@require_POST
def remove_factor_of(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    told = f"Faktor kedua {person} dilepas, dan semua sesinya ditutup."
    do(request, partial(actions.remove_second_factor, person, actor=request.user), told)
    return redirect("people:user", pk)


@require_POST
def close_account(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    do(request, partial(actions.close_account, person, actor=request.user), "Akun ditutup.")
    return redirect("people:user", pk)


@require_POST
def open_account(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    do(request, partial(actions.open_account, person, actor=request.user), "Akun dibuka lagi.")
    return redirect("people:user", pk)
