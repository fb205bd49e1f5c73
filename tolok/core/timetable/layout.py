"""When each step would start and be due if everyone took the whole of the time given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tolok.core.calendar import WorkCalendar
from tolok.core.deadlines import due
from tolok.core.durations import DayType, Duration
from tolok.core.timetable.steps import ClockedStep

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class YearFrame:
    """What the clocks of one year are laid over."""

    year: int
    starts_on: date  # the first day of the first step, which counts
    days: DayType
    holidays: WorkCalendar

    @property
    def ends_on(self) -> date:
        return date(self.year, 12, 31)

    def due(self, first_day: date, duration: Duration) -> date:
        """The last day of a term whose first day is `first_day`."""
        return due(
            first_day,
            duration,
            self.days,
            self.holidays,
            first_day_counts=True,
            year=self.year,
        )


@dataclass(frozen=True)
class Planned:
    """A step with its first and its last day; without a clock it has neither."""

    step: ClockedStep
    starts: date | None
    due: date | None
    ready: date  # the first day on which all before it would be done


def lay_out(steps: Sequence[ClockedStep], frame: YearFrame) -> tuple[Planned, ...]:
    """The steps in their order, each with its days.

    A step without a clock is passed over: what follows waits for what stands before it.
    A step named before it stands or nowhere is a fault of the definition, and a KeyError.
    """
    done: dict[str, date] = {}  # the last day up to and with each step
    planned = []
    for step in steps:
        before = [done[id_] for id_ in step.after]
        ready = max(before) + ONE_DAY if before else frame.starts_on
        one = _planned(step, ready, frame)
        done[step.id] = one.due or ready - ONE_DAY
        planned.append(one)
    return tuple(planned)


def _planned(step: ClockedStep, ready: date, frame: YearFrame) -> Planned:
    if step.due_on:
        return Planned(step, min(ready, step.due_on), step.due_on, ready)
    if step.window:
        return Planned(step, step.window.opens, step.window.closes, ready)
    if step.duration is None:
        return Planned(step, None, None, ready)
    return Planned(step, ready, frame.due(ready, step.duration), ready)
