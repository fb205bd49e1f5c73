"""The year at a glance: every indicator with its value, and what would make the values sure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from tolok.measurement.attributes import listed
from tolok.measurement.intervals import Settle
from tolok.measurement.showing import Shown, State, in_areas

MOST_TASKS: Final = 4


@dataclass(frozen=True)
class Task:
    """Facts to complete or to check, and which values they make sure."""

    sentence: str  # "Lengkapi 6 tanggal BAST"
    serves: str  # "untuk W3 dan W4"
    href: str


@dataclass(frozen=True)
class Line:
    """An indicator's row in the table."""

    shown: Shown
    findings: int
    target: str  # of the whole year, in words; "" where no approved plan has one


@dataclass(frozen=True)
class Overview:
    """What the page shows of one agency and year."""

    areas: tuple[tuple[str, tuple[Line, ...]], ...]
    tally: tuple[tuple[State, int], ...]
    tasks: tuple[Task, ...]
    compares: bool  # whether any indicator has a value of the year before
    aims: bool  # whether any indicator has a target

    @property
    def columns(self) -> int:
        return 8 if self.compares else 7

    @property
    def columns_before_state(self) -> int:
        """What a reason fills where there is no value."""
        return self.columns - 4

    @property
    def indicators(self) -> int:
        return sum(count for _, count in self.tally)


def overview_of(
    shown: Sequence[Shown], findings: Mapping[str, int], targets: Mapping[str, str]
) -> Overview:
    counted = Counter(one.state for one in shown)
    return Overview(
        areas=tuple(
            (area, tuple(_line(one, findings, targets) for one in members))
            for area, members in in_areas(shown)
        ),
        tally=tuple((state, counted[state]) for state in State),
        tasks=tuple(tasks_of(shown)[:MOST_TASKS]),
        compares=any(one.before is not None for one in shown),
        aims=any(targets.get(one.code) for one in shown),
    )


def _line(shown: Shown, findings: Mapping[str, int], targets: Mapping[str, str]) -> Line:
    return Line(shown, findings[shown.code], targets.get(shown.code, ""))


def tasks_of(shown: Iterable[Shown]) -> list[Task]:
    """The same fact is asked for once: what settles most indicators first, then what is least.

    Indicators look at different packages; the sentence counts those of the widest.
    """
    asked: dict[str, list[tuple[Settle, Shown]]] = {}
    for one in shown:
        for settle in one.value.settles:
            verb = settle.sentence.partition(" ")[0]
            asked.setdefault(f"{verb} {settle.field}", []).append((settle, one))
    ordered = sorted(asked.values(), key=lambda group: (-len(group), _widest(group)[0].packages))
    return [_task(group) for group in ordered]


def _widest(group: Sequence[tuple[Settle, Shown]]) -> tuple[Settle, Shown]:
    return max(group, key=lambda pair: pair[0].packages)


def _task(group: Sequence[tuple[Settle, Shown]]) -> Task:
    settle, widest = _widest(group)
    codes = sorted(one.code for _, one in group)
    page = reverse("measurement:rows", args=[widest.code])
    return Task(
        sentence=settle.sentence[0].upper() + settle.sentence[1:],
        serves=f"untuk {listed(codes)}",
        href=f"{page}?lihat=belum-pasti&fakta={settle.field}",
    )
