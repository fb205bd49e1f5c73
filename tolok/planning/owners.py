"""Units and persons that an owner's field may offer: the plan's own first, then all others."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from tolok.organisation.clock import today_in
from tolok.organisation.models import WorkUnit
from tolok.people.models import Office
from tolok.planning.models import Action, PlanVersion


@dataclass(frozen=True)
class Owners:
    """What may be chosen; anything else may be typed."""

    units: tuple[str, ...]
    persons: tuple[str, ...]


def known_owners(version: PlanVersion) -> Owners:
    agency = version.agency
    actions = Action.objects.filter(indicator__version=version)
    rows = [*version.indicators.all(), *actions]
    offices = Office.objects.in_force(today_in(agency)).filter(agency=agency, unit=None)
    titles = (office.acting_title for office in offices.select_related("user", "agency"))
    units = WorkUnit.objects.filter(agency=agency).order_by("name").values_list("name", flat=True)
    return Owners(
        units=_once(chain((one.owner_unit for one in rows), (agency.unit_name,), units)),
        persons=_once(chain((one.owner_person for one in rows), sorted(titles))),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
