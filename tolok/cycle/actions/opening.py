"""What a person chooses when a year is opened, and what makes no year."""

from dataclasses import dataclass
from datetime import date

from tolok.core.durations import DayType
from tolok.core.problem import Problem
from tolok.cycle import sops
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency

FIRST_YEAR = 2008  # the first electronic procurement systems
LAST_YEAR = 2100


@dataclass(frozen=True)
class HowToOpen:
    """What a person chooses beside the year and its SOP."""

    days: DayType | None = None  # none: as decided for this SOP version, else calendar days
    starts_at_step: str = ""  # the SOP's first step, when empty
    starts_on: date | None = None  # 1 January, when none


def opening_problem(agency: Agency, year: int, sop: str, how: HowToOpen) -> Problem | None:
    """The first of TA-01 to TA-05 that stands in the way."""
    return year_problem(agency, year) or sop_problem(agency, sop, how) or day_problem(year, how)


def year_problem(agency: Agency, year: int) -> Problem | None:
    """TA-01 a year that can be, TA-02 opened once. Two years may run side by side."""
    where = "tahun anggaran"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Problem(
            "TA-01",
            where,
            f"{year} bukan tahun anggaran. Tuliskan tahun antara {FIRST_YEAR} dan {LAST_YEAR}.",
        )
    if FiscalYear.objects.filter(agency=agency, year=year).exists():
        return Problem("TA-02", where, f"TA {year} {agency} sudah dibuka.")
    return None


def sop_problem(agency: Agency, sop: str, how: HowToOpen) -> Problem | None:
    """TA-03 an SOP that is known here, TA-04 a step it has."""
    known = sops.find(sop, agency)
    if sop and sops.KNOWN and known is None:
        names = ", ".join(sorted(one.code for one in sops.every(agency)))
        return Problem("TA-03", "SOP", f"SOP {sop} tidak dikenal. Yang ada: {names}.")
    if how.starts_at_step and not (known and known.step_name(how.starts_at_step)):
        return Problem(
            "TA-04",
            "mulai pada langkah",
            f"Langkah {how.starts_at_step} tidak ada pada SOP {sop or 'yang kosong'}. "
            "Pilih SOP, lalu langkah dari SOP itu.",
        )
    return None


def day_problem(year: int, how: HowToOpen) -> Problem | None:
    """TA-05: work on a year begins between July before it and its last day."""
    if how.starts_on is None or date(year - 1, 7, 1) <= how.starts_on <= date(year, 12, 31):
        return None
    return Problem(
        "TA-05",
        "hari pertama",
        f"TA {year} tidak dapat dimulai pada hari itu. Tuliskan tanggal antara 1 Juli {year - 1} "
        f"dan 31 Desember {year}.",
    )
