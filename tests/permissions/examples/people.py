"""A person with an office in the unit, and what is on record about them."""

from datetime import date, timedelta
from functools import cached_property

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from tests.permissions.examples.place import Place
from tolok.enrolment.models import Enrolment
from tolok.messages.models import Message
from tolok.organisation.models import WorkUnitAlias
from tolok.organisation.testing import make_alias
from tolok.people.models import (
    Certificate,
    HandOver,
    Office,
    OneTimeLink,
    Role,
    SignedInSession,
    User,
)
from tolok.people.testing import make_office, make_person

ON = date(2025, 1, 2)


class People(Place):
    @cached_property
    def office(self) -> Office:
        person = make_person(f"contoh-{self.unit.pk}@{self.agency.code}.contoh.id".lower())
        return make_office(person, Role.PPK, self.agency, unit=self.unit)

    @cached_property
    def person(self) -> User:
        return self.office.user

    @cached_property
    def hand_over(self) -> HandOver:
        leaving, taking = (
            make_office(self.person, Role.POKJA, self.agency, unit=self.unit) for _ in range(2)
        )
        return HandOver.objects.create(
            leaving=leaving, taking=taking, first_day=ON, recorded_at=timezone.now()
        )

    @cached_property
    def certificate(self) -> Certificate:
        return Certificate.objects.create(
            user=self.person, kind=Certificate.Kind.LEVEL_1, number="1", issued=ON
        )

    @cached_property
    def link(self) -> OneTimeLink:
        now = timezone.now()
        return OneTimeLink.objects.create(
            user=self.person,
            purpose=OneTimeLink.Purpose.INVITE,
            token_hash=f"{self.unit.pk:064}",
            made_at=now,
            expires_at=now + timedelta(days=7),
        )

    @cached_property
    def session(self) -> SignedInSession:
        store = SessionStore()
        store.create()
        return SignedInSession.objects.create(
            user=self.person, key=store.session_key, began_at=timezone.now()
        )

    @cached_property
    def message(self) -> Message:
        about = {"kind": Message.Kind.NEWS, "title": "Kabar", "path": "/"}
        return Message.objects.create(
            agency=self.agency, recipient=self.person, made_at=timezone.now(), **about
        )

    @cached_property
    def alias(self) -> WorkUnitAlias:
        return make_alias(self.unit, alias=f"lain-{self.unit.pk}")

    @cached_property
    def enrolment(self) -> Enrolment:
        return Enrolment.objects.create(
            agency=self.agency,
            file_name="orang.xlsx",
            uploaded_by=self.person,
            uploaded_at=timezone.now(),
        )
