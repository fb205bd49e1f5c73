"""What follows from a decision: findings close or open again, the snapshot is made anew."""

from typing import TypeAlias

from django.db.models import Q
from django.utils import timezone

from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.models import Correction, Exclusion, Finding, Snapshot
from tolok.registry.models.findings import FindingRows
from tolok.registry.refresh import hold, make_snapshot, refresh
from tolok.registry.snapshots import current
from tolok.registry.store import folder
from tolok.trail.record import record

Change: TypeAlias = Correction | Exclusion


def close_findings(change: Change, actor: User) -> None:
    """An accepted change settles the doubts about its fact."""
    _findings_of(change).open().update(
        status=_settled_as(change),
        reason=change.reason,
        decided_by=actor,
        decided_at=timezone.now(),
    )


def open_findings_again(change: Change) -> None:
    """Doubts the change had settled; those no longer met go when the rules run again."""
    _findings_of(change).filter(status=_settled_as(change)).update(
        status=Finding.Status.OPEN, reason="", decided_by=None, decided_at=None
    )
    refresh(change.agency, change.year, because=f"Koreksi paket {change.package_code} ditarik")


def _findings_of(change: Change) -> FindingRows:
    """The finding it was proposed for and, for a correction, all about the same fact."""
    about = Q(pk=change.finding_id)
    if isinstance(change, Correction):
        about |= Q(package_code=change.package_code, field=change.field)
    return Finding.objects.of_year(change.agency, change.year).filter(about)


def _settled_as(change: Change) -> Finding.Status:
    is_correction = isinstance(change, Correction)
    return Finding.Status.CORRECTED if is_correction else Finding.Status.EXCLUDED


def settle(
    change: Change,
    event: str,
    actor: User,
    after: dict[str, str],
    *,
    before: dict[str, str] | None = None,
) -> None:
    """The snapshot and the trail, in the transaction of the decision."""
    snapshot_again(change.agency, change.year, because=f"Koreksi paket {change.package_code}")
    record(
        event,
        actor=actor,
        subject=f"Paket {change.package_code} TA {change.year}",
        agency=change.agency,
        before=before,
        after=after,
    )


def snapshot_again(agency: Agency, year: int, *, because: str) -> None:
    hold(agency)
    snapshot: Snapshot = current(agency, year)
    rows = folder("derived") / snapshot.derived / "rows.parquet"
    make_snapshot(agency, year, rows, because=because)
