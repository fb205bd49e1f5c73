"""What the page of a paper shows, by where the paper stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Form

from tolok.archive.files import is_sound
from tolok.archive.issuing.about import prints_number
from tolok.archive.issuing.forms import (
    AttachmentForm,
    IssueForm,
    NumberForm,
    OutsideForm,
    ReasonForm,
    SignedForm,
)
from tolok.archive.models import Paper, PaperFile
from tolok.archive.numbers.actions import peek_number
from tolok.archive.numbers.series import series_for
from tolok.core.dates import read_date
from tolok.documents.catalogue import document

Status = Paper.Status


@dataclass(frozen=True)
class ShownFile:
    file: PaperFile
    is_sound: bool  # its bytes still give the hash under which they are kept


def shown_files(paper: Paper) -> list[ShownFile]:
    """Looked at now, whatever the last check by the worker said."""
    return [ShownFile(file, is_sound(file)) for file in paper.files.select_related("added_by")]


def issue_form(paper: Paper, today: date, data: Any = None) -> IssueForm:
    """With the number that would come next, by the date that was typed or is there."""
    usual = dated_in(paper) or today
    typed = read_date(data.get("tanggal", "")) if data else None
    day = typed if isinstance(typed, date) else usual
    series = series_for(paper.agency, paper.document)
    known = document(paper.document)
    return IssueForm(
        peek_number(series, day) if series else "",
        data,
        needed=prints_number(known),
        initial={"tanggal": usual},
        auto_id="terbit_%s",
    )


def outside_form(paper: Paper) -> OutsideForm:
    """A paper that prints a number usually gets it where it is signed."""
    waits = {"nomor": prints_number(document(paper.document)), "tanggal": dated_in(paper)}
    return OutsideForm(initial=waits, auto_id="luar_%s")


def dated_in(paper: Paper) -> date | None:
    """The date that the draft already bears, at its head or above its signature."""
    for part in ("letter", "signed"):
        written = paper.facts.get(part)
        if isinstance(written, dict) and written.get("date"):
            return date.fromisoformat(written["date"])
    return None


def next_steps(paper: Paper, today: date) -> dict[str, Form]:
    """The forms that fit where the paper stands; the first is what is done next."""
    later: dict[str, Form] = {
        "attachment": AttachmentForm(auto_id="lampiran_%s"),
        "correct": ReasonForm(auto_id="koreksi_%s"),
        "void": ReasonForm(auto_id="batal_%s"),
    }
    match Status(paper.status):
        case Status.DRAFT:
            return {"issue": issue_form(paper, today), "outside": outside_form(paper)}
        case Status.WAITING if paper.awaits_number:
            return {"number": NumberForm(auto_id="nomor_%s"), **later}
        case Status.WAITING | Status.ISSUED | Status.SIGNED:
            return {"signed": SignedForm(auto_id="ttd_%s"), **later}
    return {}
