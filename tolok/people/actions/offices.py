"""What is done to offices: they are given, and they end. None is ever overwritten."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.organisation.models import Agency, WorkUnit
from tolok.people.acting import as_trail
from tolok.people.models import Office, Role, User
from tolok.trail.record import record


@dataclass(frozen=True)
class Appointment:
    """What a decree gives a person; no agency means the whole deployment."""

    role: Role
    agency: Agency | None
    starts: date
    ends: date | None = None  # the last day, included
    unit: WorkUnit | None = None
    decree: str = ""
    title: str = ""  # as papers print it; "" for the role's own name
    acting: str = ""  # "Plt." or "Plh."
    stands_in_for: Office | None = None


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
        title=" ".join(appointment.title.split()),
        decree=appointment.decree.strip(),
        starts=appointment.starts,
        ends=appointment.ends,
        acting=appointment.acting,
        stands_in_for=appointment.stands_in_for,
    )
    record(
        "people.give_office",
        actor=actor,
        subject=f"Pengguna {user.email}",
        agency=appointment.agency,
        after=as_values(office),
    )
    return office


def stand_in(
    user: User, absent: Office, appointment: Appointment, *, actor: User | None = None
) -> Office:
    """A Plt. or Plh. takes over an office: same role, agency and unit, own decree and dates."""
    same = Appointment(
        role=Role(absent.role),
        agency=absent.agency,
        unit=absent.unit,
        starts=appointment.starts,
        ends=appointment.ends,
        decree=appointment.decree,
        acting=appointment.acting,
        stands_in_for=absent,
    )
    return give_office(user, same, actor=actor)


def appointment_problem(user: User, given: Appointment) -> Problem | None:
    """The first reason why the appointment cannot be."""
    found = (check(user, given) for check in _CHECKS)
    return next((problem for problem in found if problem), None)


def _agency_problem(_: User, given: Appointment) -> Problem | None:
    """PG-06 no agency, PG-07 foreign unit."""
    if given.agency is None and given.role != Role.ADMINISTRATOR:
        return Problem(
            "PG-06", "instansi", f"Jabatan {given.role.label} harus menyebut instansinya."
        )
    if given.unit and given.unit.agency != given.agency:
        return Problem(
            "PG-07", "satuan kerja", f"{given.unit} bukan satuan kerja dari {given.agency}."
        )
    return None


def _dates_problem(_: User, given: Appointment) -> Problem | None:
    """PG-08: the last day is not before the first."""
    if given.ends and given.ends < given.starts:
        return Problem("PG-08", "sampai dengan", "Tanggal akhir mendahului tanggal mulai.")
    return None


def _letter_problem(_: User, given: Appointment) -> Problem | None:
    """PG-14: an auditor works by an assignment letter, and for as long as it says."""
    if given.role == Role.AUDITOR and not (given.decree.strip() and given.ends):
        return Problem(
            "PG-14",
            "nomor surat keputusan",
            "Auditor bekerja menurut surat tugasnya. Isikan nomor surat tugas itu dan tanggal "
            "berakhirnya.",
        )
    return None


def _acting_problem(user: User, given: Appointment) -> Problem | None:
    """PG-05: Plt. and Plh. act by a letter, for another person, in the same office.

    A Plh. stands in for somebody who will be back, so the last day is known; a Plt. stays until
    the office is filled.
    """
    if not given.acting:
        return None
    message = None
    if not given.decree.strip():
        message = f"{given.acting} ditunjuk dengan surat perintah. Isikan nomornya."
    elif given.acting == Office.Acting.PLH and not (given.ends and given.stands_in_for):
        message = (
            "Plh. menggantikan pejabat yang kembali lagi. Sebutkan pejabatnya dan sampai kapan."
        )
    elif given.stands_in_for and given.stands_in_for.user == user:
        message = f"{user} sendiri yang digantikan. Pilih orang lain."
    elif given.stands_in_for and place_of(given) != place_of(given.stands_in_for):
        message = f"Peran, instansi, dan satkernya harus sama dengan {given.stands_in_for}."
    return Problem("PG-05", "Plt./Plh.", message) if message else None


def place_of(office: Office | Appointment) -> tuple[str, Agency | None, WorkUnit | None]:
    return (office.role, office.agency, office.unit)


def _held_problem(user: User, given: Appointment) -> Problem | None:
    """PG-09: nobody holds the same office twice at a time."""
    if not held_meanwhile(user, given):
        return None
    return Problem(
        "PG-09",
        "peran",
        f"{user} sudah memegang jabatan {given.role.label} pada sebagian masa itu. Akhiri "
        "jabatan itu lebih dahulu, atau ubah tanggalnya.",
    )


def held_meanwhile(user: User, given: Appointment) -> bool:
    """Whether the person holds the same office on one of these days."""
    same = user.offices.filter(
        role=given.role,
        agency=given.agency,
        unit=given.unit,
        stands_in_for=given.stands_in_for,
        withdrawn_at=None,
    ).exclude(ends__lt=given.starts)
    return (same.filter(starts__lte=given.ends) if given.ends else same).exists()


_CHECKS: Final[tuple[Callable[[User, Appointment], Problem | None], ...]] = (
    _agency_problem,
    _dates_problem,
    _letter_problem,
    _acting_problem,
    _held_problem,
)


@transaction.atomic
def end_office(
    office: Office, *, last_day: date | None = None, actor: User | None = None
) -> Office:
    """The office ends with `last_day`; without one its rights stop with the next request.

    PG-10: it has ended already. PG-11: it is what keeps the deployment administrable.
    """
    office = Office.objects.select_for_update().get(pk=office.pk)
    today = today_in(office.agency)
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


def as_values(office: Office) -> dict[str, object]:
    """The office as the trail tells it; of an acting officer also who is stood in for."""
    acting = as_trail(office, office.user) if office.acting else {}
    return acting | {
        "peran": office.role,
        "instansi": office.agency.code if office.agency else None,
        "satker": office.unit.code if office.unit else None,
        "keputusan": office.decree,
        "mulai": office.starts,
        "sampai": office.ends,
        "dicabut": office.withdrawn_at,
    }
