"""When a task's clock starts and when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.deadlines import Starts, due
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.workflow.definition import Step
from tolok.workflow.models import Run, Task
from tolok.workflow.runner import Ready


@dataclass(frozen=True)
class Dates:
    starts: date
    due: date | None  # none: no clock runs


def dates_of(run: Run, step: Step, ready: Ready, today: date) -> Dates:
    """By the definition's clock, in the year's type of days and the agency's calendar."""
    if ready.round:
        return _window(run.fiscal_year, step, ready.round)
    if running := _shared(run, step):
        return running
    starts = _first_day(run.fiscal_year, step, today)
    if step.duration is None:
        return Dates(starts, None)
    last = due(
        starts,
        step.duration,
        run.fiscal_year.day_type,
        calendar_of(run.agency),
        first_day_counts=step.starts.first_day_counts,
        year=run.year,
    )
    return Dates(starts, last)


def _first_day(year: FiscalYear, step: Step, today: date) -> date:
    """A first step runs from the year's own first day, where it has one."""
    if step.starts is Starts.DATE and year.starts_on:
        return year.starts_on
    return today


def _shared(run: Run, step: Step) -> Dates | None:
    """Steps under one clock have the dates of the first; a repair gets no new thirty days."""
    if not step.clock:
        return None
    ids = [one.id for one in run.definition.steps if one.clock == step.clock]
    first = Task.objects.filter(run=run, step__in=ids).exclude(status=Task.Status.SKIPPED).first()
    return Dates(first.starts, first.due) if first else None


def _window(year: FiscalYear, step: Step, number: int) -> Dates:
    """The unit's own window of the quarter, else the one the definition opens."""
    period = YearPeriod.objects.filter(year=year, code=f"TW{number}").first()
    if period and period.window:
        return Dates(period.window.opens, period.window.closes)
    opens = step.openings[number - 1].in_year(year.year)
    if step.duration is None:
        return Dates(opens, None)
    last = due(opens, step.duration, year.day_type, calendar_of(year.agency), first_day_counts=True)
    return Dates(opens, last)
