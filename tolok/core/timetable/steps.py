"""What of a step matters to the calendar: how long it takes and what starts its clock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tolok.core.deadlines import Starts
from tolok.core.durations import Duration
from tolok.core.period import Window


@dataclass(frozen=True)
class ClockedStep:
    """A step, or several under one clock (KT1.i to KT1.vii share the thirty days of KT1)."""

    id: str
    name: str
    duration: Duration | None = None  # none: no clock runs
    after: tuple[str, ...] = ()  # the steps whose completion starts the clock; all of them
    window: Window | None = None  # a collection window, whose first day starts the clock
    due_on: date | None = None  # a date the unit set, which stands before the duration

    @property
    def starts(self) -> Starts:
        if self.window:
            return Starts.WINDOW
        if self.duration is None:
            return Starts.NOTHING
        return Starts.PREDECESSORS if self.after else Starts.DATE


def from_step(steps: Sequence[ClockedStep], first: str) -> tuple[ClockedStep, ...]:
    """The steps that are left for a year opened at `first`: all but those that lead to it."""
    done = _leading_to(first, {step.id: step for step in steps})
    return tuple(
        replace(step, after=tuple(id_ for id_ in step.after if id_ not in done))
        for step in steps
        if step.id not in done
    )


def _leading_to(first: str, steps: dict[str, ClockedStep]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(steps[first].after)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting.extend(steps[id_].after)
    return frozenset(found)
