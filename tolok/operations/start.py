"""`tolok init`: an agency's first or next performance year, and the first administrator."""

import os
from dataclasses import dataclass
from getpass import getpass

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.actions import open_year
from tolok.cycle.models import FiscalYear
from tolok.organisation.actions import register_agency
from tolok.organisation.models import Agency
from tolok.people.actions import Appointment, create_user, give_office
from tolok.people.models import Role, User


@dataclass(frozen=True)
class Opening:
    agency: str  # its code
    name: str
    year: int
    sop: str


@transaction.atomic
def start(opening: Opening) -> bool:
    """Whether the year is new; an agency and year that are there already stay as they are."""
    agency = Agency.objects.filter(code=opening.agency.strip().upper()).first()
    if agency is None:
        agency = register_agency(opening.agency, opening.name)
    if FiscalYear.objects.filter(agency=agency, year=opening.year).exists():
        return False
    open_year(agency, opening.year, opening.sop)
    return True


@transaction.atomic
def make_administrator(email: str, name: str) -> bool:
    """Whether the person is new. The password is never on the command line, where others see it."""
    if User.objects.filter(email__iexact=email.strip()).exists():
        return False
    user = create_user(email, name or email, password=asked_password(email))
    give_office(user, Appointment(Role.ADMINISTRATOR, agency=None, starts=timezone.localdate()))
    return True


def asked_password(email: str) -> str:
    """H-10: from TOLOK_ADMIN_PASSWORD or from the keyboard, where it is asked twice."""
    if given := os.environ.get("TOLOK_ADMIN_PASSWORD"):
        return given
    try:
        typed, again = getpass(f"Kata sandi untuk {email}: "), getpass("Sekali lagi: ")
    except EOFError:
        message = "Tidak ada papan ketik. Isi TOLOK_ADMIN_PASSWORD, lalu jalankan lagi."
        raise RefusedError(Problem("H-10", "kata sandi", message)) from None
    if again != typed:
        raise RefusedError(Problem("H-10", "kata sandi", "Kedua isian tidak sama. Ulangi."))
    return typed
