"""Which SOPs a year can be opened under; the room of the workflow, above, makes them known.

    # tolok/workflow/apps.py, in ready():
    sops.register("kaltim-2024", load_kaltim)  # called when first asked for, and then kept

An SOP that is not known opens no year, so that none runs under a misspelt code.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tolok.core.period import Window
from tolok.core.timetable import ClockedStep

Windows = Mapping[str, Window]  # "TW1" -> when that quarter's data are collected
Clocks = Callable[[Windows], tuple[ClockedStep, ...]]


def no_clocks(windows: Windows) -> tuple[ClockedStep, ...]:
    """An SOP whose steps have no times (Jayawijaya)."""
    del windows
    return ()


@dataclass(frozen=True)
class KnownSop:
    """What opening a year needs to know of an SOP."""

    code: str
    version: str
    title: str
    steps: tuple[tuple[str, str], ...]  # id and name, in order
    clocks: Clocks = no_clocks

    def step_name(self, id_: str) -> str:
        return dict(self.steps).get(id_, "")


KNOWN: dict[str, Callable[[], KnownSop]] = {}


def register(code: str, load: Callable[[], KnownSop]) -> None:
    """`load` is called at each asking: it caches for itself, where reading is slow."""
    KNOWN[code] = load


def find(code: str) -> KnownSop | None:
    load = KNOWN.get(code)
    return load() if load else None


def every() -> tuple[KnownSop, ...]:
    return tuple(load() for load in KNOWN.values())
