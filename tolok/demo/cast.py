"""The people of the demo: one for each role in use. Invented, like everything in it."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Final

from tolok.organisation.models import Agency
from tolok.people.actions import Appointment, create_user, give_office
from tolok.people.models import Role, User

# The one password of demos that only this machine can reach (TOLOK_DEMO=1); open on purpose.
OPEN_SECRET: Final = "Tolok-Ukur-900"  # noqa: S105
FIRST_DAY: Final = date(2023, 1, 2)
PEOPLE: Final = {
    Role.ADMINISTRATOR: ("admin@tolok.example", "Wolidesa Sontarono"),
    Role.COORDINATOR: ("koordinator@tolok.example", "Fenitika Hantolawe"),
    Role.DATA_PROCESSOR: ("pengolah@tolok.example", "Gomaran Kelapidi"),
    Role.AUDITOR: ("auditor@tolok.example", "Meruguna Lorangaka"),
}


@dataclass(frozen=True)
class SignIn:
    role: str
    name: str
    email: str
    password: str  # "" when it was printed in an earlier run


def engage(agency: Agency, *, in_the_open: bool) -> tuple[SignIn, ...]:
    """The four people with their offices; those who are there already stay as they are."""
    return tuple(_engaged(role, agency, in_the_open=in_the_open) for role in PEOPLE)


def person(role: Role) -> User:
    return User.objects.get(email=PEOPLE[role][0])


def _engaged(role: Role, agency: Agency, *, in_the_open: bool) -> SignIn:
    email, name = PEOPLE[role]
    password = OPEN_SECRET if in_the_open else secrets.token_urlsafe(12)
    if User.objects.filter(email=email).exists():
        return SignIn(role.label, name, email, password if in_the_open else "")
    user = create_user(email, name, password=password)
    where = None if role is Role.ADMINISTRATOR else agency
    decree = "800/Kep.001/2023"
    give_office(user, Appointment(role=role, agency=where, starts=FIRST_DAY, decree=decree))
    return SignIn(role.label, name, email, password)
