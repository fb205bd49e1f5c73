"""What a journey begins with: the fictional agency, its people, its data, and the year at work."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tolok.core.calendar import WorkCalendar
from tolok.core.durations import DayType
from tolok.core.zones import Zone
from tolok.cycle.actions import HowToOpen, open_year
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import FiscalYear
from tolok.demo.cast import CAST, OF_A_UNIT, Character, appoint, introduce, person
from tolok.demo.decisions import decide
from tolok.demo.fill import open_agency
from tolok.demo.generator.generate import Folder, generate
from tolok.demo.generator.order import LAST_YEAR, Mix, Order
from tolok.demo.journey.clock import Clock
from tolok.demo.papers import set_letterhead
from tolok.organisation.models import Agency
from tolok.people.acting import holders
from tolok.people.models import Role, User
from tolok.planning.models import PlanVersion
from tolok.planning.papers.setting import JAYAWIJAYA
from tolok.registry.importing.actions import import_paths
from tolok.workflow.actions import start_run
from tolok.workflow.models import Run

YEAR: Final = LAST_YEAR
FIRST_WORKING_DAY: Final = date(YEAR, 1, 6)
# Enough that every indicator of the plan has a past; the demo's own size would take a minute.
ORDER: Final = Order(
    packages=450, years=3, seed=900, mix=Mix(tender=0.16, direct=0.46, recorded=0.14)
)
ZONES: Final[Mapping[str, Zone]] = {"kaltim-2024": Zone.WITA, "jayawijaya-2020": Zone.WIT}
PLANNED: Final = "RUP-"  # how the files begin that are there when a year begins
STAND_IN: Final = Character(
    "asisten@tolok.example",
    "Ibunika Wakurering",
    "Asisten Administrasi Umum",
    "197200001998000005",
    "Pembina Utama Muda (IV/c)",
)


@dataclass
class Stage:
    """Where a journey plays, and what it has come to."""

    year: FiscalYear
    run: Run
    clock: Clock
    calendar: WorkCalendar

    @property
    def agency(self) -> Agency:
        return self.year.agency

    @property
    def is_jayawijaya(self) -> bool:
        return self.year.sop == JAYAWIJAYA

    @property
    def coordinator(self) -> User:
        return person(Role.COORDINATOR)

    def holder(self, role: Role) -> User:
        """Who acts in an office today."""
        return holders(role, self.agency)[0].user

    @property
    def version(self) -> PlanVersion:
        """The year's plan, as it stands now."""
        return PlanVersion.objects.of_year(self.agency, self.year.year).latest("number")

    @property
    def stand_in(self) -> User:
        """Who takes over while an officer is away."""
        return User.objects.get(email=STAND_IN.email)


def set_stage(sop: str, clock: Clock, order: Order = ORDER) -> Stage:
    """Three years of data but for what the last one has not brought yet, then its run begins."""
    agency = open_agency(clock.zone)
    for role in CAST:
        if role not in OF_A_UNIT:
            appoint(role, agency)
    set_letterhead(agency)
    with tempfile.TemporaryDirectory(prefix="tolok-journey-") as scratch:
        for folder in generate(order, Path(scratch)).folders:
            _bring_in(agency, folder, sop, clock)
    for role in OF_A_UNIT:
        appoint(role, agency)
    introduce(STAND_IN)
    year = FiscalYear.objects.get(agency=agency, year=YEAR)
    run = start_run(year, actor=person(Role.COORDINATOR))
    return Stage(year, run, clock, calendar_of(agency))


def _bring_in(agency: Agency, folder: Folder, sop: str, clock: Clock) -> None:
    """Past years whole and put right; of the year that begins only what was announced (RUP)."""
    clock.later(minutes=5)
    is_new = folder.year == YEAR
    how = HowToOpen(days=DayType.WORKING, starts_on=FIRST_WORKING_DAY if is_new else None)
    open_year(agency, folder.year, sop, how=how, actor=person(Role.ADMINISTRATOR))
    paths = [path for path in folder.paths if path.name.startswith(PLANNED) or not is_new]
    import_paths(agency, folder.year, paths, actor=person(Role.DATA_PROCESSOR))
    if not is_new:
        decide(agency, folder.year, is_current=False)
