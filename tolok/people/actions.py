"""What is done to users and offices."""

from dataclasses import dataclass
from datetime import date

from django.contrib import auth
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency, WorkUnit
from tolok.people.models import Office, Role, User
from tolok.trail.record import record

IN_USE = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR, Role.DATA_PROCESSOR, Role.AUDITOR})


@dataclass(frozen=True)
class Appointment:
    """What a decree gives a person; no agency means the whole deployment."""

    role: Role
    agency: Agency | None
    starts: date
    ends: date | None = None  # the last day, included
    unit: WorkUnit | None = None
    decree: str = ""


@transaction.atomic
def create_user(
    email: str, name: str, *, password: str | None = None, actor: User | None = None
) -> User:
    """Someone who can sign in, and may do nothing yet; without a password only later."""
    user = User(email=email.strip().lower(), name=" ".join(name.split()))
    if problems := user_problems(user, password):
        raise RefusedError(*problems)
    user.set_password(password)
    user.save()
    record(
        "people.create_user",
        actor=actor,
        subject=f"Pengguna {user.email}",
        after={"surel": user.email, "nama": user.name},
    )
    return user


def user_problems(user: User, password: str | None) -> list[Problem]:
    """PG-01 no name, PG-02 no address, PG-03 address taken, PG-04 password too easy."""
    problems = []
    if not user.name:
        problems.append(Problem("PG-01", "nama", "Masih kosong. Tuliskan nama orangnya."))
    try:
        validate_email(user.email)
    except ValidationError:
        problems.append(
            Problem("PG-02", "surel", f"“{user.email}” bukan alamat surel. Periksa ejaannya.")
        )
    if User.objects.filter(email=user.email).exists():
        problems.append(Problem("PG-03", "surel", f"{user.email} sudah dipakai pengguna lain."))
    if password is not None:
        try:
            validate_password(password, user)
        except ValidationError as error:
            problems.append(Problem("PG-04", "kata sandi", " ".join(error.messages)))
    return problems


@transaction.atomic
def give_office(user: User, appointment: Appointment, *, actor: User | None = None) -> Office:
    """Rights from the first day to the last, both included."""
    User.objects.select_for_update().get(pk=user.pk)
    if problem := appointment_problem(user, appointment):
        raise RefusedError(problem)
    office = Office.objects.create(
        user=user,
        role=appointment.role,
        agency=appointment.agency,
        unit=appointment.unit,
        decree=appointment.decree,
        starts=appointment.starts,
        ends=appointment.ends,
    )
    record(
        "people.give_office",
        actor=actor,
        subject=f"Pengguna {user.email}",
        agency=appointment.agency,
        after=as_values(office),
    )
    return office


def appointment_problem(user: User, given: Appointment) -> Problem | None:
    """PG-05 reserved role, PG-06 no agency, PG-07 foreign unit, PG-08 dates, PG-09 held already."""
    role = given.role.label
    if given.role not in IN_USE:
        return Problem("PG-05", "peran", f"Peran {role} belum dipakai pada versi Tolok ini.")
    if given.agency is None and given.role != Role.ADMINISTRATOR:
        return Problem("PG-06", "instansi", f"Jabatan {role} harus menyebut instansinya.")
    if given.unit and given.unit.agency != given.agency:
        return Problem(
            "PG-07", "satuan kerja", f"{given.unit} bukan satuan kerja dari {given.agency}."
        )
    if given.ends and given.ends < given.starts:
        return Problem("PG-08", "sampai dengan", "Tanggal akhir mendahului tanggal mulai.")
    if held_meanwhile(user, given):
        return Problem(
            "PG-09",
            "peran",
            f"{user} sudah memegang jabatan {role} pada sebagian masa itu. Akhiri jabatan itu "
            "lebih dahulu, atau ubah tanggalnya.",
        )
    return None


def held_meanwhile(user: User, given: Appointment) -> bool:
    """Whether the person holds the same office on one of these days."""
    same = user.offices.filter(
        role=given.role, agency=given.agency, unit=given.unit, withdrawn_at=None
    ).exclude(ends__lt=given.starts)
    return (same.filter(starts__lte=given.ends) if given.ends else same).exists()


@transaction.atomic
def end_office(
    office: Office, *, last_day: date | None = None, actor: User | None = None
) -> Office:
    """The office ends with `last_day`; without one its rights stop with the next request.

    PG-10: it has ended already. PG-11: it is what keeps the deployment administrable.
    """
    office = Office.objects.select_for_update().get(pk=office.pk)
    today = timezone.localdate()
    if office.withdrawn_at or (office.ends and office.ends < today):
        raise RefusedError(Problem("PG-10", "jabatan", f"{office} sudah berakhir."))
    if last_day and last_day < office.starts:
        raise RefusedError(
            Problem("PG-08", "sampai dengan", "Tanggal akhir mendahului tanggal mulai.")
        )
    if is_last_administrator(office, today):
        raise RefusedError(
            Problem(
                "PG-11",
                "jabatan",
                f"{office} adalah administrator terakhir. Tunjuk penggantinya lebih dahulu.",
            )
        )
    before = as_values(office)
    office.ends = last_day or max(office.starts, today)
    office.withdrawn_at = None if last_day else timezone.now()
    office.save(update_fields=["ends", "withdrawn_at"])
    record(
        "people.end_office",
        actor=actor,
        subject=f"Pengguna {office.user.email}",
        agency=office.agency,
        before=before,
        after=as_values(office),
    )
    return office


def is_last_administrator(office: Office, today: date) -> bool:
    """Whether nobody else administers the whole deployment today, for as long as it lasts."""
    if office.role != Role.ADMINISTRATOR or office.agency is not None:
        return False
    everywhere = Office.objects.in_force(today).filter(role=Role.ADMINISTRATOR, agency=None)
    return not everywhere.filter(ends=None).exclude(pk=office.pk).exists()


@transaction.atomic
def sign_in(request: HttpRequest, user: User) -> None:
    """Begin a session under a new key; the password was checked before."""
    auth.login(request, user)
    record("people.sign_in", actor=user, subject=f"Pengguna {user.email}")


@transaction.atomic
def sign_out(request: HttpRequest, user: User) -> None:
    """End the session at hand."""
    auth.logout(request)
    record("people.sign_out", actor=user, subject=f"Pengguna {user.email}")


@transaction.atomic
def change_password(request: HttpRequest, user: User, password: str) -> None:
    """The person's own new password; every other session of theirs ends."""
    user.set_password(password)
    user.save(update_fields=["password"])
    auth.update_session_auth_hash(request, user)
    record("people.change_password", actor=user, subject=f"Pengguna {user.email}")


def as_values(office: Office) -> dict[str, object]:
    return {
        "peran": office.role,
        "instansi": office.agency.code if office.agency else None,
        "satker": office.unit.code if office.unit else None,
        "keputusan": office.decree,
        "mulai": office.starts,
        "sampai": office.ends,
        "dicabut": office.withdrawn_at,
    }
