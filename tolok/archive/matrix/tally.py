"""Counting: how many of the expected papers stand where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final


class State(Enum):
    """Where an expected paper stands, from the least to the most advanced.

    Value: its address in the page's filter, its word, its shape (see the component `status`).
    """

    LATER = ("nanti", "Belum waktunya", "none")
    MISSING = ("belum", "Belum ada", "not")
    DRAFT = ("draf", "Draf", "go")
    WAITING = ("menunggu", "Menunggu", "near")
    ISSUED = ("terbit", "Terbit", "ok")
    SIGNED = ("ditandatangani", "Ditandatangani", "ok")

    @property
    def key(self) -> str:
        return self.value[0]

    @property
    def word(self) -> str:
        return self.value[1]

    @property
    def shape(self) -> str:
        return self.value[2]


THERE: Final = (State.SIGNED, State.ISSUED, State.WAITING, State.DRAFT)  # the best first


@dataclass(frozen=True)
class Tally:
    """So many papers are expected; so many of them stand in each state."""

    counts: Mapping[State, int] = field(default_factory=dict)
    paper: int | None = None  # the one paper it is about, where it is one

    @property
    def expected(self) -> int:
        return sum(self.counts.values())

    @property
    def complete(self) -> int:
        """What has left the house: issued or signed."""
        return self.counts.get(State.ISSUED, 0) + self.counts.get(State.SIGNED, 0)

    @property
    def state(self) -> State | None:
        """The one they all share; none where they differ."""
        there = [state for state, count in self.counts.items() if count]
        return there[0] if len(there) == 1 else None

    @property
    def rest(self) -> tuple[tuple[State, int], ...]:
        """What is not complete yet, by state."""
        done = (State.ISSUED, State.SIGNED)
        left = [(state, self.counts.get(state, 0)) for state in State if state not in done]
        return tuple((state, count) for state, count in left if count)


def tally(
    expected: int, found: Mapping[State, int], *, paper: int | None = None, later: bool = False
) -> Tally:
    """The most advanced papers count first; more than were expected do not count.

    `later`: the period is not over, so what is not there is not missing yet.
    """
    left, counts = expected, dict[State, int]()
    for state in THERE:
        taken = min(found.get(state, 0), left)
        left -= taken
        if taken:
            counts[state] = taken
    if left:
        counts[State.LATER if later else State.MISSING] = left
    return Tally(counts, paper)


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum over several units, documents or periods."""
    counts: dict[State, int] = {}
    for one in tallies:
        for state, count in one.counts.items():
            counts[state] = counts.get(state, 0) + count
    return Tally(counts)
