"""The work of an issuance. A job may be run twice, or die at any moment: nothing is issued twice.

Each paper is issued in a transaction of its own; the word that it is follows, after its PDF. A
job that takes over finds a paper that its forerunner issued without having said so.
"""

import time
from typing import Final

from django_q.tasks import async_task

from tolok.archive.issuing.actions import Numbering, issue_paper
from tolok.archive.issuing.actions.pdf import add_pdfs
from tolok.archive.models import Issuance, IssuanceItem, Paper, PaperFile
from tolok.core.problem import Problem, RefusedError, kept

AT_ONCE: Final = 16  # papers whose PDFs are made in one start of LibreOffice
SLICE: Final = 120.0  # seconds; the worker's limit is 300


def run_issuance(pk: int) -> None:
    """As much of the issuance as fits in one slice."""
    issuance = Issuance.objects.claim(pk)
    if issuance is None:
        return
    until = time.monotonic() + SLICE
    while some := _next(issuance):
        if time.monotonic() > until:
            issuance.step_back()
            async_task(run_issuance, issuance.pk)
            return
        for item in some:
            _issue(issuance, item)
            issuance.beat()
        if issuance.with_pdf:
            _add_pdfs(issuance, some)
        for item in some:
            item.save(update_fields=["state", "problems"])
    issuance.finish()


def _next(issuance: Issuance) -> list[IssuanceItem]:
    waiting = issuance.items.waiting().select_related("paper__agency", "paper__replaces")
    return list(waiting[:AT_ONCE])


def _issue(issuance: Issuance, item: IssuanceItem) -> None:
    if item.paper is not None and _was_issued_by(issuance, item.paper):
        item.state = IssuanceItem.State.ISSUED
        return
    number = Numbering.AUTO if issuance.is_numbered else Numbering.NONE
    try:
        draft = _the_draft(item)
        item.paper = issue_paper(draft, dated=issuance.dated, number=number, actor=issuance.made_by)
    except RefusedError as refusal:
        item.state, item.problems = IssuanceItem.State.REFUSED, kept(refusal.problems)
    else:
        item.state = IssuanceItem.State.ISSUED


def _the_draft(item: IssuanceItem) -> Paper:
    """BN-09: the draft that was chosen is still there. NK-07: and says what it said then."""
    if item.paper is None:
        message = "Draf ini dibuang sebelum sempat diterbitkan."
        raise RefusedError(Problem("BN-09", "naskah", message))
    if item.paper.facts_sha256 != item.facts_sha256:
        message = "Isi draf ini berubah sesudah dipilih. Periksa lagi, lalu terbitkan tersendiri."
        raise RefusedError(Problem("NK-07", "fakta", message))
    return item.paper


def _was_issued_by(issuance: Issuance, paper: Paper) -> bool:
    return (
        paper.issued_at is not None
        and paper.issued_at >= issuance.made_at
        and (paper.issued_by_id, paper.dated) == (issuance.made_by_id, issuance.dated)
    )


def _add_pdfs(issuance: Issuance, items: list[IssuanceItem]) -> None:
    """A paper whose PDF cannot be made stays issued; its row says why the PDF is not there."""
    issued = [item for item in items if item.state == IssuanceItem.State.ISSUED and item.paper]
    papers = [item.paper for item in issued if item.paper]
    done = PaperFile.objects.filter(paper__in=papers, kind=PaperFile.Kind.PDF)
    have = set(done.values_list("paper", flat=True))
    try:
        add_pdfs([one for one in papers if one.pk not in have], actor=issuance.made_by)
    except RefusedError as refusal:
        for item in issued:
            item.problems = kept(refusal.problems)
