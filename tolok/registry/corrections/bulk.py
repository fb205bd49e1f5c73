"""Deciding many findings at once, for the same reason."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.corrections.actions import need_reason
from tolok.registry.corrections.settling import snapshot_again
from tolok.registry.models import Finding
from tolok.registry.models.findings import FindingRows
from tolok.trail.record import record

MOST_WITHOUT_TYPING = 50


def mark_all_right(
    findings: FindingRows, *, agency: Agency, year: int, reason: str, actor: User
) -> int:
    """Say of many open findings that the published facts are right; how many there were.

    One transaction, one snapshot and one line in the trail. K-09: at least one of them is open.
    """
    need_reason(reason)
    with transaction.atomic():
        found = list(findings.of_year(agency, year).open().select_for_update().order_by("pk"))
        if not found:
            message = "Tidak ada temuan terbuka yang cocok dengan saringan ini."
            raise RefusedError(Problem("K-09", "temuan", message))
        Finding.objects.filter(pk__in=[one.pk for one in found]).update(
            status=Finding.Status.RIGHT,
            reason=reason.strip(),
            decided_by=actor,
            decided_at=timezone.now(),
        )
        snapshot_again(agency, year, because=f"{len(found)} temuan dinyatakan benar")
        record(
            "registry.mark_all_right",
            actor=actor,
            subject=f"{len(found)} temuan TA {year}",
            agency=agency,
            after={
                "aturan": sorted({one.rule for one in found}),
                "paket": sorted({one.package_code for one in found if one.package_code}),
                "alasan": reason.strip(),
            },
        )
    return len(found)
