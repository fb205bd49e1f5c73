"""The PDF of a paper: made by LibreOffice from the file that was issued, when somebody asks."""

import tempfile
from collections.abc import Sequence
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
    """Keep the PDF of the newest file that was made (DK-07: where LibreOffice is installed)."""
    (sha256,) = add_pdfs([paper], actor=actor)
    return paper.files.get(kind=PaperFile.Kind.PDF, sha256=sha256)


def add_pdfs(papers: Sequence[Paper], *, actor: User | None) -> list[str]:
    """The same for many, in one start of LibreOffice; gives their hashes."""
    sources = [_source(paper) for paper in papers]
    made = pdfs_of([(kept_file(one.sha256).read_bytes(), Path(one.name).suffix) for one in sources])
    return [
        _keep(paper, f"{source.name.removesuffix(Path(source.name).suffix)}.pdf", data, actor)
        for paper, source, data in zip(papers, sources, made, strict=True)
    ]


def _source(paper: Paper) -> PaperFile:
    """NK-11: a paper has been issued before it is made a PDF of."""
    first_type = CONTENT_TYPES[document(paper.document).formats[0]]
    made = paper.files.filter(kind=PaperFile.Kind.MADE, content_type=first_type)
    source = made.order_by("-pk").first()
    if source is None:
        message = "Naskah ini belum mempunyai berkas. Terbitkan dahulu, lalu buat PDF-nya."
        raise RefusedError(Problem("NK-11", "PDF", message))
    return source


def _keep(paper: Paper, name: str, data: bytes, actor: User | None) -> str:
    sha256, size = keep_chunks([data])
    with transaction.atomic():
        paper = Paper.objects.select_for_update().get(pk=paper.pk)
        kept = Kept(PaperFile.Kind.PDF, name, sha256, size, CONTENT_TYPES["pdf"])
        own(paper, (kept,), added_by=actor)
        tell("add_pdf", paper, actor, {"berkas": sha256})
    return sha256


def draft_pdf(paper: Paper) -> bytes:
    """A draft as it would look on paper; kept nowhere."""
    kind = document(paper.document).formats[0]
    (made,) = pdfs_of([(draft_bytes(paper, kind, with_pages=True), f".{kind}")])
    return made


def pdfs_of(files: Sequence[tuple[bytes, str]]) -> list[bytes]:
    """Of files and their suffixes, in their order."""
    with tempfile.TemporaryDirectory(prefix="tolok-pdf-") as name:
        folder = Path(name)
        paths = [folder / f"{at}{suffix}" for at, (_, suffix) in enumerate(files)]
        for path, (data, _) in zip(paths, files, strict=True):
            path.write_bytes(data)
        return [made.read_bytes() for made in make_pdfs(paths, folder)]
