"""The units of a year: which are active, who is reached there, whom one knows as their PPKs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from tolok.organisation.models import Agency, WorkUnit
from tolok.outreach.models import Addressee
from tolok.people.models import Office, Role, User
from tolok.registry.officers import Named, ppks_named

ANSWERING: Final = (Role.PIMPINAN, Role.PENANGGUNG_JAWAB)  # of a unit: its head, or who looks after


def active_units(agency: Agency, year: int) -> QuerySet[WorkUnit]:
    """Those the sources name in the year or, as its own are not there yet, in the one before."""
    begun = Q(first_year=None) | Q(first_year__lte=year)
    going_on = Q(last_year=None) | Q(last_year__gte=year - 1)
    return WorkUnit.objects.filter(begun & going_on, agency=agency)


def answering(agency: Agency, day: date) -> Mapping[int, Office]:
    """By unit: who may acknowledge for it in Tolok, its head before the others."""
    acting = Office.objects.filter(agency=agency, unit__isnull=False, role__in=ANSWERING)
    offices = acting.acting_on(day).with_people().order_by("starts", "pk")
    found: dict[int, Office] = {}
    for office in sorted(offices, key=lambda one: ANSWERING.index(Role(one.role))):
        found.setdefault(office.unit_id or 0, office)
    return found


def units_of(user: User, agency: Agency | None, day: date) -> frozenset[int]:
    """The units for which this person acts that day."""
    own = Office.objects.filter(user=user, agency=agency, unit__isnull=False, role__in=ANSWERING)
    return frozenset(own.acting_on(day).values_list("unit", flat=True))


@dataclass(frozen=True)
class Ppk:
    """One whom Tolok knows as a unit's PPK, and from where."""

    name: str
    nip: str
    source: str

    @property
    def key(self) -> str:
        """What the form sends back: never more than the person saw."""
        return self.nip or self.name


def known_ppks(addressee: Addressee, day: date) -> tuple[Ppk, ...]:
    """By their offices, and else by the RUP of the year or of the one before."""
    agency, year = addressee.circular.agency, addressee.circular.year
    offices = Office.objects.filter(agency=agency, unit=addressee.unit, role=Role.PPK)
    held = [one.user for one in offices.acting_on(day).with_people().order_by("user__name")]
    known = [Ppk(one.name, one.nip, "jabatan di Tolok") for one in held]
    for past in (year, year - 1):
        if named := ppks_named(agency, past).get(addressee.unit.code):
            return (*known, *_others(known, named, f"RUP {past}"))
    return tuple(known)


def _others(known: Iterable[Ppk], named: Iterable[Named], source: str) -> tuple[Ppk, ...]:
    nips = {one.nip for one in known if one.nip}
    names = {one.name.casefold() for one in known}
    return tuple(
        Ppk(one.name, one.nip, source)
        for one in named
        if one.nip not in nips and one.name.casefold() not in names
    )
