"""What the larger partials are given; each says which one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Count:
    """One figure of ui/tally.html."""

    label: str
    value: int
    href: str = ""
    note: str = ""


@dataclass(frozen=True)
class Event:
    """One line of ui/story.html."""

    title: str
    day: date | None
    kind: Literal["done", "todo", "wrong"] = "done"  # wrong: out of order, disputed
    detail: str = ""
    source: str = ""  # file and row
    why_no_day: str = "tanggal belum ada"
    days_after: int | None = None  # since the event before it that has a day


def story(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with the days that passed between those that have one.

    They keep the order of the process, not of the days: an award dated before its announcement
    stays after it, and no days are counted between them.
    """
    told: list[Event] = []
    before: date | None = None
    for event in events:
        passed = (event.day - before).days if event.day and before else None
        told.append(replace(event, days_after=passed if passed and passed > 0 else None))
        before = event.day or before
    return tuple(told)


@dataclass(frozen=True)
class OriginStep:
    """From the rows read to the rows counted: minus 22, "di luar cakupan metode"."""

    count: str
    label: str
    href: str = ""


@dataclass(frozen=True)
class Origin:
    """What a printed figure must be able to name, for ui/origin.html."""

    formula: str
    version: str
    snapshot: str
    steps: tuple[OriginStep, ...] = ()


@dataclass(frozen=True)
class Progress:
    """Long work, for ui/progress.html."""

    label: str  # "Membaca 4 berkas"
    doing: str  # "Membaca spse-tender-2025.xlsx"
    done: int
    total: int | None  # None: not known yet
    unit: str  # "berkas", "baris"
    href: str  # asked again while it runs
    running: bool = True
