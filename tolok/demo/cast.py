"""The people of the demo: one for each role. Invented, like everything in it."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tolok.organisation.models import Agency, WorkUnit
from tolok.people.actions import Appointment, create_user, describe_person, give_office
from tolok.people.models import Role, User

# The one password of demos that only this machine can reach (TOLOK_DEMO=1); open on purpose.
OPEN_SECRET: Final = "Tolok-Ukur-900"  # noqa: S105
FIRST_DAY: Final = date(2023, 1, 2)
LAST_DAY_OF_AUDIT: Final = date(2030, 12, 31)
OF_A_UNIT: Final = (Role.PENANGGUNG_JAWAB, Role.PPK)  # known once there are packages


@dataclass(frozen=True)
class Character:
    """One of the cast: fictional names, numbers in which no birthday can be."""

    email: str
    name: str
    title: str = ""  # of the office, as papers print it; "" for the role's own name
    nip: str = ""
    rank: str = ""


CAST: Final = {
    Role.ADMINISTRATOR: Character("admin@tolok.example", "Wolidesa Sontarono"),
    Role.COORDINATOR: Character(
        "koordinator@tolok.example",
        "Fenitika Hantolawe",
        "Koordinator Tim Pengelola Kinerja Pengadaan",
        "198800002010000001",
        "Penata Tingkat I (III/d)",
    ),
    Role.DATA_PROCESSOR: Character("pengolah@tolok.example", "Gomaran Kelapidi"),
    Role.AUDITOR: Character("auditor@tolok.example", "Meruguna Lorangaka"),
    Role.KEPALA_UKPBJ: Character(
        "kepala@tolok.example",
        "Sadewinta Parlokawe",
        "Kepala Bagian Pengadaan Barang/Jasa",
        "197500002000000002",
        "Pembina Tingkat I (IV/b)",
    ),
    Role.KETUA_TIM: Character(
        "ketua@tolok.example",
        "Tarunaka Belimodo",
        "Ketua Tim Pengelola Kematangan UKPBJ",
        "198100002005000003",
        "Pembina (IV/a)",
    ),
    Role.TIM_PENGUMPUL: Character("pengumpul@tolok.example", "Yulemira Kantosedo"),
    Role.PENANGGUNG_JAWAB: Character("pj@tolok.example", "Hanimora Seludawe"),
    Role.PPK: Character("ppk@tolok.example", "Borinaga Tumelasi", "Pejabat Pembuat Komitmen"),
    Role.POKJA: Character("pokja@tolok.example", "Karelindo Masuwepa"),
    Role.PIMPINAN: Character(
        "pimpinan@tolok.example",
        "Rahundira Wokasemo",
        "Sekretaris Daerah",
        "196900001993000004",
        "Pembina Utama Madya (IV/d)",
    ),
}


@dataclass(frozen=True)
class SignIn:
    role: str
    name: str
    email: str
    password: str  # "" when it was printed in an earlier run


def engage(
    agency: Agency, roles: Iterable[Role] = CAST, *, in_the_open: bool
) -> tuple[SignIn, ...]:
    """Persons with their offices; those who are there already stay as they are."""
    return tuple(_engaged(role, agency, in_the_open=in_the_open) for role in roles)


def person(role: Role) -> User:
    return User.objects.get(email=CAST[role].email)


def _engaged(role: Role, agency: Agency, *, in_the_open: bool) -> SignIn:
    one = CAST[role]
    password = OPEN_SECRET if in_the_open else secrets.token_urlsafe(12)
    if User.objects.filter(email=one.email).exists():
        return SignIn(role.label, one.name, one.email, password if in_the_open else "")
    appoint(role, agency, password=password)
    return SignIn(role.label, one.name, one.email, password)


def appoint(role: Role, agency: Agency, *, password: str | None = None) -> None:
    """The person of a role with the office; who has no password cannot sign in."""
    give_office(introduce(CAST[role], password=password), _appointment(role, agency))


def introduce(one: Character, *, password: str | None = None) -> User:
    """A person without any office yet."""
    user = create_user(one.email, one.name, password=password)
    if one.nip:
        describe_person(user, name=one.name, nip=one.nip, rank=one.rank)
    return user


def _appointment(role: Role, agency: Agency) -> Appointment:
    return Appointment(
        role=role,
        agency=None if role is Role.ADMINISTRATOR else agency,
        starts=FIRST_DAY,
        unit=WorkUnit.objects.filter(agency=agency).first() if role in OF_A_UNIT else None,
        ends=LAST_DAY_OF_AUDIT if role is Role.AUDITOR else None,
        decree="800/Kep.001/2023",
        title=CAST[role].title,
    )
