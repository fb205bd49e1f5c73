"""What stands in a person's calendar feed: tasks with a due day, windows; rooms above add more.

    calendars.register("rapat", meetings_of)   # in the `ready` of an AppConfig; one query each

By the offices held today: what an office showed is gone with it. No names of persons (T36).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q
from django.utils import timezone

from tolok.core.feed import DayEvent
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.messages.links import link_to
from tolok.organisation.models import Agency
from tolok.people.models import Role, User
from tolok.workflow.models import Task
from tolok.workflow.models.tasks import own_tasks

STAYS: Final = timedelta(days=90)  # a window that closed is shown for so long


@dataclass(frozen=True)
class Reader:
    """Whose calendar it is, and what they are today in which agency."""

    person: User
    today: date
    roles: dict[Agency, frozenset[Role]]

    def where(self, agency: Agency) -> str:
        """Named only where there is more than one."""
        return f"{agency}, " if len(self.roles) > 1 else ""


EventsOf = Callable[[Reader], Iterable[DayEvent]]
_KINDS: dict[str, EventsOf] = {}


def register(kind: str, events_of: EventsOf) -> None:
    """Once for each kind; again replaces what it gave before."""
    _KINDS[kind] = events_of


def events_for(person: User) -> list[DayEvent]:
    reader = reader_of(person)
    if not reader.roles:
        return []
    found = [event for events_of in _KINDS.values() for event in events_of(reader)]
    return sorted(found, key=lambda event: (event.first, event.uid))


def reader_of(person: User) -> Reader:
    """Acting officers have the days of the one they stand in for, who meanwhile has none."""
    today = timezone.localdate()
    roles: dict[Agency, frozenset[Role]] = {}
    for office in person.offices_on(today).acting_on(today).select_related("agency"):
        if office.agency:
            roles[office.agency] = roles.get(office.agency, frozenset()) | {Role(office.role)}
    return Reader(person, today, roles)


def tasks_of(reader: Reader) -> Iterator[DayEvent]:
    """Those of one's own inbox that have a due day."""
    own = reduce(or_, (_own(reader, agency) for agency in reader.roles))
    waiting = Task.objects.ready().in_open_years().filter(own, due__isnull=False)
    for task in waiting.select_related("agency"):
        if task.due:
            yield DayEvent(
                uid=f"tugas-{task.pk}@tolok",
                title=f"TA {task.year}: {reader.where(task.agency)}{task.label} {task.name}",
                first=task.due,
                last=task.due,
                link=link_to(task.get_absolute_url()),
            )


def windows_of(reader: Reader) -> Iterator[DayEvent]:
    """When the data of a quarter are collected."""
    rows = YearPeriod.objects.filter(
        year__agency__in=reader.roles,
        year__status=FiscalYear.Status.OPEN,
        opens__isnull=False,
        closes__gte=reader.today - STAYS,
    )
    for row in rows.select_related("year__agency"):
        if window := row.window:
            where = reader.where(row.year.agency)
            yield DayEvent(
                uid=f"jendela-{row.pk}@tolok",
                title=f"{row.year.label}: {where}pengumpulan data {row.get_code_display()}",
                first=window.opens,
                last=window.closes,
            )


def _own(reader: Reader, agency: Agency) -> Q:
    """As `Task.for_offices` says it of one agency."""
    roles = reader.roles[agency]
    return Q(agency=agency) & own_tasks(reader.person, roles, reader.today)
