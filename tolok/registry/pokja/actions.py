"""What people do with the register of Pokja."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import WorkUnit
from tolok.people.models import User
from tolok.registry.models import Pokja, PokjaMember
from tolok.trail.record import record


@dataclass(frozen=True)
class Decree:
    """What names a Pokja."""

    name: str
    number: str
    day: date | None
    unit: WorkUnit | None = None


@dataclass(frozen=True)
class Membership:
    """From when until when somebody is a member; open where the decree says nothing."""

    starts: date | None = None
    ends: date | None = None


@transaction.atomic
def confirm_pokja(pokja: Pokja, decree: Decree, *, actor: User) -> Pokja:
    """Take a proposed Pokja into the register, or change what its decree says.

    PJ-01: it has a name. PJ-02: its decree has a number. PJ-03: no other Pokja has its name.
    """
    pokja = Pokja.objects.select_for_update().get(pk=pokja.pk)
    if problems := _decree_problems(pokja, decree):
        raise RefusedError(*problems)
    before = _as_values(pokja)
    pokja.name, pokja.decree = decree.name.strip(), decree.number.strip()
    pokja.decree_on, pokja.unit = decree.day, decree.unit
    pokja.status = Pokja.Status.CONFIRMED
    pokja.confirmed_at, pokja.confirmed_by = timezone.now(), actor
    pokja.save()
    record(
        "registry.confirm_pokja",
        actor=actor,
        subject=f"Pokja {pokja.code}",
        agency=pokja.agency,
        before=before,
        after=_as_values(pokja),
    )
    return pokja


@transaction.atomic
def date_members(pokja: Pokja, given: Mapping[int, Membership], *, actor: User) -> None:
    """Say from when until when each member belongs to it.

    PJ-04: nobody leaves before joining.
    """
    members = list(PokjaMember.objects.select_for_update().filter(pokja=pokja, pk__in=given))
    if problems := [_order_problem(one) for one in members if _is_reversed(given[one.pk])]:
        raise RefusedError(*problems)
    before = _dates_of(members)
    for member in members:
        member.starts, member.ends = given[member.pk].starts, given[member.pk].ends
    PokjaMember.objects.bulk_update(members, ["starts", "ends"])
    record(
        "registry.date_members",
        actor=actor,
        subject=f"Pokja {pokja}",
        agency=pokja.agency,
        before=before,
        after=_dates_of(members),
    )


def _decree_problems(pokja: Pokja, decree: Decree) -> list[Problem]:
    problems = []
    name = decree.name.strip()
    if not name:
        problems.append(Problem("PJ-01", "Nama", "Tuliskan nama Pokja menurut surat keputusan."))
    if not decree.number.strip():
        message = "Tuliskan nomor surat keputusan yang membentuk Pokja ini."
        problems.append(Problem("PJ-02", "Nomor surat keputusan", message))
    others = Pokja.objects.filter(agency=pokja.agency, name__iexact=name).exclude(pk=pokja.pk)
    if name and others.exists():
        message = f"“{name}” sudah dipakai Pokja lain. Bedakan, misalnya dengan tahunnya."
        problems.append(Problem("PJ-03", "Nama", message))
    return problems


def _is_reversed(membership: Membership) -> bool:
    return bool(membership.starts and membership.ends and membership.ends < membership.starts)


def _order_problem(member: PokjaMember) -> Problem:
    return Problem("PJ-04", member.name, "Tanggal akhir mendahului tanggal mulai.")


def _as_values(pokja: Pokja) -> dict[str, object]:
    return {
        "nama": pokja.name,
        "surat keputusan": pokja.decree,
        "tanggal": pokja.decree_on,
        "unit": pokja.unit.code if pokja.unit else None,
        "status": pokja.status,
    }


def _dates_of(members: list[PokjaMember]) -> dict[str, object]:
    return {one.name: f"{one.starts or '…'} sampai {one.ends or '…'}" for one in members}
