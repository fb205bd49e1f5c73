"""Whose a sheet is: told by its code, or left to a person; never guessed."""

from collections.abc import Sequence
from typing import NamedTuple

from tolok.archive.issuing.actions.outside import SIGNABLE
from tolok.archive.models import Paper, Pile, Sheet

Why = Sheet.Why


class Place(NamedTuple):
    """The paper of a sheet, or why it waits in the tray."""

    paper: Paper | None
    why: str = ""


def place(codes: Sequence[str], pile: Pile, *, is_blank: bool) -> Place:
    """Papers of other agencies do not exist for a pile, whatever a sheet says.

    Sheets of a survey carry the respondent's code beside the paper's, so a code that is no
    paper's does not disturb one that is.
    """
    if not codes:
        return Place(None, Why.BLANK if is_blank else Why.NO_CODE)
    papers = list(Paper.objects.filter(agency=pile.agency, code__in=codes)[:2])
    if not papers:
        return Place(None, Why.UNKNOWN)
    if len(papers) > 1:
        return Place(None, Why.SEVERAL)
    return Place(papers[0]) if takes_scans(papers[0]) else Place(None, Why.CLOSED)


def takes_scans(paper: Paper) -> bool:
    """Whether its signed copy can come back: it is out, it has its number, it still counts."""
    return paper.status in SIGNABLE and not paper.awaits_number


def likely_paper(sheet: Sheet) -> Paper | None:
    """The paper of the nearest sheets before and after it, where both are the same one."""
    others = Sheet.objects.filter(pile=sheet.pile).exclude(paper=None).select_related("paper")
    before = others.filter(number__lt=sheet.number).last()
    after = others.filter(number__gt=sheet.number).first()
    if before is None or after is None or before.paper_id != after.paper_id:
        return None
    return before.paper if before.paper and takes_scans(before.paper) else None
