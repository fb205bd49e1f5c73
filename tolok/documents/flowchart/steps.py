"""The steps of a procedure, as facts."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["mulai", "proses", "keputusan", "selesai"]
START: Final = "mulai"
DECISION: Final = "keputusan"
END: Final = "selesai"


@dataclass(frozen=True)
class Step:
    """One row of the flowchart. An arrow leads to the next row unless `yes_to` names another.

    A step is named by its number; where several have it, the nearest before counts.
    """

    text: str
    number: str  # "KT1.vi"
    kind: Kind
    lane: int  # who does it: 1 is the first column of Pelaksana
    also: tuple[int, ...]  # further lanes that do it together with the first
    yes_to: str  # "" for the following step
    no_to: str  # of a decision: "" when there is no other way
    requirements: str | None  # kelengkapan; None: the cell above goes on
    time: str | None
    output: str
    remark: str

    @property
    def lanes(self) -> tuple[int, ...]:
        """All lanes from left to right, counted from 0."""
        return tuple(sorted({lane - 1 for lane in (self.lane, *self.also)}))


@dataclass(frozen=True)
class Edge:
    """An arrow that does not simply lead to the next row."""

    source: int
    target: int
    label: str  # "Ya", "Tidak", or nothing

    @property
    def is_back(self) -> bool:
        return self.target <= self.source


def edges(steps: tuple[Step, ...]) -> tuple[Edge, ...]:
    """All arrows that need a way of their own."""
    found = []
    for at, step in enumerate(steps):
        yes, no = target(steps, at, step.yes_to), target(steps, at, step.no_to)
        if yes is not None and yes != at + 1:
            found.append(Edge(at, yes, "Ya" if step.kind == DECISION else ""))
        if no is not None:
            found.append(Edge(at, no, "Tidak"))
    return tuple(found)


def goes_on(steps: tuple[Step, ...], at: int) -> bool:
    """Whether an arrow leads from this row to the next."""
    last = at == len(steps) - 1
    jumps = target(steps, at, steps[at].yes_to) not in (None, at + 1)
    return not last and steps[at].kind != END and not jumps


def target(steps: tuple[Step, ...], at: int, number: str) -> int | None:
    """The step of that number: the nearest before, else the first behind; None if there is none."""
    places = [place for place, step in enumerate(steps) if number and step.number == number]
    before = [place for place in places if place < at]
    behind = [place for place in places if place > at]
    return before[-1] if before else behind[0] if behind else None
