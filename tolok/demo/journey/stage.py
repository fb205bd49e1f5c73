"""What a journey begins with: the fictional agency, its people, its data, and the year at work."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tolok.core.calendar import WorkCalendar
from tolok.core.zones import Zone
from tolok.cycle.calendars import calendar_of
from tolok.cycle.models import FiscalYear
from tolok.demo.agency import begin_year, bring_in_year, open_agency
from tolok.demo.cast import CAST, OF_A_UNIT, Character, appoint, introduce, person
from tolok.demo.decisions import decide
from tolok.demo.generator.generate import generate
from tolok.demo.generator.order import LAST_YEAR, Mix, Order
from tolok.demo.journey.clock import Clock
from tolok.demo.papers import set_letterhead
from tolok.organisation.models import Agency
from tolok.people.acting import holders
from tolok.people.models import Role, User
from tolok.planning.models import PlanVersion
from tolok.planning.papers.setting import JAYAWIJAYA
from tolok.workflow.actions import start_run
from tolok.workflow.models import Run

# Enough that every indicator of the plan has a past; the demo's own size would take a minute.
ORDER: Final = Order(
    packages=450, years=3, seed=900, mix=Mix(tender=0.16, direct=0.46, recorded=0.14)
)
ZONES: Final[Mapping[str, Zone]] = {"kaltim-2024": Zone.WITA, "jayawijaya-2020": Zone.WIT}
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
            clock.later(minutes=5)
            if folder.year == LAST_YEAR:
                begin_year(agency, folder, sop)
            else:
                bring_in_year(agency, folder, sop)
                decide(agency, folder.year, is_current=False)
    for role in OF_A_UNIT:
        appoint(role, agency)
    introduce(STAND_IN)
    year = FiscalYear.objects.get(agency=agency, year=LAST_YEAR)
    run = start_run(year, actor=person(Role.COORDINATOR))
    return Stage(year, run, clock, calendar_of(agency))
