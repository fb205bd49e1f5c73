"""What people do with issuances."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django_q.tasks import async_task

from tolok.archive.issuances import jobs
from tolok.archive.issuing.about import prints_number
from tolok.archive.models import Issuance, IssuanceItem, Paper
from tolok.archive.numbers.series import series_for
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
from tolok.documents.document import Document
from tolok.documents.rendering.pdf import need_libreoffice
from tolok.people.models import User
from tolok.trail.record import record


@dataclass(frozen=True)
class How:
    """The date all papers bear, and what each of them gets."""

    dated: date
    is_numbered: bool = True
    with_pdf: bool = False


def start_issuance(
    code: str, papers: Sequence[Paper], how: How, *, year: FiscalYear, actor: User
) -> Issuance:
    """Have drafts issued one after the other: each in a transaction of its own, with the next
    number of its series, in the order given. What is refused stays a draft and is listed.
    """
    issuance = prepare_issuance(code, papers, how, year=year, actor=actor)
    async_task(jobs.run_issuance, issuance.pk)
    return issuance


def continue_issuance(issuance: Issuance) -> None:
    """Do here and now what no worker has begun; the job sees to it that it is done once."""
    jobs.run_issuance(issuance.pk)


def prepare_issuance(
    code: str, papers: Sequence[Paper], how: How, *, year: FiscalYear, actor: User
) -> Issuance:
    """BN-07: of at least one draft, all of one document. BN-08: one at a time for a document.

    What would refuse every paper refuses at once: no series for a number that is printed
    (NK-03), no LibreOffice for PDFs (DK-07).
    """
    known = document(code)
    _need_what_all_need(known, papers, how)
    with transaction.atomic():
        same = Issuance.objects.of_year(year.agency, year.year).filter(document=known.code)
        if found := same.unfinished().first():
            message = f"{found} sedang berjalan. Tunggu sampai selesai."
            raise RefusedError(Problem("BN-08", "dokumen", message))
        issuance = Issuance.objects.create(
            agency=year.agency, year=year.year, document=known.code, made_by=actor, **vars(how)
        )
        IssuanceItem.objects.bulk_create(_items(issuance, papers))
        record(
            "archive.start_issuance",
            actor=actor,
            subject=str(issuance),
            agency=year.agency,
            after={"jumlah": len(papers), "tanggal": how.dated, "bernomor": how.is_numbered},
        )
    return issuance


def _items(issuance: Issuance, papers: Sequence[Paper]) -> list[IssuanceItem]:
    """As the person saw them: what changes until its turn comes is refused."""
    return [
        IssuanceItem(
            issuance=issuance,
            position=at,
            paper=paper,
            title=paper.title,
            facts_sha256=paper.facts_sha256,
        )
        for at, paper in enumerate(papers, 1)
    ]


def _need_what_all_need(known: Document, papers: Sequence[Paper], how: How) -> None:
    if not papers or any(paper.document != known.code for paper in papers):
        message = f"Pilih sedikitnya satu draf {known.code}."
        raise RefusedError(Problem("BN-07", "naskah", message))
    if how.with_pdf:
        need_libreoffice()
    has_number = how.is_numbered and series_for(papers[0].agency, known.code) is not None
    if prints_number(known) and not has_number:
        message = (
            f"{known.code} memuat nomor, tetapi belum ada seri nomor untuk dokumen ini. Atur "
            "serinya pada Dokumen → Nomor, lalu ulangi."
        )
        raise RefusedError(Problem("NK-03", "nomor", message))
