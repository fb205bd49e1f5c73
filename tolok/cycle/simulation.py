"""The clocks of a year's SOP, laid over the agency's own calendar."""

from dataclasses import dataclass
from datetime import date

from tolok.core.timetable import (
    ClockedStep,
    Collision,
    Planned,
    YearFrame,
    collisions,
    from_step,
    lay_out,
)
from tolok.cycle import sops
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import FiscalYear


@dataclass(frozen=True)
class Simulation:
    planned: tuple[Planned, ...]
    collisions: tuple[Collision, ...]


def simulate(year: FiscalYear) -> Simulation:
    """Without clocks (an SOP without times, or unknown here) nothing is planned."""
    frame = frame_of(year)
    planned = lay_out(clocks_of(year), frame)
    return Simulation(planned, collisions(planned, frame, next_year=_next_year(year)))


def frame_of(year: FiscalYear) -> YearFrame:
    first_day = year.starts_on or date(year.year, 1, 1)
    return YearFrame(year.year, first_day, year.day_type, calendar_of(year.agency))


def clocks_of(year: FiscalYear) -> tuple[ClockedStep, ...]:
    """Those that are left when the year is opened at a later step."""
    steps = _every_clock(year)
    clock = _clock_over(year.starts_at_step, steps)
    return from_step(steps, clock) if clock else steps


def _every_clock(year: FiscalYear) -> tuple[ClockedStep, ...]:
    known = sops.of_year(year)
    windows = {row.code: row.window for row in year.periods.all() if row.window}
    return known.clocks(windows) if known else ()


def _clock_over(id_: str, steps: tuple[ClockedStep, ...]) -> str | None:
    """KT1.iii runs under the clock of KT1."""
    found = (step.id for step in steps if f"{id_}.".startswith(f"{step.id}."))
    return next(found, None) if id_ else None


def _next_year(year: FiscalYear) -> tuple[Planned, ...]:
    """The year after as it was opened, else as it would be: the same SOP from 1 January."""
    known = FiscalYear.objects.filter(agency=year.agency, year=year.year + 1).first()
    if known is not None:
        return lay_out(clocks_of(known), frame_of(known))
    first = frame_of(year)
    frame = YearFrame(year.year + 1, date(year.year + 1, 1, 1), first.days, first.holidays)
    return lay_out(_first_steps(_every_clock(year)), frame)


def _first_steps(steps: tuple[ClockedStep, ...]) -> tuple[ClockedStep, ...]:
    return tuple(step for step in steps if not step.after and not step.window)
