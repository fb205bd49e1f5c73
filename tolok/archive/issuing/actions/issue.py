"""Issuing: the facts are frozen with their number, date and code, and the files made and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tolok.archive.issuing.about import Stamp, dated_anew, prints_number, sha256_of, stamped
from tolok.archive.issuing.conditions import refuse_unless_met
from tolok.archive.issuing.making import Kept, make_files, own
from tolok.archive.issuing.state import Status, locked_draft, need_status, tell
from tolok.archive.models import LetterNumber, NumberSeries, OfficeTemplate, Paper
from tolok.archive.numbers.actions import given_number, next_number, peek_number
from tolok.archive.numbers.series import series_for
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import document
from tolok.people.models import User

MOST_TRIES: Final = 20  # numbers others took while the file was being made


class Numbering(Enum):
    """Where the number comes from, when it is not given as a text."""

    AUTO = "auto"  # the next of the document's series; none for a document that prints none
    NONE = "none"


@dataclass(frozen=True)
class Frozen:
    """What a paper will say, and the files that say it."""

    facts: dict[str, Any]
    files: tuple[Kept, ...]
    template: OfficeTemplate | None


class OutrunError(Exception):
    """Somebody else took the number in between."""


def issue_paper(
    paper: Paper,
    *,
    dated: date,
    actor: User | None,
    number: Numbering | str = Numbering.AUTO,
) -> Paper:
    """Issue a draft: facts, number, date and files are from now on what they are.

    The files are made before anything is written and without a lock; the number they carry is
    taken in the one transaction that issues, and if another took it meanwhile they are made
    again. NK-03: a paper that prints a number has one. NK-06: it comes to an end.
    """
    need_status(paper, Status.DRAFT)
    refuse_unless_met(paper)
    for _ in range(MOST_TRIES):
        try:
            return _issue(paper, dated, actor, _numberer(paper, number, dated, actor))
        except OutrunError:
            continue
    message = "Terlalu banyak naskah sedang diberi nomor. Tidak ada yang diubah; coba lagi."
    raise RefusedError(Problem("NK-06", "nomor", message))


@dataclass(frozen=True)
class _Numberer:
    """The number as it will be, and how it is taken."""

    text: str
    take: Callable[[], LetterNumber | None]


def freeze(paper: Paper, *, number: str, dated: date | None) -> Frozen:
    """What the paper says with this number and date, and its files; nothing is written.

    A draft cites the regulations in force on its date; what is out already is not reworded.
    """
    known, facts = document(paper.document), paper.facts
    if dated and paper.status == Status.DRAFT:
        facts = dated_anew(known, facts, dated)
    stamp = Stamp("final", paper.code, address(), number, dated.isoformat() if dated else "")
    facts = stamped(known, facts, stamp)
    template = OfficeTemplate.objects.in_use(paper.agency, paper.document)
    return Frozen(facts, make_files(paper, facts, template), template)


def put_out(paper: Paper, frozen: Frozen, actor: User | None) -> None:
    """Write what was frozen, and who let it out when; the corrected one steps back."""
    paper.facts, paper.facts_sha256 = frozen.facts, sha256_of(frozen.facts)
    paper.template = frozen.template
    if paper.issued_at is None:
        paper.issued_by, paper.issued_at = actor, timezone.now()
    paper.save()
    own(paper, frozen.files, added_by=actor)
    if paper.replaces:
        corrected = Paper.objects.in_force().filter(pk=paper.replaces.pk)
        corrected.update(status=Status.REPLACED, reason=paper.reason)


def address() -> str:
    """The page that checks codes, as documents print it: "kinerja.contoh.go.id/v"."""
    return f"{settings.TOLOK_ADDRESS}/v" if settings.TOLOK_ADDRESS else ""


def _issue(paper: Paper, dated: date, actor: User | None, numberer: _Numberer) -> Paper:
    frozen = freeze(paper, number=numberer.text, dated=dated)
    with transaction.atomic():
        current = locked_draft(paper)
        current.number = numberer.take()
        if current.number_text != numberer.text:
            raise OutrunError
        current.status, current.dated = Status.ISSUED, dated
        put_out(current, frozen, actor)
        tell("issue_paper", current, actor, _told(current))
    return current


def _told(paper: Paper) -> dict[str, object]:
    return {
        "nomor": paper.number_text,
        "tanggal": paper.dated,
        "kode": paper.code,
        "fakta": paper.facts_sha256,
        "berkas": [file.sha256 for file in paper.files.all()],
        "mengganti": paper.replaces.code if paper.replaces else "",
    }


def _numberer(paper: Paper, number: Numbering | str, dated: date, actor: User | None) -> _Numberer:
    if isinstance(number, str):
        text = " ".join(number.split())
        return _Numberer(text, lambda: given_number(paper.agency, text, dated, actor=actor))
    needed = prints_number(document(paper.document))
    series = series_for(paper.agency, paper.document) if number is Numbering.AUTO else None
    if series is not None:
        return _of_series(series, dated, actor)
    if needed:
        message = (
            "Naskah ini memuat nomor. Tuliskan nomornya, atur seri nomor untuk dokumen ini, atau "
            "kirim naskah untuk dinomori di luar."
        )
        raise RefusedError(Problem("NK-03", "nomor", message))
    return _Numberer("", lambda: None)


def _of_series(series: NumberSeries, dated: date, actor: User | None) -> _Numberer:
    return _Numberer(peek_number(series, dated), lambda: next_number(series, dated, actor=actor))
