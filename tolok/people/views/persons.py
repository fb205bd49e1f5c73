"""Persons: the list, one person's page, who is new, what is on record about them."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.actions import require_second_factor as require
from tolok.people import actions
from tolok.people.certificates import certificate_warning, warnings_for
from tolok.people.forms.offices import OfficeForm
from tolok.people.forms.persons import CertificateForm, NewPersonForm, PersonForm, PersonsFilter
from tolok.people.http import SignedInRequest, zone_of
from tolok.people.models import Certificate, Office, Role, User, UserRows
from tolok.people.rights import may_manage
from tolok.people.views.forms import FormPage, form_page

QUIET: Final = timedelta(days=90)


def users(request: SignedInRequest) -> HttpResponse:
    form = PersonsFilter(request.GET)
    found = User.objects.visible_to(request.user).with_offices_seen_by(request.user)
    if form.is_valid():
        found = found.named(form.cleaned_data["cari"])
        if role := form.cleaned_data["peran"]:
            found = found.holding(role, timezone.localdate())
    return render(request, "people/users.html", {"users": found, "filter": form})


def user(request: SignedInRequest, pk: int) -> HttpResponse:
    return user_page(request, found_person(request, pk))


def user_page(
    request: SignedInRequest, person: User, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    now = timezone.now()
    offices = list(person.offices.visible_to(request.user).with_people())
    page = {
        "problems": problems,
        "person": person,
        "offices": offices,
        "warnings": warnings_for(person, offices, timezone.localdate()),
        "certificates": person.certificates.all(),
        "managed": may_manage(request.user, person),
        "link": person.links.usable(now).first(),
        "sessions": person.sessions.alive(now),
        "zone": zone_of(request),
    }
    return render(request, "people/user.html", page, status=422 if problems else 200)


def found_person(request: SignedInRequest, pk: int) -> User:
    return get_object_or_404(User.objects.visible_to(request.user), pk=pk)


def add_user(request: SignedInRequest) -> HttpResponse:
    """A person and their first office at once: without one, nobody of the agency saw them."""
    data = request.POST or None
    person_form = NewPersonForm(data)
    office_form = OfficeForm(
        request.agency, data, everywhere=request.user.sees_everything(), prefix="jabatan"
    )
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and all([person_form.is_valid(), office_form.is_valid()]):
        try:
            office = enrol(request, person_form.cleaned_data, office_form)
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, f"{office.user} didaftarkan sebagai {office.acting_title}.")
            warn(request, office)
            return redirect("people:user", office.user.pk)
    page = {"person_form": person_form, "office_form": office_form, "problems": problems}
    status = 422 if request.method == "POST" else 200
    return render(request, "people/add_user.html", page, status=status)


@transaction.atomic
def enrol(request: SignedInRequest, told: dict[str, Any], office_form: OfficeForm) -> Office:
    person = actions.create_user(told["email"], told["name"], actor=request.user)
    actions.describe_person(
        person, name=told["name"], nip=told["nip"], rank=told["rank"], actor=request.user
    )
    return actions.give_office(person, office_form.appointment(), actor=request.user)


def warn(request: SignedInRequest, office: Office) -> None:
    """A certificate that is missing is said, and bars nothing."""
    if warning := certificate_warning(office.user, Role(office.role), office.starts):
        messages.warning(request, f"{warning.message} ({warning.rule})")


def describe_person(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)

    def act(told: dict[str, Any]) -> str:
        actions.describe_person(person, **told, actor=request.user)
        return "Data disimpan."

    page = FormPage("Ubah data", "Simpan", page_of(person), person=person)
    return form_page(request, PersonForm.of(person, request.POST or None), page, act)


def add_certificate(request: SignedInRequest, pk: int) -> HttpResponse:
    person = found_person(request, pk)

    def act(told: dict[str, Any]) -> str:
        facts = actions.CertificateFacts(
            Certificate.Kind(told["kind"]), told["number"], told["issued"], told["expires"]
        )
        actions.add_certificate(person, facts, actor=request.user)
        return "Sertifikat dicatat."

    page = FormPage("Catat sertifikat", "Catat sertifikat", page_of(person), person=person)
    return form_page(request, CertificateForm(request.POST or None), page, act)


@require_POST
def remove_certificate(request: SignedInRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.visible_to(request.user), pk=pk)
    try:
        actions.remove_certificate(certificate, actor=request.user)
    except RefusedError as refusal:
        return user_page(request, certificate.user, refusal.problems)
    messages.success(request, f"{certificate} dihapus dari catatan.")
    return redirect("people:user", certificate.user.pk)


def stale_accounts(request: SignedInRequest) -> HttpResponse:
    """T24: looked through once a month, and after every mutasi."""
    mine: UserRows = User.objects.visible_to(request.user)
    page = {
        "quiet": mine.quiet_since(timezone.now() - QUIET).with_offices_seen_by(request.user),
        "without_office": mine.without_office(timezone.localdate()),
        "days": QUIET.days,
        "zone": zone_of(request),
    }
    return render(request, "people/stale_accounts.html", page)


@require_POST
def require_second_factor(request: SignedInRequest) -> HttpResponse:
    if request.agency:
        required = request.POST.get("wajib") == "ya"
        require(request.agency, required=required, actor=request.user)
        told = "diwajibkan" if required else "tidak lagi diwajibkan"
        messages.success(request, f"Faktor kedua {told} di {request.agency}.")
    return redirect("people:users")


def page_of(person: User) -> str:
    return reverse("people:user", args=[person.pk])
