"""A year is prepared, opened under its SOP, closed, and in need opened again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from tolok.core.durations import DayType
from tolok.core.problem import Problem, RefusedError
from tolok.cycle import frozen, sops
from tolok.cycle.actions.holidays import fill_holidays
from tolok.cycle.actions.locked import locked_year, need_reason
from tolok.cycle.actions.terms import agreed_days
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.cycle.windows import usual_windows
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

FIRST_YEAR = 2008  # the first electronic procurement systems
LAST_YEAR = 2100


@dataclass(frozen=True)
class HowToOpen:
    """What a person chooses beside the year and its SOP."""

    days: DayType | None = None  # none: as decided for this SOP version, else calendar days
    starts_at_step: str = ""  # the SOP's first step, when empty
    starts_on: date | None = None  # 1 January, when none


AS_USUAL = HowToOpen()


@transaction.atomic
def prepare_year(
    agency: Agency,
    year: int,
    sop: str = "",
    *,
    how: HowToOpen = AS_USUAL,
    actor: User | None = None,
) -> FiscalYear:
    """A year that can still be simulated and changed; nothing runs in it yet."""
    made = _make(agency, year, sop, how, actor)
    record(
        "cycle.prepare_year", actor=actor, subject=made.label, agency=agency, after=_values(made)
    )
    return made


@transaction.atomic
def start_year(year: FiscalYear, *, actor: User | None = None) -> FiscalYear:
    """Open a prepared year: from now on it stays on its SOP, days and rulebook."""
    year = locked_year(year, FiscalYear.Status.PREPARING)
    _open(year)
    _record_opening(year, actor)
    return year


@transaction.atomic
def open_year(
    agency: Agency,
    year: int,
    sop: str = "",
    *,
    how: HowToOpen = AS_USUAL,
    actor: User | None = None,
) -> FiscalYear:
    """Prepare and open at once. Two years may run side by side."""
    made = _make(agency, year, sop, how, actor)
    _open(made)
    _record_opening(made, actor)
    return made


@transaction.atomic
def close_year(year: FiscalYear, *, actor: User | None = None) -> FiscalYear:
    """TA-07: a year is closed after each of its quarters was locked; the whole is locked then."""
    year = locked_year(year, FiscalYear.Status.OPEN)
    if unlocked := list(year.periods.quarters().filter(locked_at=None)):
        names = ", ".join(str(one) for one in unlocked)
        message = f"{year.label} belum dapat ditutup. Kunci dahulu {names}."
        raise RefusedError(Problem("TA-07", "periode", message))
    now = timezone.now()
    year.status, year.closed_at = FiscalYear.Status.CLOSED, now
    year.save(update_fields=["status", "closed_at"])
    year.periods.filter(locked_at=None).update(locked_at=now, locked_by=actor)
    record("cycle.close_year", actor=actor, subject=year.label, agency=year.agency)
    return year


@transaction.atomic
def reopen_year(year: FiscalYear, reason: str, *, actor: User | None = None) -> FiscalYear:
    """A closed year runs again, for a reason; its periods stay locked."""
    reason = need_reason(reason)
    year = locked_year(year, FiscalYear.Status.CLOSED)
    year.status, year.closed_at = FiscalYear.Status.OPEN, None
    year.save(update_fields=["status", "closed_at"])
    record(
        "cycle.reopen_year",
        actor=actor,
        subject=year.label,
        agency=year.agency,
        after={"alasan": reason},
    )
    return year


def _make(agency: Agency, year: int, sop: str, how: HowToOpen, actor: User | None) -> FiscalYear:
    sop = sop.strip()
    if problem := year_problem(agency, year) or sop_problem(sop, how) or day_problem(year, how):
        raise RefusedError(problem)
    known = sops.find(sop)
    version = known.version if known else ""
    made = FiscalYear.objects.create(
        agency=agency,
        year=year,
        sop=sop,
        sop_version=version,
        days=agreed_days(agency, sop, version, how.days, actor=actor),
        starts_at_step=how.starts_at_step,
        starts_on=how.starts_on,
        status=FiscalYear.Status.PREPARING,
    )
    fill_holidays(agency, year)
    fill_holidays(agency, year + 1)  # January and the report of a year fall into the next
    YearPeriod.objects.bulk_create(usual_windows(made))
    return made


def _open(year: FiscalYear) -> None:
    year.rulebook, year.rulebook_sha256 = frozen.freeze(year)
    year.status, year.opened_at = FiscalYear.Status.OPEN, timezone.now()
    year.save(update_fields=["rulebook", "rulebook_sha256", "status", "opened_at"])


def _record_opening(year: FiscalYear, actor: User | None) -> None:
    record(
        "cycle.open_year",
        actor=actor,
        subject=year.label,
        agency=year.agency,
        after={**_values(year), "aturan": year.rulebook_sha256},
    )


def _values(year: FiscalYear) -> dict[str, object]:
    return {
        "tahun": year.year,
        "sop": year.sop,
        "versi_sop": year.sop_version,
        "hari": year.get_days_display(),
        "mulai_langkah": year.starts_at_step,
        "hari_pertama": year.starts_on,
    }


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


def sop_problem(sop: str, how: HowToOpen) -> Problem | None:
    """TA-03 an SOP that is known here, TA-04 a step it has."""
    if sop and sops.KNOWN and sop not in sops.KNOWN:
        names = ", ".join(sorted(sops.KNOWN))
        return Problem("TA-03", "SOP", f"SOP {sop} tidak dikenal. Yang ada: {names}.")
    known = sops.find(sop)
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
