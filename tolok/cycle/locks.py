"""Whether a period still takes changes: what the rooms above ask before they change its data.

with transaction.atomic():
    require_open(year, quarter(2025, 1), Late("Koreksi nilai kontrak 101", reason), actor=actor)
    ...
"""

from dataclasses import dataclass

from django.utils import timezone

from tolok.core.period import Kind, Period
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.actions.locked import FEWEST_LETTERS
from tolok.cycle.models import FiscalYear, LateChange, YearPeriod
from tolok.people.models import User
from tolok.trail.record import record


@dataclass(frozen=True)
class Late:
    """What would be changed, and why, should the period be locked already."""

    what: str
    reason: str = ""


def require_open(
    year: FiscalYear, period: Period, change: Late, *, actor: User | None
) -> LateChange | None:
    """None where the period takes changes; else the trace that the late change leaves.

    KP-04 a closed year takes none, KP-05 a locked period takes them only with a reason.
    """
    year = FiscalYear.objects.select_for_update().get(pk=year.pk)
    if year.status == FiscalYear.Status.CLOSED:
        message = f"{year.label} sudah ditutup. Minta administrator membukanya kembali."
        raise RefusedError(Problem("KP-04", "tahun anggaran", message))
    locked = locked_part(year, period)
    return _late(locked, change, actor) if locked else None


def locked_part(year: FiscalYear, period: Period) -> YearPeriod | None:
    """The locked row a period falls under: its quarter's, or the year's.

    A semester or the whole year is touched by each of its quarters.
    """
    codes = [YearPeriod.Code.YEAR.value, *_quarters(period)]
    return year.periods.filter(code__in=codes).exclude(locked_at=None).order_by("-code").first()


def _quarters(period: Period) -> list[str]:
    if period.kind is Kind.MONTH:
        period = Period.containing(period.start, Kind.QUARTER)
    return [f"TW{quarter.number}" for quarter in period.children(Kind.QUARTER)]


def _late(period: YearPeriod, change: Late, actor: User | None) -> LateChange:
    reason = " ".join(change.reason.split())
    if len(reason) < FEWEST_LETTERS:
        message = (
            f"{period} sudah dikunci. Perubahan sesudahnya memerlukan alasan, "
            f"paling sedikit {FEWEST_LETTERS} huruf."
        )
        raise RefusedError(Problem("KP-05", "alasan", message))
    late = LateChange.objects.create(
        period=period,
        what=change.what[:300],
        reason=reason,
        made_at=timezone.now(),
        made_by=actor,
    )
    record(
        "cycle.change_after_lock",
        actor=actor,
        subject=f"{period}: {late.what}",
        agency=period.year.agency,
        after={"alasan": reason},
    )
    return late
