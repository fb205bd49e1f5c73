"""The printable list of archives (ARSIP), drafted from the papers of a year."""

from collections.abc import Iterable
from typing import Any, cast

from tolok.archive.issuing.actions import About, draft_paper
from tolok.archive.keeping.classes import Schedule
from tolok.archive.keeping.rows import Row, rows_of
from tolok.archive.letterhead import kop_of, place_of, signer_of
from tolok.archive.models import Paper, PaperFile
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.documents.arsip_list import Facts, Item
from tolok.documents.parts import Dated, Issue, Signer
from tolok.organisation.clock import today_in
from tolok.people.models import User

_DOTS = "…………………………"
_SHOWN = 8  # signs of a hash


def draft_archive_list(year: FiscalYear, *, actor: User) -> Paper:
    """Draft the list of what has left the house that year; AR-13: there is something to list.

    Lists themselves are not listed, nor what was destroyed, voided or replaced.
    """
    kept = Paper.objects.of_year(year.agency, year.year).for_archive().in_force()
    papers = kept.exclude(document="ARSIP").order_by("document", "pk")
    rows = rows_of(papers, Schedule(year.agency), today_in(year.agency))
    items = tuple(item for row in rows if (item := _item(row)))
    if not items:
        message = "Belum ada naskah yang terbit pada tahun ini. Terbitkan naskahnya dahulu."
        raise RefusedError(Problem("AR-13", "naskah", message))
    about = About(f"Daftar Arsip TA {year.year}")
    return draft_paper("ARSIP", facts_of(year, items), year=year, about=about, actor=actor)


def facts_of(year: FiscalYear, items: Iterable[Item]) -> Facts:
    agency = year.agency
    return Facts(
        issue=Issue("konsep", "", ""),
        kop=kop_of(agency),
        keeper=f"{agency.unit_name} {agency.name}",
        period=f"Tahun Anggaran {year.year}",
        as_of=today_in(agency),
        items=tuple(items),
        signed=Dated(place_of(agency), None),
        signers=(signer_of(agency), Signer("langsung", ("PENGELOLA ARSIP",), _DOTS, "", "")),
    )


def _item(row: Row) -> Item | None:
    """None for what has no schedule: the list prints days."""
    keeping, kind = row.keeping, row.keeping.retention_class
    if row.retention is None or kind is None:
        return None
    chosen = cast("Any", keeping)  # the fields' choices are the words of the list
    return Item(
        description=f"{row.paper.title} ({row.paper.document})",
        classification=keeping.classification,
        code=row.paper.code,
        period=f"{row.paper.period} {row.paper.year}".strip(),
        count=keeping.count,
        form=chosen.form,
        copy=chosen.copy,
        room=keeping.room,
        box=keeping.box,
        folder=keeping.folder,
        security=chosen.security,
        active_until=row.retention.active_until,
        inactive_until=row.retention.inactive_until,
        fate=cast("Any", kind).fate,
        digest=_digest(row.paper),
        remark=keeping.remark,
    )


def _digest(paper: Paper) -> str:
    """Of the signed file, else of the one that was made."""
    files = {file.kind: file.sha256 for file in paper.files.all() if not file.is_disposed}
    found = files.get(PaperFile.Kind.SIGNED) or files.get(PaperFile.Kind.MADE, "")
    return found[:_SHOWN]
