"""`tolok demo`: a fictional regency, three generated years brought in as real files are."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.core.zones import Zone
from tolok.cycle.actions import open_year
from tolok.cycle.models import FiscalYear
from tolok.demo.cast import CAST, OF_A_UNIT, SignIn, engage, person
from tolok.demo.circulars import tell_everybody
from tolok.demo.decisions import confirm_two_pokja, decide
from tolok.demo.generator.generate import Folder, generate
from tolok.demo.generator.order import LAST_YEAR, Mix, Order
from tolok.demo.met import meet_everybody
from tolok.demo.papers import SCAN, fill_papers
from tolok.demo.planned import is_planned, plan_year
from tolok.organisation.actions import register_agency
from tolok.organisation.models import Agency
from tolok.people.models import Role
from tolok.registry.importing.actions import import_paths
from tolok.registry.models import Import
from tolok.scans.examine import examine

CODE: Final = "D900"
NAME: Final = "Kabupaten Contoh Jaya"
SOP: Final = "kaltim-2024"
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
    agency = open_agency()
    others = [role for role in CAST if role not in OF_A_UNIT]
    sign_ins = engage(agency, others, in_the_open=in_the_open)
    empty = [part.year for part in order.parts() if not _is_filled(agency, part.year)]
    years: tuple[FilledYear, ...] = ()
    if empty:
        with tempfile.TemporaryDirectory(prefix="tolok-demo-") as scratch:
            folders = generate(order, Path(scratch)).folders
            years = tuple(_filled(agency, one) for one in folders if one.year in empty)
        confirm_two_pokja(agency)
    sign_ins += engage(agency, OF_A_UNIT, in_the_open=in_the_open)
    _plan(agency)
    return Filled(CODE, NAME, years, sign_ins)


def _plan(agency: Agency) -> None:
    """The performance plan of the newest year, once its data and those before it are there."""
    year = FiscalYear.objects.filter(agency=agency, year=LAST_YEAR).first()
    if year is not None and not is_planned(year):
        plan_year(year, author=person(Role.COORDINATOR), leader=person(Role.KETUA_TIM))
        _tell(year)


def _tell(year: FiscalYear) -> None:
    """The circular about the plan, what half of the units answered, and the meetings."""
    scan = examine(SCAN.name, [SCAN.read_bytes()])
    today = year.zone.day_of(timezone.now())
    tell_everybody(year, scan, dated=today, actor=person(Role.COORDINATOR))
    meet_everybody(year, today, actor=person(Role.COORDINATOR))


def open_agency(zone: Zone = Zone.WITA) -> Agency:
    """G-02: invented data never stand beside an agency's own."""
    known = Agency.objects.filter(code=CODE).first()
    if known is not None:
        return known
    if other := Agency.objects.first():
        message = (
            f"Folder data ini sudah dipakai {other}. Data contoh tidak dicampur dengan data"
            " sesungguhnya: arahkan TOLOK_HOME ke folder kosong."
        )
        raise RefusedError(Problem("G-02", "TOLOK_HOME", message))
    with transaction.atomic():
        agency = register_agency(CODE, NAME)
        agency.time_zone = Agency.TimeZone(zone.name)
        agency.save(update_fields=["time_zone"])
    return agency


def _is_filled(agency: Agency, year: int) -> bool:
    return Import.objects.filter(agency=agency, year=year).exists()


def _filled(agency: Agency, folder: Folder) -> FilledYear:
    if not FiscalYear.objects.filter(agency=agency, year=folder.year).exists():
        open_year(agency, folder.year, SOP, actor=person(Role.ADMINISTRATOR))
    root = folder.paths[0].parent
    report = import_paths(agency, folder.year, [root], actor=person(Role.DATA_PROCESSOR))
    is_current = folder.year == LAST_YEAR
    corrections = decide(agency, folder.year, is_current=is_current)
    if is_current:
        fill_papers(FiscalYear.objects.get(agency=agency, year=folder.year))
    return FilledYear(folder.year, report.packages, sum(report.findings.values()), corrections)
