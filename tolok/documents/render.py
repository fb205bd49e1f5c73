"""Files from facts: what the phases and the command line call."""

import importlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tolok.core.problem import RefusedError
from tolok.documents.document import Document, Format
from tolok.documents.facts import facts_to_json
from tolok.documents.rendering.pdf import heading_pages, libreoffice, make_pdfs
from tolok.documents.rendering.pool import Job, pool
from tolok.documents.sheets import Book
from tolok.documents.slides import deck_bytes, new_deck


def render(
    document: Document,
    facts: Any,
    kind: Format | None = None,
    *,
    template: Path | None = None,
    with_pages: bool = True,
) -> bytes:
    """The file in one of the document's formats, by default its first.

    `template` is an office's own Word template in place of the one that ships. Without
    `with_pages` the page numbers of a contents list are left to Word; finding them costs a second.
    """
    kind = kind or document.formats[0]
    if kind == "xlsx":
        book = Book(document)
        _script(document, "workbook").fill(book, facts)
        return book.to_bytes()
    if kind == "pptx":
        deck = new_deck(document)
        _script(document, "slides").fill(deck, facts)
        return deck_bytes(deck)
    job = Job(document.code, facts_to_json(facts), template or document.template)
    return _word(job) if with_pages else pool().render(job).data


def render_all(
    document: Document, many: Iterable[Any], *, template: Path | None = None
) -> Iterator[bytes | RefusedError]:
    """Many Word documents of one kind, on all processors, in the order of their facts."""
    chosen = template or document.template
    jobs = (Job(document.code, facts_to_json(facts), chosen) for facts in many)
    return pool().each(jobs, _word)


def _word(job: Job) -> bytes:
    """Twice, when the document has a contents list and LibreOffice can tell the pages."""
    word = pool().render(job)
    if not word.has_contents or libreoffice() is None:
        return word.data
    with tempfile.TemporaryDirectory(prefix="tolok-isi-") as folder:
        draft = Path(folder) / "draft.docx"
        draft.write_bytes(word.data)
        pages = heading_pages(make_pdfs([draft], Path(folder))[0])
    return pool().render(Job(job.code, job.facts, job.template, pages)).data


def _script(document: Document, name: str) -> Any:
    return importlib.import_module(f"{document.facts.__module__}.{name}")
