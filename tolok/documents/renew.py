"""Writes template.docx and expected.txt of documents: `python -m tolok.documents.renew [F5 …]`.

Read the difference of expected.txt, and look at the pages, before committing it.
"""

import sys
from collections.abc import Iterator
from typing import Any

from tolok.documents.building.make import built
from tolok.documents.catalogue import document, documents
from tolok.documents.document import Document
from tolok.documents.render import render
from tolok.documents.text import text_of


def expected(document: Document, facts: Any) -> str:
    """The words of the document in each of its formats, the same with and without LibreOffice."""
    return "".join(_formats(document, facts))


def _formats(document: Document, facts: Any) -> Iterator[str]:
    for kind in document.formats:
        yield f"=== {kind}\n{text_of(render(document, facts, kind, with_pages=False))}"


def main(codes: list[str]) -> None:
    for one in [document(code) for code in codes] or documents():
        if "docx" in one.formats:
            one.template.write_bytes(built(one))
        words = expected(one, one.example())
        (one.folder / "expected.txt").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
