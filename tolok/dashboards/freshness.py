"""How old the data are: the day each source system was last asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Max

from tolok.organisation.clock import today_in
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
    """The day a source system's rows were drawn, by what they say themselves; None: never.

    Where they do not tell, it is the day they were imported.
    """

    system: str
    day: date | None
    age: int  # days

    @property
    def is_old(self) -> bool:
        return self.age > FRESH_DAYS


def freshness(agency: Agency, year: int) -> list[Freshness]:
    """One query; undone imports do not count."""
    imports = Import.objects.of_year(agency, year).that_count().order_by()
    tables = imports.values_list("tables__table").annotate(
        Max("tables__drawn_on"), came_in=Max("done_at")
    )
    newest = {table: drawn or agency.zone.day_of(at) for table, drawn, at in tables}
    today = today_in(agency)
    found = [
        _freshness(system, _newest_of(prefix, newest.items()), today) for prefix, system in SYSTEMS
    ]
    return [one for one in found if one.day or one.system in ALWAYS]


def _newest_of(prefix: str, tables: Iterable[tuple[str | None, date]]) -> date | None:
    return max((day for table, day in tables if (table or "").startswith(prefix)), default=None)


def _freshness(system: str, day: date | None, today: date) -> Freshness:
    return Freshness(system, day, (today - day).days if day else 0)
