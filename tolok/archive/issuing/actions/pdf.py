"""The PDF of a paper: made by LibreOffice from the file that was issued, when somebody asks."""

import tempfile
from pathlib import Path

from django.db import transaction

from tolok.archive.files import keep_chunks, kept_file
from tolok.archive.issuing.making import CONTENT_TYPES, Kept, draft_bytes, own
from tolok.archive.issuing.state import tell
from tolok.archive.models import Paper, PaperFile
from tolok.core.problem import Problem, RefusedError
from tolok.documents.catalogue import document
from tolok.documents.rendering.pdf import make_pdfs
from tolok.people.models import User


def add_pdf(paper: Paper, *, actor: User | None) -> PaperFile:
    """Keep the PDF of the newest file that was made (DK-07: where LibreOffice is installed).

    NK-11: a paper has been issued before it is made a PDF of.
    """
    made = paper.files.filter(kind=PaperFile.Kind.MADE, content_type=_first_type(paper))
    source = made.order_by("-pk").first()
    if source is None:
        message = "Naskah ini belum mempunyai berkas. Terbitkan dahulu, lalu buat PDF-nya."
        raise RefusedError(Problem("NK-11", "PDF", message))
    suffix = Path(source.name).suffix
    data = pdf_of(kept_file(source.sha256).read_bytes(), suffix)
    sha256, size = keep_chunks([data])
    name = f"{source.name.removesuffix(suffix)}.pdf"
    with transaction.atomic():
        paper = Paper.objects.select_for_update().get(pk=paper.pk)
        kept = Kept(PaperFile.Kind.PDF, name, sha256, size, CONTENT_TYPES["pdf"])
        own(paper, (kept,), added_by=actor)
        tell("add_pdf", paper, actor, {"berkas": sha256})
    return paper.files.get(kind=PaperFile.Kind.PDF, sha256=sha256)


def draft_pdf(paper: Paper) -> bytes:
    """A draft as it would look on paper; kept nowhere."""
    kind = document(paper.document).formats[0]
    return pdf_of(draft_bytes(paper, kind, with_pages=True), f".{kind}")


def pdf_of(data: bytes, suffix: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="tolok-pdf-") as folder:
        file = Path(folder) / f"naskah{suffix}"
        file.write_bytes(data)
        return make_pdfs([file], Path(folder))[0].read_bytes()


def _first_type(paper: Paper) -> str:
    return CONTENT_TYPES[document(paper.document).formats[0]]
