"""The files of a paper, made from its facts; nothing is written but the files themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tolok.archive.files import keep_chunks
from tolok.archive.issuing.sheets import template_path
from tolok.archive.models import OfficeTemplate, Paper, PaperFile
from tolok.documents.catalogue import document
from tolok.documents.document import Document, Format
from tolok.documents.facts import facts_from_json
from tolok.documents.render import render

CONTENT_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Kept:
    """A file in the store that a paper will own."""

    kind: PaperFile.Kind
    name: str
    sha256: str
    size: int
    content_type: str
    shown_sha256: str = ""  # a picture drawn anew, to be shown in pages


def make_files(
    paper: Paper, facts: Mapping[str, Any], template: OfficeTemplate | None
) -> tuple[Kept, ...]:
    """Each of the document's formats, kept; the same facts and template give the same bytes."""
    known = document(paper.document)
    poured = facts_from_json(known, facts)
    path = template_path(paper.agency, known, template)
    made = []
    for kind in known.formats:
        data = render(known, poured, kind, template=path)
        sha256, size = keep_chunks([data])
        name = file_name(known, paper.code, kind)
        made.append(Kept(PaperFile.Kind.MADE, name, sha256, size, CONTENT_TYPES[kind]))
    return tuple(made)


def draft_bytes(paper: Paper, kind: Format, *, with_pages: bool = False) -> bytes:
    """A draft as it would look now, with its mark KONSEP; it is kept nowhere.

    The pages of its contents list are found only when asked: that takes a PDF, so seconds.
    """
    known = document(paper.document)
    template = OfficeTemplate.objects.in_use(paper.agency, paper.document)
    path = template_path(paper.agency, known, template)
    facts = facts_from_json(known, paper.facts)
    return render(known, facts, kind, template=path, with_pages=with_pages)


def file_name(known: Document, code: str, kind: str) -> str:
    """F5-formulir-isian-kinerja-penyedia-7K3M-9QXF.docx: found again by its name alone."""
    return f"{known.file_stem}-{code}.{kind}"


def own(paper: Paper, files: tuple[Kept, ...], **fields: Any) -> None:
    """Give the files to the paper, inside the transaction that issues it; each only once."""
    has = set(paper.files.values_list("kind", "sha256"))
    PaperFile.objects.bulk_create(
        PaperFile(paper=paper, **vars(file), **fields)
        for file in files
        if (file.kind, file.sha256) not in has
    )
