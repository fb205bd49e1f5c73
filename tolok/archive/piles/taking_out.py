"""A sheet that was filed with the wrong paper comes back into the tray."""

from collections.abc import Sequence

from django.db import transaction

from tolok.archive.issuing.making import own
from tolok.archive.issuing.state import Status, locked
from tolok.archive.models import Paper, PaperFile, Sheet
from tolok.archive.piles.filing import Part, cut_out, draw
from tolok.archive.piles.standing import decided, locked_sheet, tell
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.scans import refusals

WITH_FILES = (Status.SIGNED, Status.VOIDED, Status.REPLACED)


def take_out_sheet(sheet: Sheet, reason: str, *, actor: User) -> Sheet:
    """Out of the paper's file, which is made anew of the sheets that stay; into the tray.

    PL-06: with the reason. A paper that has no signed copy any more waits for it again.
    """
    if not reason.strip():
        message = "Tuliskan mengapa lembar ini bukan milik naskah itu; alasannya tercatat."
        raise RefusedError(Problem("PL-06", "alasan", message))
    sheet = Sheet.objects.select_related("pile__agency", "paper", "file").get(pk=sheet.pk)
    if sheet.status != Sheet.Status.FILED or sheet.file is None:
        raise RefusedError(decided(sheet))
    others = _others(sheet)
    rest = _rest(sheet, others)
    with transaction.atomic():
        sheet = locked_sheet(sheet, Sheet.Status.FILED)
        if _others(sheet) != others:
            raise RefusedError(decided(sheet))
        paper, old = _out_of_its_file(sheet, rest, actor)
        _put_into_tray(sheet, reason)
        old.delete()
        _wait_again(paper)
        after = {"lembar": sheet.number, "naskah": paper.code, "alasan": reason.strip()}
        tell("take_out_sheet", sheet.pile, actor, after)
    draw(sheet.pile, [sheet.number])
    return Sheet.objects.get(pk=sheet.pk)


def _others(sheet: Sheet) -> list[int]:
    """Sheets that lie in the same file."""
    filed = Sheet.objects.filter(file=sheet.file).exclude(pk=sheet.pk).order_by("number")
    return list(filed.values_list("number", flat=True))


def _rest(sheet: Sheet, others: Sequence[int]) -> Part | None:
    if not others:
        return None
    (part,) = cut_out(sheet.pile, [others])
    if not part.sha256:
        raise RefusedError(refusals.stopped(str(sheet.pile), "lembarnya tidak dapat disalin"))
    return part


def _out_of_its_file(sheet: Sheet, rest: Part | None, actor: User) -> tuple[Paper, PaperFile]:
    """The paper, with a file of the other sheets in place of the old one."""
    if sheet.paper is None or sheet.file is None:  # the database sees to it that neither is
        raise RefusedError(decided(sheet))
    paper, old = locked(sheet.paper, *WITH_FILES), sheet.file
    if rest:
        own(paper, (rest.kept_for(paper),), added_by=actor)
        new = paper.files.get(kind=PaperFile.Kind.SIGNED, sha256=rest.sha256)
        Sheet.objects.filter(file=old).exclude(pk=sheet.pk).update(file=new)
    return paper, old


def _put_into_tray(sheet: Sheet, reason: str) -> None:
    sheet.status, sheet.why = Sheet.Status.TRAY, Sheet.Why.TAKEN_OUT
    sheet.paper = sheet.file = sheet.decided_by = sheet.decided_at = None
    sheet.note = reason.strip()[:300]
    sheet.save()


def _wait_again(paper: Paper) -> None:
    signed = paper.files.filter(kind=PaperFile.Kind.SIGNED)
    if paper.status == Status.SIGNED and not signed.exists():
        paper.status, paper.awaits_signature = Status.WAITING, True
        paper.save(update_fields=["status", "awaits_signature"])
