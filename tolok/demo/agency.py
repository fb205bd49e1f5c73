"""The fictional regency, and its years brought in as real files are."""

from datetime import date
from pathlib import Path
from typing import Final

from django.db import transaction

from tolok.core.durations import DayType
from tolok.core.problem import Problem, RefusedError
from tolok.core.zones import Zone
from tolok.cycle.actions import HowToOpen, open_year
from tolok.cycle.models import FiscalYear
from tolok.demo.cast import person
from tolok.demo.generator.generate import Folder
from tolok.demo.generator.order import LAST_YEAR
from tolok.organisation.actions import register_agency
from tolok.organisation.models import Agency
from tolok.people.models import Role
from tolok.registry.importing.actions import import_paths
from tolok.registry.importing.report import ImportReport

CODE: Final = "D900"
NAME: Final = "Kabupaten Contoh Jaya"
FIRST_WORKING_DAY: Final = date(LAST_YEAR, 1, 6)  # of the newest year
ANNOUNCED: Final = "RUP-"  # how the files begin that are there when a year begins


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


def begin_year(agency: Agency, folder: Folder, sop: str) -> FiscalYear:
    """Open the newest year, with what is announced of it by then (RUP)."""
    how = HowToOpen(days=DayType.WORKING, starts_on=FIRST_WORKING_DAY)
    year = open_year(agency, folder.year, sop, how=how, actor=person(Role.ADMINISTRATOR))
    announced = [path for path in folder.paths if path.name.startswith(ANNOUNCED)]
    _bring_in(agency, folder.year, announced)
    return year


def bring_in_year(agency: Agency, folder: Folder, sop: str) -> ImportReport:
    """All files of a year, which is opened when it is not yet."""
    if not FiscalYear.objects.filter(agency=agency, year=folder.year).exists():
        how = HowToOpen(days=DayType.WORKING)
        open_year(agency, folder.year, sop, how=how, actor=person(Role.ADMINISTRATOR))
    return _bring_in(agency, folder.year, [folder.paths[0].parent])


def _bring_in(agency: Agency, year: int, paths: list[Path]) -> ImportReport:
    return import_paths(agency, year, paths, actor=person(Role.DATA_PROCESSOR))
