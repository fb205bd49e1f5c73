"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from datetime import date
from typing import Any

import pyotp
from django.utils import timezone

from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.people import totp
from tolok.people.models import Office, Role, SecondFactor, User

STARTS = date(2020, 1, 1)


def make_person(email: str = "sari@contoh.id", password: str | None = None) -> User:
    """Someone without any office, who signs in with `client.force_login`."""
    name = email.partition("@")[0].title()
    user = User.objects.get_or_create(email=email, defaults={"name": name})[0]
    if password:  # hashing is slow on purpose, so only where a test needs it
        user.set_password(password)
        user.save(update_fields=["password"])
    return user


def make_office(user: User, role: Role, agency: Agency | None = None, **fields: Any) -> Office:
    return Office.objects.create(
        **{"user": user, "role": role, "agency": agency, "starts": STARTS} | fields
    )


def make_user(role: Role = Role.COORDINATOR, agency: Agency | None = None, **fields: Any) -> User:
    """A person with one office, in `make_agency()` when no other is named."""
    agency = agency or make_agency()
    user = make_person(f"{role}@{agency.code}.contoh.id".lower(), **fields)
    make_office(user, role, agency)
    return user


def make_administrator(email: str = "admin@contoh.id") -> User:
    """The administrator of the whole deployment."""
    user = make_person(email)
    make_office(user, Role.ADMINISTRATOR)
    return user


def make_second_factor(user: User) -> SecondFactor:
    """Set up and confirmed, as long ago as may be."""
    return SecondFactor.objects.create(user=user, salt=totp.new_salt(), confirmed_at=timezone.now())


def code_of(factor: SecondFactor, *, later: int = 0) -> str:
    """What the authenticator shows now, or `later` steps of half a minute after."""
    secret = totp.secret_of(factor.user_id, factor.salt)
    return pyotp.TOTP(secret).at(timezone.now(), counter_offset=later)
