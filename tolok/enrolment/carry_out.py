"""A roster carried out row by row, as if each were typed on the pages: the same rules hold."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction

from tolok.core.blank import quoted
from tolok.core.problem import Problem, RefusedError
from tolok.enrolment.rows import OfficeRow, PersonRow, Place, Roster
from tolok.organisation.models import Agency, WorkUnit
from tolok.people.actions import Appointment, create_user, describe_person, give_office
from tolok.people.models import User


@dataclass
class Outcome:
    """What came, or would come, of the roster."""

    new_persons: int = 0
    new_offices: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def changes(self) -> int:
        return self.new_persons + self.new_offices


@dataclass(frozen=True)
class _Work:
    agency: Agency
    actor: User
    outcome: Outcome


def carry_out(roster: Roster, agency: Agency, *, actor: User) -> Outcome:
    """Inside a transaction of the caller, who undoes it when there is a problem."""
    work = _Work(agency, actor, Outcome(problems=list(roster.problems)))
    for person in roster.persons:
        _try(work, person.place, lambda person=person: _enrol(work, person))  # type: ignore[misc]
    for office in roster.offices:
        _try(work, office.place, lambda office=office: _appoint(work, office))  # type: ignore[misc]
    return work.outcome


def _try(work: _Work, place: Place, act: Callable[[], None]) -> None:
    """A refusal of one row undoes that row, and names it."""
    try:
        with transaction.atomic():
            act()
    except RefusedError as refusal:
        work.outcome.problems += [
            problem.at(f"{place}, {problem.where}" if problem.where else str(place))
            for problem in refusal.problems
        ]


def _enrol(work: _Work, row: PersonRow) -> None:
    """Who is known keeps their name: a workbook changes no person, it adds."""
    if User.objects.filter(email=row.email).exists():
        _known(work, row.email)
        work.outcome.unchanged += 1
        return
    person = create_user(row.email, row.name, actor=work.actor)
    describe_person(person, name=row.name, nip=row.nip, rank=row.rank, actor=work.actor)
    work.outcome.new_persons += 1


def _appoint(work: _Work, row: OfficeRow) -> None:
    person = _known(work, row.email)
    if person is None:
        return  # told already, at the person's own row
    unit = _unit(work.agency, row)
    same = person.offices.filter(
        role=row.role, agency=work.agency, unit=unit, starts=row.starts, acting=""
    )
    if same.exists():
        work.outcome.unchanged += 1
        return
    appointment = Appointment(
        row.role,
        work.agency,
        row.starts,
        ends=row.ends,
        unit=unit,
        decree=row.decree,
        title=row.title,
    )
    give_office(person, appointment, actor=work.actor)
    work.outcome.new_offices += 1


def _known(work: _Work, email: str) -> User | None:
    """OJ-09: a person of another agency only is not taken over by knowing the address."""
    person = User.objects.filter(email=email).first()
    if person is None or person.offices.count() == 0:
        return person  # a refused row's, or new in this very file
    if not User.objects.visible_to(work.actor).filter(pk=person.pk).exists():
        raise RefusedError(
            Problem(
                "OJ-09",
                "Surel",
                f"{email} sudah dipakai di luar instansi Anda. Minta administrator seluruh "
                "instalasi memberinya jabatan di sini.",
            )
        )
    return person


def _unit(agency: Agency, row: OfficeRow) -> WorkUnit | None:
    """OJ-10: the code is that of a satker of this agency."""
    if not row.unit:
        return None
    unit = WorkUnit.objects.filter(agency=agency, code=row.unit).first()
    if unit is None:
        raise RefusedError(
            Problem(
                "OJ-10",
                "Kode satker",
                f"{quoted(row.unit)} bukan kode satker {agency}. Lihat kodenya di Pengaturan, "
                "Unit kerja.",
            )
        )
    return unit
