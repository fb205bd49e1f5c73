"""Mutasi: an officer moves, and what the office holds passes to the successor."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.clock import today_in
from tolok.people import duties
from tolok.people.actions.offices import Appointment, end_office, give_office
from tolok.people.models import HandOver, Office, Role, User
from tolok.trail.record import record

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Succession:
    """What the successor's decree says."""

    first_day: date
    decree: str = ""
    ends: date | None = None
    note: str = ""  # what the successor must know


@transaction.atomic
def hand_over(
    office: Office, successor: User, succession: Succession, *, actor: User | None = None
) -> HandOver:
    """End one office and begin the successor's on the next day; record what passes.

    Acting officers of the one who leaves end with it. The successor is appointed first: so the
    last administrator can hand over too.
    """
    office = Office.objects.select_for_update().get(pk=office.pk)
    if problem := succession_problem(office, successor, succession):
        raise RefusedError(problem)
    passing = [duty.to_values() for duty in duties.duties_of(office)]
    taking = give_office(successor, same_office(office, succession), actor=actor)
    keep_substitute(office, taking)
    last_day = min(succession.first_day - ONE_DAY, office.ends or date.max)
    end_acting_offices(office, last_day, actor)
    leaving = end_office(office, last_day=last_day, actor=actor)
    duties.pass_on(leaving, taking)
    done = HandOver.objects.create(
        leaving=leaving,
        taking=taking,
        first_day=succession.first_day,
        duties=passing,
        note=succession.note.strip(),
        recorded_by=actor,
        recorded_at=timezone.now(),
    )
    record(
        "people.hand_over",
        actor=actor,
        subject=f"Jabatan {leaving.own_title}",
        agency=leaving.agency,
        before={"pejabat": leaving.user.name, "sampai": leaving.ends},
        after={"pejabat": successor.name, "mulai": taking.starts, "yang beralih": len(passing)},
    )
    return done


def succession_problem(office: Office, successor: User, succession: Succession) -> Problem | None:
    """PG-10 it has ended, PG-15 the successor is the holder, PG-16 it begins too early."""
    if office.has_ended(today_in(office.agency)):
        return Problem("PG-10", "jabatan", f"{office} sudah berakhir.")
    if successor == office.user:
        return Problem("PG-15", "pengganti", f"{successor} sendiri pemegang jabatan ini.")
    if succession.first_day <= office.starts:
        return Problem(
            "PG-16",
            "mulai",
            "Serah terima harus sesudah hari pertama pejabat lama. Periksa tanggalnya.",
        )
    return None


def same_office(office: Office, succession: Succession) -> Appointment:
    return Appointment(
        role=Role(office.role),
        agency=office.agency,
        unit=office.unit,
        title=office.title,
        starts=succession.first_day,
        ends=succession.ends,
        decree=succession.decree,
    )


def keep_substitute(leaving: Office, taking: Office) -> None:
    """The named substitute stays, unless it is the successor."""
    if leaving.substitute and leaving.substitute != taking.user:
        taking.substitute = leaving.substitute
        taking.save(update_fields=["substitute"])


def end_acting_offices(office: Office, last_day: date, actor: User | None) -> None:
    """Nobody stands in any longer for an officer who has left."""
    acting = office.acting_offices.filter(withdrawn_at=None).exclude(ends__lte=last_day)
    for one in acting:
        end_office(one, last_day=last_day if one.starts <= last_day else None, actor=actor)
