"""Collection windows are moved; periods are locked, and in need unlocked."""

from django.db import transaction
from django.utils import timezone

from tolok.core.dates import format_date, format_deed
from tolok.core.period import Window
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.actions.locked import locked_year, need_reason
from tolok.cycle.models import FiscalYear, YearPeriod
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.trail.record import record

RUNNING = (FiscalYear.Status.PREPARING, FiscalYear.Status.OPEN)


@transaction.atomic
def change_window(period: YearPeriod, window: Window, *, actor: User | None = None) -> YearPeriod:
    """Other days for collecting a quarter's data."""
    period = _locked(period, *RUNNING)
    if problem := window_problem(period, window):
        raise RefusedError(problem)
    before = _window_values(period)
    period.opens, period.closes = window.opens, window.closes
    period.save(update_fields=["opens", "closes"])
    record(
        "cycle.change_window",
        actor=actor,
        subject=str(period),
        agency=period.year.agency,
        before=before,
        after=_window_values(period),
    )
    return period


@transaction.atomic
def lock_period(period: YearPeriod, *, actor: User | None = None) -> YearPeriod:
    """From now on its data change only with a reason, and leave a trace."""
    period = _locked(period, FiscalYear.Status.OPEN)
    if problem := lock_problem(period):
        raise RefusedError(problem)
    period.locked_at, period.locked_by = timezone.now(), actor
    period.save(update_fields=["locked_at", "locked_by"])
    record("cycle.lock_period", actor=actor, subject=str(period), agency=period.year.agency)
    return period


@transaction.atomic
def unlock_period(period: YearPeriod, reason: str, *, actor: User | None = None) -> YearPeriod:
    """KP-03: only what is locked is unlocked; for more than a single correction."""
    reason = need_reason(reason)
    period = _locked(period, FiscalYear.Status.OPEN)
    if not period.is_locked:
        raise RefusedError(Problem("KP-03", "periode", f"{period} tidak terkunci."))
    period.locked_at, period.locked_by = None, None
    period.save(update_fields=["locked_at", "locked_by"])
    record(
        "cycle.unlock_period",
        actor=actor,
        subject=str(period),
        agency=period.year.agency,
        after={"alasan": reason},
    )
    return period


def window_problem(period: YearPeriod, window: Window) -> Problem | None:
    """JP-01 the year as a whole has no window, JP-02 not backwards, JP-03 after the quarter.

    JP-04 the data of a locked quarter are collected no more.
    """
    of = period.period
    if period.code == YearPeriod.Code.YEAR:
        return Problem("JP-01", "periode", f"Data dikumpulkan per triwulan, bukan untuk {of}.")
    if window.closes < window.opens:
        return Problem("JP-02", "ditutup", "Tanggal tutup mendahului tanggal buka.")
    if window.opens <= of.end:
        message = f"{of} baru berakhir {format_date(of.end)}. Buka jendela sesudah hari itu."
        return Problem("JP-03", "dibuka", message)
    if period.is_locked:
        return Problem("JP-04", "periode", f"{of} sudah dikunci; jendelanya tidak berubah lagi.")
    return None


def lock_problem(period: YearPeriod) -> Problem | None:
    """KP-01 once, KP-02 after it has ended by the unit's own clock (threat T19)."""
    of = period.period
    if period.is_locked:
        deed = format_deed(period.locked_by, period.locked_at, period.year.zone)
        return Problem("KP-01", "periode", f"{of} sudah dikunci {deed}.")
    if today_in(period.year.agency) <= of.end:
        message = f"{of} baru berakhir {format_date(of.end)}. Kunci sesudah hari itu."
        return Problem("KP-02", "periode", message)
    return None


def _locked(period: YearPeriod, *states: FiscalYear.Status) -> YearPeriod:
    """The year's row is the lock for all of its periods."""
    year = locked_year(period.year, *states)
    found = YearPeriod.objects.get(pk=period.pk)
    found.year = year
    return found


def _window_values(period: YearPeriod) -> dict[str, object]:
    return {"dibuka": period.opens, "ditutup": period.closes}
