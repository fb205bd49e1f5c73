"""How old the data are: when each source system was last imported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final

from django.db.models import Max
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.organisation.models import Agency
from tolok.registry.models import Import

SYSTEMS: Final = (
    ("SPSE-", "SPSE"),
    ("RUP-", "SiRUP"),
    ("Ecat-", "e-Katalog"),
    ("Bela-", "Toko Daring"),
    ("Tolok-", "Buku kerja"),
)  # how tables of a system begin; the last two are shown only where there are any
ALWAYS: Final = frozenset({"SPSE", "SiRUP", "e-Katalog"})
FRESH_DAYS: Final = 31  # SPSE changes daily; what is older no longer shows a month's work


@dataclass(frozen=True)
class Freshness:
    """When a source system's tables were last imported; None: never."""

    system: str
    day: date | None
    age: int  # days

    @property
    def is_old(self) -> bool:
        return self.age > FRESH_DAYS


def freshness(agency: Agency, year: int) -> list[Freshness]:
    """One query; undone imports do not count."""
    zone = Zone[agency.time_zone].tz
    imports = Import.objects.of_year(agency, year).that_count().order_by()
    newest = dict(imports.values_list("tables__table").annotate(Max("done_at")))
    today = timezone.localdate(timezone=zone)
    found = [
        _freshness(system, _newest_of(prefix, newest.items()), today, zone)
        for prefix, system in SYSTEMS
    ]
    return [one for one in found if one.day or one.system in ALWAYS]


def _newest_of(prefix: str, tables: Iterable[tuple[str | None, datetime]]) -> datetime | None:
    return max((at for table, at in tables if (table or "").startswith(prefix)), default=None)


def _freshness(system: str, at: datetime | None, today: date, zone: tzinfo) -> Freshness:
    if at is None:
        return Freshness(system, None, 0)
    day = at.astimezone(zone).date()
    return Freshness(system, day, (today - day).days)
