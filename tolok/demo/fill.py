"""`tolok demo`: a fictional regency whose people have worked in Tolok for three years.

The past years were brought in when they had ended; the newest one was planned by its SOP, up to
the socialisation, before the rest of its data came.
"""

import tempfile
from collections import deque
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from django.db import transaction

from tolok.core.zones import Zone
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import FiscalYear
from tolok.demo.agency import CODE, FIRST_WORKING_DAY, NAME, begin_year, bring_in_year, open_agency
from tolok.demo.cast import CAST, FIRST_DAY, OF_A_UNIT, SignIn, engage, introduce, person
from tolok.demo.decisions import confirm_two_pokja, decide
from tolok.demo.generator.generate import Folder, generate
from tolok.demo.generator.order import LAST_YEAR, Mix, Order
from tolok.demo.journey.clock import Clock, moving
from tolok.demo.journey.stage import STAND_IN, Stage
from tolok.demo.journey.walking import walk
from tolok.demo.met import ask_respondents
from tolok.demo.papers import fill_papers, set_letterhead
from tolok.organisation.models import Agency, Letterhead
from tolok.people.models import Role
from tolok.registry.models import Package
from tolok.workflow.actions import start_run
from tolok.workflow.models import Run

SOP: Final = "kaltim-2024"
PLANNED_UNTIL: Final = "KT3"  # what comes next is for whoever tries Tolok out
BROUGHT_IN: Final = 3  # January, when the past years came in: before the newest began
# More tenders than a regency has: a page about tenders should not look empty.
ORDER: Final = Order(
    packages=2250, years=3, seed=900, mix=Mix(tender=0.12, direct=0.46, recorded=0.14)
)


@dataclass(frozen=True)
class FilledYear:
    year: int
    packages: int
    findings: int
    corrections: int


@dataclass(frozen=True)
class Filled:
    agency: str
    name: str
    years: tuple[FilledYear, ...]  # those this run filled
    sign_ins: tuple[SignIn, ...]

    @property
    def is_new(self) -> bool:
        return bool(self.years)


def fill(*, in_the_open: bool, order: Order = ORDER) -> Filled:
    """Fill what is not filled yet; a run that was broken off goes on where it stopped."""
    empty = [part.year for part in order.parts() if not _is_filled(part.year)]
    with tempfile.TemporaryDirectory(prefix="tolok-demo-") as scratch:
        made = generate(order, Path(scratch)).folders if empty else ()
        past = [one for one in made if one.year in empty and one.year < LAST_YEAR]
        newest = [one for one in made if one.year in empty and one.year == LAST_YEAR]
        with moving(Zone.WITA, FIRST_DAY) as clock:
            agency, sign_ins = _set_up(in_the_open=in_the_open)
            years = [_brought_in_late(agency, one, clock) for one in past]
            for one in newest:
                _begin(agency, one, clock)
            sign_ins += engage(agency, OF_A_UNIT, in_the_open=in_the_open)
            for one in newest:
                _plan(agency, one.year, clock)
        years += [_brought_in(agency, one) for one in newest]
    if years:
        confirm_two_pokja(agency)
    return Filled(CODE, NAME, tuple(years), sign_ins)


def _is_filled(year: int) -> bool:
    return Package.objects.filter(agency__code=CODE, year=year).exists()


def _set_up(*, in_the_open: bool) -> tuple[Agency, tuple[SignIn, ...]]:
    agency = open_agency()
    others = [role for role in CAST if role not in OF_A_UNIT]
    sign_ins = engage(agency, others, in_the_open=in_the_open)
    if Letterhead.objects.of(agency) is None:
        set_letterhead(agency)
    return agency, sign_ins


def _brought_in_late(agency: Agency, folder: Folder, clock: Clock) -> FilledYear:
    """A year before Tolok was there, in the January after it."""
    clock.go_to(date(folder.year + 1, 1, BROUGHT_IN))
    return _brought_in(agency, folder)


def _begin(agency: Agency, folder: Folder, clock: Clock) -> None:
    clock.go_to(FIRST_WORKING_DAY)
    if not FiscalYear.objects.filter(agency=agency, year=folder.year).exists():
        begin_year(agency, folder, SOP)


@transaction.atomic
def _plan(agency: Agency, year: int, clock: Clock) -> None:
    """The year by its SOP, from the assignment to the socialisation; all of it or nothing."""
    fiscal_year = FiscalYear.objects.get(agency=agency, year=year)
    if Run.objects.filter(fiscal_year=fiscal_year).exists():
        return
    introduce(STAND_IN)
    run = start_run(fiscal_year, actor=person(Role.COORDINATOR))
    stage = Stage(fiscal_year, run, clock, calendar_of(agency))
    deque(walk(stage, PLANNED_UNTIL), maxlen=0)
    clock.later(hours=1)
    ask_respondents(fiscal_year, clock.today, actor=stage.coordinator)


def _brought_in(agency: Agency, folder: Folder) -> FilledYear:
    report = bring_in_year(agency, folder, SOP)
    is_current = folder.year == LAST_YEAR
    corrections = decide(agency, folder.year, is_current=is_current)
    if is_current:
        fill_papers(FiscalYear.objects.get(agency=agency, year=folder.year))
    return FilledYear(folder.year, report.packages, sum(report.findings.values()), corrections)
