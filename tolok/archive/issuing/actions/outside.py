"""Papers that are numbered or signed elsewhere (SRIKANDI, TTE, ink), and come back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tolok.archive.issuing.about import prints_number
from tolok.archive.issuing.actions.issue import freeze, put_out
from tolok.archive.issuing.conditions import refuse_unless_met
from tolok.archive.issuing.making import Kept, own
from tolok.archive.issuing.state import Status, locked, locked_draft, need_status, tell
from tolok.archive.models import Paper, PaperFile
from tolok.archive.numbers.actions import given_number
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import document
from tolok.people.models import User
from tolok.scans.examine import examine

SIGNABLE = (Status.WAITING, Status.ISSUED, Status.SIGNED)


@dataclass(frozen=True)
class Returned:
    """A file that came back, as it was uploaded."""

    name: str
    chunks: Iterable[bytes]


def send_outside(
    paper: Paper,
    *,
    awaits_number: bool = False,
    awaits_signature: bool = False,
    dated: date | None = None,
    actor: User | None,
) -> Paper:
    """Freeze a draft and let it go to where it is numbered or signed; it waits for what is asked.

    NK-09: it waits for at least one of the two, and NK-03: for its number, if it prints one:
    nothing else would ever fill that blank. Where nobody has dated it, blanks stay.
    """
    if not (awaits_number or awaits_signature):
        message = "Pilih yang ditunggu: nomor, tanda tangan, atau keduanya."
        raise RefusedError(Problem("NK-09", "yang ditunggu", message))
    need_status(paper, Status.DRAFT)
    if not awaits_number and prints_number(document(paper.document)):
        message = (
            "Naskah ini memuat nomor. Pilih juga “Menunggu nomor”, atau terbitkan dahulu dengan "
            "nomor dari Tolok lalu unggah yang bertanda tangan."
        )
        raise RefusedError(Problem("NK-03", "nomor", message))
    refuse_unless_met(paper)
    frozen = freeze(paper, number="", dated=dated)
    with transaction.atomic():
        paper = locked_draft(paper)
        paper.status, paper.dated = Status.WAITING, dated
        paper.awaits_number, paper.awaits_signature = awaits_number, awaits_signature
        put_out(paper, frozen, actor)
        tell(
            "send_outside",
            paper,
            actor,
            {"menunggu nomor": awaits_number, "menunggu tanda tangan": awaits_signature},
        )
    return paper


def receive_number(paper: Paper, text: str, dated: date, *, actor: User | None) -> Paper:
    """Note the number and date a paper got elsewhere; its file is made once more, with both.

    The file that went out stays and still verifies: it may be the one that comes back signed.
    """
    need_status(paper, Status.WAITING)
    wanted = " ".join(text.split())
    frozen = freeze(paper, number=wanted, dated=dated)
    with transaction.atomic():
        paper = locked(paper, Status.WAITING)
        _need_awaited(paper)
        paper.number = given_number(paper.agency, wanted, dated, actor=actor)
        paper.dated, paper.awaits_number = dated, False
        paper.status = Status.WAITING if paper.awaits_signature else Status.ISSUED
        put_out(paper, frozen, actor)
        tell("receive_number", paper, actor, {"nomor": wanted, "tanggal": dated})
    return paper


def receive_signed(paper: Paper, returned: Returned, *, actor: User | None) -> Paper:
    """Keep the signed paper byte for byte, since a certificate inside breaks at the smallest
    change; a second one is kept beside the first. A scan that is more than paper is refused
    (SC-01 to SC-07). NK-10: the number comes first.
    """
    need_status(paper, *SIGNABLE)
    found = examine(returned.name or paper.code, returned.chunks)
    return attach_signed(paper, Kept(PaperFile.Kind.SIGNED, **vars(found)), actor=actor)


@transaction.atomic
def attach_signed(paper: Paper, file: Kept, *, actor: User | None) -> Paper:
    """Give a paper its signed file, which has been examined and kept."""
    paper = locked(paper, *SIGNABLE)
    _need_number(paper)
    paper.status, paper.awaits_signature = Status.SIGNED, False
    paper.save(update_fields=["status", "awaits_signature"])
    own(paper, (file,), added_by=actor)
    tell("receive_signed", paper, actor, {"berkas": file.sha256, "nama": file.name})
    return paper


def _need_awaited(paper: Paper) -> None:
    if not paper.awaits_number:
        message = f"Naskah ini tidak menunggu nomor; nomornya {paper.number_text or 'tidak ada'}."
        raise RefusedError(Problem("NK-02", "nomor", message))


def _need_number(paper: Paper) -> None:
    if paper.awaits_number:
        message = "Naskah ini masih menunggu nomor. Catat dahulu nomor dan tanggalnya."
        raise RefusedError(Problem("NK-10", "nomor", message))
