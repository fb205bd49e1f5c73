"""What all deeds with papers share: the moment, the reason, and the trail."""

from collections.abc import Mapping

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.trail.record import record

Status = Paper.Status


def locked(paper: Paper, *allowed: Status) -> Paper:
    """The paper as it is now, locked; NK-02: a deed fits where the paper stands."""
    now = Paper.objects.select_for_update().get(pk=paper.pk)
    need_status(now, *allowed)
    return now


def locked_draft(paper: Paper) -> Paper:
    """NK-07: what leaves the house is what the person had before them."""
    now = locked(paper, Status.DRAFT)
    if paper.facts_sha256 != now.facts_sha256:
        message = "Isi draf ini baru saja diperbarui. Buka lagi naskahnya, periksa, lalu ulangi."
        raise RefusedError(Problem("NK-07", "fakta", message))
    return now


def need_status(paper: Paper, *allowed: Status) -> None:
    if paper.status not in allowed:
        wanted = " atau ".join(f"“{one.label}”" for one in allowed)
        message = (
            f"Naskah {paper.code} berstatus “{paper.get_status_display()}”; langkah ini hanya "
            f"untuk {wanted}. Muat ulang halamannya."
        )
        raise RefusedError(Problem("NK-02", "status", message))


def need_reason(reason: str) -> str:
    """NK-04: who finds a voided or replaced paper reads why."""
    if not reason.strip():
        message = "Tuliskan alasannya: siapa pun yang memegang naskah lamanya akan bertanya."
        raise RefusedError(Problem("NK-04", "alasan", message))
    return reason.strip()


def tell(
    event: str, paper: Paper, actor: User | None, after: Mapping[str, object] | None = None
) -> None:
    """One line in the trail, as the last thing of the transaction."""
    record(
        f"archive.{event}",
        actor=actor,
        subject=f"{paper.document} {paper.code} {paper.title}",
        agency=paper.agency,
        after={"status": paper.status, **(after or {})},
    )
