"""Checking one uploaded template; runs only in a limited child (`rendering/child.py`)."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tolok.core.problem import Problem, RefusedError
from tolok.documents.checking.package import MOST_TOLD, need_harmless
from tolok.documents.checking.places import Part, read_part
from tolok.documents.checking.words import read_words
from tolok.documents.document import Document
from tolok.documents.rendering.plain import Plain
from tolok.documents.rendering.word import (
    SANDBOX,
    WRONG,
    WarmTemplate,
    Word,
    render_word,
    rendered_part,
)
from tolok.documents.text import all_texts

_LEFT_OVER: Final = re.compile(r"\{\{|\{%|\}\}|%\}|\bNone\b|\b[nN]a[nN]\b")
_NAMES: Final = {"header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki"}
_MARK: Final = "CONTOH – diisi dengan data contoh untuk memeriksa templat"


@dataclass(frozen=True)
class Found:
    """What the check of a template gives; `preview` only when nothing is wrong."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    preview: bytes = b""


def check(document: Document, template: Path) -> Found:
    """The whole check; a refusal by the file itself ends it before anything else is read."""
    try:
        need_harmless(template.read_bytes())
        parts = parts_of(template)
    except RefusedError as refusal:
        return Found(refusal.problems)
    problems, used = _read(document, parts)
    if problems:
        return Found(tuple(dict.fromkeys(problems))[:MOST_TOLD])
    return _rendered(document, template, parts, used)


def parts_of(template: Path) -> list[Part]:
    """Body, headers, footers and footnotes, as docxtpl will render them."""
    made = WarmTemplate(str(template))
    try:
        made.init_docx()
        pieces = list(made.pieces())
    except WRONG as error:
        message = "Berkas ini tidak dapat dibuka sebagai dokumen Word. Simpan lagi dari Word."
        raise RefusedError(Problem("TP-01", "berkas", message)) from error
    return [read_part(_NAMES.get(kind, ""), xml, made) for kind, xml in pieces]


def _read(document: Document, parts: list[Part]) -> tuple[list[Problem], set[str]]:
    problems: list[Problem] = []
    used: set[str] = set()
    for part in parts:
        wrong, known = read_words(part, document.facts, SANDBOX)
        problems += wrong
        used |= known
    return problems, used


def _rendered(document: Document, template: Path, parts: list[Part], used: set[str]) -> Found:
    facts = document.example()
    try:
        word = render_word(template, facts)
        need_harmless(word.data)
        left = tuple(_left_over(word))
    except RefusedError as refusal:
        return Found(tuple(_placed(parts, facts)) or refusal.problems)
    if left:
        return Found(left)
    return Found((), tuple(_not_printed(document, used)), with_mark(word.data))


def _placed(parts: list[Part], facts: Any) -> Iterator[Problem]:
    """TP-10: what cannot be printed is named with its paragraph: the example is poured again."""
    plain = Plain(facts)
    for part in parts:
        try:
            rendered_part(part.source, plain)
        except WRONG as error:
            message = f"Isian di sini tidak dapat dicetak ({error}). Perbaiki tanda templatnya."
            yield Problem("TP-10", part.place(_line_of(error)), message)


def _line_of(error: BaseException) -> int:
    line, at = getattr(error, "lineno", None) or 1, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == "<template>":
            line = at.tb_lineno
        at = at.tb_next
    return int(line)


def _left_over(word: Word) -> Iterator[Problem]:
    """TP-11: no tag, None or nan is left in what comes out."""
    for text in all_texts(word.data):
        if found := _LEFT_OVER.search(text):
            message = f"Hasilnya masih memuat “{found[0]}”. Periksa tanda templat di sekitarnya."
            yield Problem("TP-11", f"hasil: “{text.strip()[:50]}”", message)


def _not_printed(document: Document, used: set[str]) -> Iterator[Problem]:
    """TP-12: what the shipped template prints and this one does not; the office may mean it so."""
    shipped = _read(document, parts_of(document.template))[1]
    missing = shipped - used
    for path in sorted(missing):
        parent = path.rpartition(".")[0]
        if parent not in missing:
            message = (
                "Templat bawaan memuat isian ini, templat ini tidak. Periksa apakah disengaja."
            )
            yield Problem("TP-12", path, message)


def with_mark(data: bytes) -> bytes:
    """The preview says on its first page that it is one; a frame, so that nothing moves."""
    file = docx.Document(io.BytesIO(data))
    body = file.element.body
    body.insert(0, parse_xml(_ANCHOR))
    body.insert(0, parse_xml(_FRAME))
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


_ANCHOR: Final = (  # a frame stands by a paragraph, and a template may begin with a table
    f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" '
    'w:lineRule="exact"/></w:pPr></w:p>'
)
_FRAME: Final = (
    f'<w:p {nsdecls("w")}><w:pPr><w:framePr w:w="7000" w:hSpace="0" w:wrap="around" '
    'w:vAnchor="page" w:hAnchor="page" w:xAlign="center" w:y="240"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:rPr><w:b/><w:color w:val="B00020"/><w:sz w:val="18"/></w:rPr>'
    f"<w:t>{_MARK}</w:t></w:r></w:p>"
)
