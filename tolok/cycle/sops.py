"""Which SOPs a year can be opened under; the room of the workflow, above, makes them known.

    # tolok/workflow/apps.py, in ready():
    sops.register("kaltim-2024", load_kaltim)  # called when first asked for, and then kept

An SOP that is not known opens no year, so that none runs under a misspelt code.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tolok.core.period import Window
from tolok.core.timetable import ClockedStep
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency

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
OWN: list[Callable[[Agency], Iterable[KnownSop]]] = []


def register(code: str, load: Callable[[], KnownSop]) -> None:
    """`load` is called at each asking: it caches for itself, where reading is slow."""
    KNOWN[code] = load


def register_own(load: Callable[[Agency], Iterable[KnownSop]]) -> None:
    """Where the SOPs come from that an agency published itself, newest first."""
    OWN[:] = [load]


def find(code: str, agency: Agency | None = None, version: str = "") -> KnownSop | None:
    """The agency's own before the one that ships; of several versions the newest, or the named."""
    for known in _own(agency):
        if known.code == code and version in ("", known.version):
            return known
    load = KNOWN.get(code)
    return load() if load else None


def every(agency: Agency | None = None) -> tuple[KnownSop, ...]:
    newest = {known.code: known for known in reversed(_own(agency))}
    shipped = (load() for code, load in KNOWN.items() if code not in newest)
    return (*shipped, *newest.values())


def of_year(year: FiscalYear) -> KnownSop | None:
    """What a year was opened under."""
    return find(year.sop, year.agency, year.sop_version)


def _own(agency: Agency | None) -> tuple[KnownSop, ...]:
    return tuple(known for load in OWN for known in load(agency)) if agency else ()
