"""A year is prepared, opened under its SOP, closed, and in need opened again."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle import frozen, sops
from tolok.cycle.actions.holidays import fill_holidays
from tolok.cycle.actions.locked import locked_year, need_reason
from tolok.cycle.actions.opening import HowToOpen, opening_problem
from tolok.cycle.actions.terms import agreed_days, forget_days
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.cycle.windows import usual_windows
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

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
def discard_year(year: FiscalYear, *, actor: User | None = None) -> None:
    """TA-11: a prepared year goes as if it had never been, unless papers were entered for it."""
    year = locked_year(year, FiscalYear.Status.PREPARING)
    if year.outside_records.exists():
        message = f"Dokumen dari luar sudah dicatat untuk {year.label}; persiapannya tetap ada."
        raise RefusedError(Problem("TA-11", "tahun anggaran", message))
    before = _values(year)
    year.delete()
    forget_days(year)
    record(
        "cycle.discard_year",
        actor=actor,
        subject=year.label,
        agency=year.agency,
        before=before,
    )


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
    if problem := opening_problem(agency, year, sop, how):
        raise RefusedError(problem)
    known = sops.find(sop, agency)
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
