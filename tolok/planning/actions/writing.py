"""What every change of a plan goes through: the version is locked and remembers its author."""

from collections.abc import Mapping

from django.utils import timezone

from tolok.core.dates import format_deed
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.planning.models import PlanVersion
from tolok.trail.record import record


def open_for_writing(version: PlanVersion, actor: User) -> PlanVersion:
    """The version, locked until the transaction ends; `actor` becomes one of its authors.

    RN-21: what waits for a decision or was approved is not changed.
    """
    locked = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if not locked.is_editable:
        raise RefusedError(closed(locked))
    locked.authors.add(actor)
    locked.saved_at = timezone.now()
    locked.save(update_fields=["saved_at"])
    return locked


def closed(version: PlanVersion) -> Problem:
    state = version.get_status_display().lower()
    way = (
        "Buat versi baru untuk mengubahnya."
        if version.is_decided
        else "Perubahan menunggu sampai rencana dikembalikan."
    )
    message = (
        f"Versi {version.number} berstatus “{state}”{_by(version)} dan tidak dapat diubah. {way}"
    )
    return Problem("RN-21", f"versi {version.number}", message)


def _by(version: PlanVersion) -> str:
    """Who approved or submitted it while somebody still wrote."""
    approved = version.approved_by, version.approved_at
    who, when = approved if version.is_decided else (version.submitted_by, version.submitted_at)
    return f" ({format_deed(who, when, version.plan.year.zone)})" if who else ""


def told(
    event: str,
    version: PlanVersion,
    actor: User,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """The line in the trail; called last."""
    record(
        f"planning.{event}",
        actor=actor,
        subject=f"Rencana TA {version.year}, versi {version.number}",
        agency=version.agency,
        before=before,
        after=after,
    )


def need(text: str, where: str, message: str) -> str:
    """RN-22: what others will read as a reason or a source is not left empty."""
    if not text.strip():
        raise RefusedError(Problem("RN-22", where, message))
    return text.strip()
