"""Where a paper lies and how long it stays: written down by people."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import IntegrityError, transaction

from tolok.archive.models import Keeping, Paper, RetentionClass
from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

FIELDS: Final = (
    *("classification", "count", "form", "copy", "security", "remark"),
    *("room", "box", "folder", "retention_class", "is_held", "hold_reason"),
)
CLASS_FIELDS: Final = (
    *("name", "classification", "documents"),
    *("active_years", "inactive_years", "fate", "basis"),
)


@transaction.atomic
def edit_keeping(paper: Paper, given: Mapping[str, Any], *, actor: User) -> Keeping:
    """Write down the archive data of a paper; AR-04: a hold says why."""
    paper = Paper.objects.select_for_update(of=("self",)).select_related("agency").get(pk=paper.pk)
    _need_there(paper)
    keeping = Keeping.objects.filter(paper=paper).first() or Keeping(paper=paper)
    before = _values(keeping) if keeping.pk else None
    for name in FIELDS:
        setattr(keeping, name, given[name])
    keeping.hold_reason = keeping.hold_reason.strip() if keeping.is_held else ""
    if keeping.is_held and not keeping.hold_reason:
        message = "Tuliskan perkara atau pemeriksaan yang menahan naskah ini."
        raise RefusedError(Problem("AR-04", "alasan penahanan", message))
    keeping.save()
    record(
        "archive.edit_keeping",
        actor=actor,
        subject=f"{paper.document} {paper.code} {paper.title}",
        agency=paper.agency,
        before=before,
        after=_values(keeping),
    )
    return keeping


def save_retention_class(
    agency: Agency,
    given: Mapping[str, Any],
    *,
    actor: User,
    known: RetentionClass | None = None,
) -> RetentionClass:
    """A class of the schedule, new or changed; it counts for papers of all years at once.

    AR-05: each name once. AR-06: a document has one usual class.
    """
    try:
        with transaction.atomic():
            Agency.objects.select_for_update().get(pk=agency.pk)
            saved = known or RetentionClass(agency=agency)
            before = {name: getattr(saved, name) for name in CLASS_FIELDS} if known else None
            for name in CLASS_FIELDS:
                setattr(saved, name, given[name])
            _need_free(saved)
            saved.save()
            record(
                "archive.edit_retention_class",
                actor=actor,
                subject=f"Jadwal retensi {saved.name}",
                agency=agency,
                before=before,
                after={name: getattr(saved, name) for name in CLASS_FIELDS},
            )
    except IntegrityError:
        message = f"Jenis arsip “{given['name']}” sudah ada. Pakai nama lain."
        raise RefusedError(Problem("AR-05", "nama", message)) from None
    return saved


def _need_free(saved: RetentionClass) -> None:
    others = RetentionClass.objects.filter(agency=saved.agency).exclude(pk=saved.pk)
    for other in others:
        if both := sorted(set(other.documents) & set(saved.documents)):
            message = f"{', '.join(both)} sudah termasuk “{other}”. Lepaskan dahulu di sana."
            raise RefusedError(Problem("AR-06", "dokumen", message))


def _need_there(paper: Paper) -> None:
    """AR-07: of what was destroyed, only the record stays."""
    if paper.status == Paper.Status.DISPOSED:
        message = "Naskah ini sudah dimusnahkan; data arsipnya tidak diubah lagi."
        raise RefusedError(Problem("AR-07", paper.code, message))


def _values(keeping: Keeping) -> dict[str, object]:
    values = {name: getattr(keeping, name) for name in FIELDS}
    return values | {"retention_class": str(keeping.retention_class or "")}
