"""Offices: given, stood in for, ended, handed over, with a substitute."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tolok.core.problem import Problem
from tolok.people import actions
from tolok.people.forms.offices import (
    EndOfficeForm,
    HandOverForm,
    OfficeForm,
    StandInForm,
    SubstituteForm,
)
from tolok.people.hand_overs import hand_over_facts
from tolok.people.http import SignedInRequest
from tolok.people.models import HandOver, Office, User, UserRows
from tolok.people.views.forms import FormPage, form_page
from tolok.people.views.persons import found_person, page_of, warn


def give_office(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)
    form = OfficeForm(
        request.agency, request.POST or None, everywhere=request.user.sees_everything()
    )

    def act(_: object) -> str:
        office = actions.give_office(person, form.appointment(), actor=request.user)
        warn(request, office)
        return f"Jabatan diberikan: {office}."

    page = FormPage(f"Beri jabatan kepada {person}", "Beri jabatan", page_of(person), person=person)
    return form_page(request, form, page, act)


def stand_in(request: SignedInRequest, pk: int) -> HttpResponse:
    office = found_office(request, pk)
    form = StandInForm(colleagues(request).exclude(pk=office.user_id), request.POST or None)

    def act(told: dict[str, Any]) -> str:
        acting = actions.stand_in(
            told["person"], office, form.appointment(office), actor=request.user
        )
        warn(request, acting)
        return f"{acting} bertindak mulai tanggal itu dengan sendirinya."

    page = FormPage(
        f"Tunjuk Plt. atau Plh. {office.own_title}",
        "Tunjuk",
        page_of(office.user),
        "Selama masa itu tugas jabatan ini masuk ke kotak tugas yang ditunjuk, dan jejak menyebut "
        "keduanya.",
        office.user,
    )
    return form_page(request, form, page, act)


def end_office(request: SignedInRequest, pk: int) -> HttpResponse:
    office = found_office(request, pk)

    def act(told: dict[str, Any]) -> str:
        ended = actions.end_office(office, last_day=told["last_day"], actor=request.user)
        return f"Jabatan diakhiri: {ended}."

    page = FormPage(
        f"Akhiri jabatan {office.acting_title}",
        "Akhiri jabatan",
        page_of(office.user),
        "Bila ada penggantinya, pakai serah terima: yang sedang berjalan ikut beralih.",
        office.user,
    )
    return form_page(request, EndOfficeForm(request.POST or None), page, act)


def hand_over(request: SignedInRequest, pk: int) -> HttpResponse:
    office = found_office(request, pk)
    form = HandOverForm(colleagues(request).exclude(pk=office.user_id), request.POST or None)

    def act(told: dict[str, Any]) -> str:
        done = actions.hand_over(office, told["person"], form.succession(), actor=request.user)
        warn(request, done.taking)
        return f"Jabatan {office.own_title} beralih kepada {done.taking.user}."

    page = FormPage(
        f"Serah terima jabatan {office.own_title}",
        "Catat serah terima",
        page_of(office.user),
        f"{office.user} menjabat sampai sehari sebelumnya.",
        office.user,
    )
    return form_page(request, form, page, act)


def name_substitute(request: SignedInRequest, pk: int) -> HttpResponse:
    office = found_office(request, pk)

    def act(told: dict[str, Any]) -> str:
        actions.name_substitute(office, told["person"], actor=request.user)
        return f"Pengganti: {told['person'] or 'tidak ada'}."

    page = FormPage(
        f"Pengganti {office.user} sebagai {office.own_title}",
        "Simpan",
        page_of(office.user),
        "Memutuskan bila pemegang jabatan ini sendiri yang menyusun, atau yang dinilai.",
        office.user,
    )
    form = SubstituteForm(colleagues(request), office, request.POST or None)
    return form_page(request, form, page, act)


def hand_over_record(request: SignedInRequest, pk: int) -> HttpResponse:
    done = get_object_or_404(HandOver.objects.visible_to(request.user), pk=pk)
    return hand_over_page(request, done)


def hand_over_page(
    request: SignedInRequest, done: HandOver, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    """What passed; the room above makes a paper of it."""
    page = {
        "hand_over": done,
        "facts": hand_over_facts(done),
        "person": done.leaving.user,
        "may_draft": request.may_open("archive:draft_hand_over") and done.leaving.agency,
        "problems": problems,
    }
    status = 422 if problems else 200
    return render(request, "people/hand_over.html", page, status=status)


def found_office(request: SignedInRequest, pk: int) -> Office:
    return get_object_or_404(Office.objects.visible_to(request.user).with_people(), pk=pk)


def colleagues(request: SignedInRequest) -> UserRows:
    """Whom one may name: persons one sees whose account is open."""
    return User.objects.visible_to(request.user).filter(is_active=True)
