"""What may be told to anybody about a code, and nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tolok.archive.models import Paper, PaperFile
from tolok.core.problem import Problem
from tolok.core.verification import read_code

COMPARED = (PaperFile.Kind.MADE, PaperFile.Kind.PDF, PaperFile.Kind.SIGNED)


@dataclass(frozen=True)
class Told:
    """The public face of a paper. Its title stays inside: it may name a supplier."""

    code: str
    document: str
    number: str
    dated: date | None
    issuer: str
    kind: Literal["ok", "go", "near", "not"]
    standing: str
    replaced_by: str  # the code of the paper that counts instead; "" for none


def told_about(typed: str) -> Told | None:
    """None for a code that was never given, that is mistyped, or whose paper is still a draft."""
    paper = _paper(typed)
    if paper is None:
        return None
    kind, standing = STANDING[Paper.Status(paper.status)]
    newer = paper.replaced_by.ever_issued().first()
    return Told(
        code=paper.code,
        document=paper.document_title,
        number=paper.number_text,
        dated=paper.dated,
        issuer=f"{paper.agency.unit_name}, {paper.agency}",
        kind=kind,
        standing=standing,
        replaced_by=newer.code if newer else "",
    )


def file_of(typed: str, sha256: str) -> PaperFile | None:
    """The file of this paper that has exactly these bytes."""
    paper = _paper(typed)
    if paper is None:
        return None
    return paper.files.filter(sha256=sha256.lower(), kind__in=COMPARED).order_by("-pk").first()


def _paper(typed: str) -> Paper | None:
    code = read_code(typed)
    if isinstance(code, Problem):
        return None
    public = Paper.objects.ever_issued().for_list()
    return public.filter(code=code).first()


STANDING: dict[Paper.Status, tuple[Literal["ok", "go", "near", "not"], str]] = {
    Paper.Status.WAITING: ("go", "Sudah disusun; nomor atau tanda tangannya sedang diproses"),
    Paper.Status.ISSUED: ("ok", "Terbit"),
    Paper.Status.SIGNED: ("ok", "Terbit dan ditandatangani"),
    Paper.Status.REPLACED: ("near", "Sudah diganti; naskah ini tidak berlaku lagi"),
    Paper.Status.DISPOSED: ("near", "Pernah terbit; arsipnya sudah dimusnahkan menurut jadwal"),
    Paper.Status.VOIDED: ("not", "Dibatalkan; naskah ini tidak berlaku"),
}
