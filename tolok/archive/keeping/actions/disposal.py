"""Destroying papers takes two persons: one proposes with a reason, another decides.

What is destroyed leaves its record: what it was, the hashes of its files, who and why.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction
from django.utils import timezone

from tolok.archive.files import kept_file
from tolok.archive.keeping.classes import Schedule, retention_of
from tolok.archive.models import Disposal, DisposalItem, Keeping, Paper, PaperFile, Pile, Sheet
from tolok.core.dates import format_deed
from tolok.core.problem import Problem, RefusedError
from tolok.core.retention import Fate, obstacle
from tolok.organisation.clock import today_in
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.store import named
from tolok.trail.record import record

Status = Disposal.Status


@transaction.atomic
def propose_disposal(
    agency: Agency, year: int, papers: Sequence[Paper], *, reason: str, actor: User
) -> Disposal:
    """Propose to destroy papers. AR-08: with a reason. AR-09: at least one. AR-10: a paper is in
    one open proposal at most. AR-01 to AR-03, AR-07: each of them may go."""
    why = _need_reason(reason)
    if not papers:
        raise RefusedError(Problem("AR-09", "naskah", "Pilih sedikitnya satu naskah."))
    papers = _locked(agency, [paper.pk for paper in papers])
    _need_may_go(agency, papers)
    _need_not_proposed(papers)
    disposal = Disposal.objects.create(agency=agency, year=year, reason=why, proposed_by=actor)
    schedule = Schedule(agency)
    DisposalItem.objects.bulk_create(
        DisposalItem(
            disposal=disposal,
            paper=paper,
            title=f"{paper.document} {paper.title}"[:300],
            place=schedule.keeping_of(paper).place,
            files=_files_of(paper),
        )
        for paper in papers
    )
    _tell("propose_disposal", disposal, actor, {"alasan": why, "naskah": _codes(papers)})
    return disposal


@transaction.atomic
def decide_disposal(disposal: Disposal, *, reason: str, actor: User) -> Disposal:
    """Agree, and destroy: the bytes of their files, what the papers say, their scans.

    AR-11: not one's own proposal. AR-12: only while it waits. Whether each paper may go is asked
    again: a hold may have come between.
    """
    disposal = _waiting(disposal)
    _need_another(disposal, actor)
    items = list(disposal.items.select_related("paper"))
    papers = _locked(disposal.agency, [item.paper_id for item in items])
    _need_may_go(disposal.agency, papers)
    for item in items:
        item.files = _files_of(item.paper)
        item.save(update_fields=["files"])
    _close(disposal, Status.DECIDED, reason.strip(), actor)
    _tell(
        "decide_disposal",
        disposal,
        actor,
        {"naskah": [{"kode": item.paper.code, "berkas": item.files} for item in items]},
    )
    hashes = _destroy(papers, disposal)
    transaction.on_commit(partial(_remove_bytes, hashes))
    return disposal


@transaction.atomic
def refuse_disposal(disposal: Disposal, *, reason: str, actor: User) -> Disposal:
    """Refuse, with the reason its proposer will read (AR-08, AR-11, AR-12)."""
    why = _need_reason(reason)
    disposal = _waiting(disposal)
    _need_another(disposal, actor)
    _close(disposal, Status.REFUSED, why, actor)
    _tell("refuse_disposal", disposal, actor, {"alasan": why})
    return disposal


@transaction.atomic
def withdraw_disposal(disposal: Disposal, *, actor: User) -> Disposal:
    """Take back one's own proposal (AR-11, AR-12)."""
    disposal = _waiting(disposal)
    if disposal.proposed_by_id != actor.pk:
        message = "Usul orang lain tidak ditarik, tetapi disetujui atau ditolak."
        raise RefusedError(Problem("AR-11", str(disposal), message))
    _close(disposal, Status.WITHDRAWN, "", actor)
    _tell("withdraw_disposal", disposal, actor, {})
    return disposal


def may_not_go(paper: Paper, keeping: Keeping, today: date) -> Problem | None:
    """AR-01 to AR-03; AR-07: it has not gone already, and somebody said how long it stays."""
    where = f"{paper.document} {paper.code}"
    if paper.status == Paper.Status.DISPOSED:
        return Problem("AR-07", where, "Naskah ini sudah dimusnahkan.")
    kept, kind = retention_of(keeping), keeping.retention_class
    if kept is None or kind is None:
        return Problem("AR-07", where, "Naskah ini belum mempunyai jadwal retensi.")
    found = obstacle(kept, Fate(kind.fate), is_held=keeping.is_held, today=today)
    return found.at(where) if found else None


def _locked(agency: Agency, pks: Sequence[int]) -> list[Paper]:
    """In one order, whoever asks: two proposals never wait for each other."""
    papers = Paper.objects.select_for_update(of=("self",)).filter(agency=agency, pk__in=pks)
    return list(papers.order_by("pk"))


def _need_may_go(agency: Agency, papers: Sequence[Paper]) -> None:
    today, schedule = today_in(agency), Schedule(agency)
    found = [may_not_go(paper, schedule.keeping_of(paper), today) for paper in papers]
    if problems := [problem for problem in found if problem]:
        raise RefusedError(*problems)


def _need_not_proposed(papers: Sequence[Paper]) -> None:
    open_items = DisposalItem.objects.filter(paper__in=papers, disposal__status=Status.PROPOSED)
    if item := open_items.select_related("paper", "disposal").first():
        message = f"Naskah ini sudah ada dalam {item.disposal}, yang menunggu keputusan."
        raise RefusedError(Problem("AR-10", item.paper.code, message))


def _need_reason(reason: str) -> str:
    if not reason.strip():
        message = "Tuliskan alasan dan dasarnya: catatan ini tinggal setelah naskahnya tiada."
        raise RefusedError(Problem("AR-08", "alasan", message))
    return reason.strip()


def _need_another(disposal: Disposal, actor: User) -> None:
    if disposal.proposed_by_id == actor.pk:
        message = "Pemusnahan diputuskan oleh orang lain dari pengusulnya."
        raise RefusedError(Problem("AR-11", str(disposal), message))


def _waiting(disposal: Disposal) -> Disposal:
    found = Disposal.objects.select_for_update(of=("self",)).select_related("agency")
    disposal = found.get(pk=disposal.pk)
    if disposal.status != Status.PROPOSED:
        deed = format_deed(disposal.decided_by, disposal.decided_at, disposal.agency.zone)
        message = f"Usul ini sudah selesai: {disposal.get_status_display().lower()} {deed}."
        raise RefusedError(Problem("AR-12", str(disposal), message))
    return disposal


def _close(disposal: Disposal, status: Status, reason: str, actor: User) -> None:
    disposal.status, disposal.decision_reason = status, reason
    disposal.decided_by, disposal.decided_at = actor, timezone.now()
    disposal.save()


def _files_of(paper: Paper) -> list[dict[str, object]]:
    kept = paper.files.kept().values("name", "kind", "sha256", "size")
    return [dict(file) for file in kept]


def _destroy(papers: Sequence[Paper], disposal: Disposal) -> set[str]:
    """The rows that name bytes name them no longer; gives the hashes."""
    files = PaperFile.objects.kept().filter(paper__in=papers)
    hashes = {sha256 for pair in files.values_list("sha256", "shown_sha256") for sha256 in pair}
    files.update(is_disposed=True, shown_sha256="")
    Paper.objects.filter(pk__in=[paper.pk for paper in papers]).update(
        status=Paper.Status.DISPOSED, facts={}, reason=f"{disposal}: {disposal.reason}"
    )
    return hashes | _destroy_piles(papers)


def _destroy_piles(papers: Sequence[Paper]) -> set[str]:
    """A pile whose papers are all gone goes with the last; until then it is needed by others."""
    hashes = set()
    for pile in Pile.objects.filter(is_disposed=False, sheets__paper__in=papers).distinct():
        others = pile.sheets.exclude(paper__status=Paper.Status.DISPOSED)
        if others.exclude(status=Sheet.Status.SET_ASIDE).exists():
            continue
        hashes |= {pile.sha256, *pile.sheets.values_list("picture_sha256", flat=True)}
        pile.sheets.update(picture_sha256="")
        Pile.objects.filter(pk=pile.pk).update(is_disposed=True)
    return hashes


def _remove_bytes(hashes: set[str]) -> None:
    """Once the decision stands; what another row names as well stays."""
    for sha256 in hashes - named() - {""}:
        kept_file(sha256).unlink(missing_ok=True)


def _codes(papers: Sequence[Paper]) -> list[str]:
    return [paper.code for paper in papers]


def _tell(event: str, disposal: Disposal, actor: User, after: dict[str, object]) -> None:
    record(
        f"archive.{event}",
        actor=actor,
        subject=str(disposal),
        agency=disposal.agency,
        after=after,
    )
