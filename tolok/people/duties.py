"""What passes when an officer moves. The rooms above register what duties they hold.

    duties.register("workflow", Keeper(duties_of=open_tasks_of, pass_on=give_tasks_to))

in their AppConfig.ready. A plain dict: nothing happens here that a reader does not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from tolok.people.models import Office


@dataclass(frozen=True)
class Duty:
    """One thing the holder of an office has to do, or looks after."""

    kind: str  # "tugas", "paket", "draf"
    title: str
    due: date | None = None
    step: str = ""  # of the SOP, "KT5"
    concerns: str = ""  # the unit or package
    status: str = "berjalan"  # as the hand-over paper says it
    remark: str = ""

    def to_values(self) -> dict[str, str]:
        """As it is kept with the hand-over."""
        due = self.due.isoformat() if self.due else ""
        return {name: str(value) for name, value in vars(self).items()} | {"due": due}

    @classmethod
    def from_values(cls, values: dict[str, str]) -> Duty:
        due = date.fromisoformat(values["due"]) if values.get("due") else None
        return cls(**{**values, "due": due})  # type: ignore[arg-type]  # all others are texts


def nothing_of(office: Office) -> Iterable[Duty]:
    return ()


def nothing_to_pass(leaving: Office, taking: Office) -> None:
    """For keepers whose duties follow the office's role by themselves."""


@dataclass(frozen=True)
class Keeper:
    """What a room holds for an office, and how it gives that to the successor's."""

    duties_of: Callable[[Office], Iterable[Duty]] = field(default=nothing_of)
    pass_on: Callable[[Office, Office], None] = field(default=nothing_to_pass)


_KEEPERS: dict[str, Keeper] = {}


def register(room: str, keeper: Keeper) -> None:
    """Once for each room; again replaces what it said before."""
    _KEEPERS[room] = keeper


def duties_of(office: Office) -> tuple[Duty, ...]:
    """Everything the rooms hold for this office, soonest first; what has no date last."""
    found = [duty for keeper in _KEEPERS.values() for duty in keeper.duties_of(office)]
    return tuple(sorted(found, key=lambda duty: (duty.due or date.max, duty.title)))


def pass_on(leaving: Office, taking: Office) -> None:
    """Let every room give to the successor what it keeps by office or person."""
    for keeper in _KEEPERS.values():
        keeper.pass_on(leaving, taking)
