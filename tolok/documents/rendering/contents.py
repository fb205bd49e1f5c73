"""The contents list of a rendered document: its headings with their numbers and pages.

LibreOffice does not update a contents field, and Word only on request; so the entries are
written here. Page numbers come from a PDF of the first pass; without them Word is asked to
update the field when the document is opened.
"""

import copy
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tolok.documents.rendering.filters import huruf, romawi

_DEPTH: Final = re.compile(r'TOC .*"1-(\d)"')
_ANNEX: Final = "Lampiran"
_LINES_OF_ANNEX_HEAD: Final = 6
_UNKNOWN_PAGE: Final = "…"
_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "upperRoman": romawi,
    "lowerRoman": lambda number: romawi(number).lower(),
    "upperLetter": lambda number: huruf(number).upper(),
    "lowerLetter": huruf,
    "decimal": str,
}


def fill_contents(file: WordFile, pages: Sequence[int] | None) -> bool:
    """Writes the entries; False when the document has no contents list."""
    body = file.element.body
    field = next(
        (one for one in body.iter(qn("w:instrText")) if _DEPTH.search(one.text or "")), None
    )
    if field is None:
        return False
    found = _DEPTH.search(field.text or "")
    depth = int(found[1]) if found else 1
    entries = [
        (level, text, pages[at] if pages and at < len(pages) else None)
        for at, (level, text) in enumerate(_headings(file))
    ]
    _write(field, [entry for entry in entries if entry[0] < depth])
    if pages is None:
        _ask_to_update(file)
    return True


def _headings(file: WordFile) -> Iterator[tuple[int, str]]:
    """Outline level and text with its number, in the order of the document."""
    styles = {style.style_id: style.element for style in file.styles}
    numbers = _Numbers(file)
    for paragraph in file.element.body.iter(qn("w:p")):
        name = paragraph.style
        properties = styles[name].find(qn("w:pPr")) if name in styles else None
        outline = None if properties is None else properties.find(qn("w:outlineLvl"))
        text = _words(paragraph)
        if outline is not None and text:
            title = _title_below(paragraph) if name == _ANNEX else ""
            words = f"{numbers.next(properties)} {text} {title}".strip()
            yield int(outline.get(qn("w:val"))), words


def _words(paragraph: Any) -> str:
    parts = (
        one.text or "" if one.tag == qn("w:t") else " "
        for one in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    )
    return " ".join("".join(parts).split())


def _title_below(paragraph: Any) -> str:
    """An annex is listed with its title, which stands a few lines below its number."""
    below = itertools.islice(paragraph.itersiblings(qn("w:p")), _LINES_OF_ANNEX_HEAD)
    return next((_words(one) for one in below if one.style == "Title"), "")


class _Numbers:
    """Counts headings as Word does, by the levels of their numbered styles."""

    def __init__(self, file: WordFile) -> None:
        part = file.part.numbering_part.element
        abstract = {one.get(qn("w:abstractNumId")): one for one in part.iter(qn("w:abstractNum"))}
        self._lists = {
            one.get(qn("w:numId")): abstract[one.find(qn("w:abstractNumId")).get(qn("w:val"))]
            for one in part.iter(qn("w:num"))
        }
        self._counts: dict[str, list[int]] = {}

    def next(self, properties: Any) -> str:
        number = properties.find(qn("w:numPr"))
        if number is None:
            return ""
        name = number.find(qn("w:numId")).get(qn("w:val"))
        level = number.find(qn("w:ilvl"))
        at = 0 if level is None else int(level.get(qn("w:val")))
        counts = self._counts.setdefault(name, [0] * 9)
        counts[at] += 1
        counts[at + 1 :] = [0] * (8 - at)
        levels = list(self._lists[name].iter(qn("w:lvl")))
        text: str = levels[at].find(qn("w:lvlText")).get(qn("w:val"))
        for above in range(at + 1):
            form = levels[above].find(qn("w:numFmt")).get(qn("w:val"))
            text = text.replace(f"%{above + 1}", _FORMS[form](counts[above]))
        return text


def _write(field: Any, entries: Sequence[tuple[int, str, int | None]]) -> None:
    """The first entry stands in the field's own paragraph, its end in the last."""
    first = next(field.iterancestors(qn("w:p")))
    runs = list(first.iter(qn("w:r")))
    end = next(run for run in runs if _is_end(run))
    end.getparent().remove(end)
    last = first
    for at, entry in enumerate(entries):
        if at:
            paragraph = OxmlElement("w:p")
            paragraph.append(copy.deepcopy(first.pPr))
            last.addnext(paragraph)
            last = paragraph
        _write_entry(last, *entry)
    last.append(copy.copy(end))


def _is_end(run: Any) -> bool:
    mark = run.find(qn("w:fldChar"))
    return mark is not None and mark.get(qn("w:fldCharType")) == "end"


def _write_entry(paragraph: Any, level: int, text: str, page: int | None) -> None:
    style = paragraph.get_or_add_pPr().get_or_add_pStyle()
    style.set(qn("w:val"), f"TOC{level + 1}")
    run = OxmlElement("w:r")
    words, gap, number = OxmlElement("w:t"), OxmlElement("w:tab"), OxmlElement("w:t")
    words.text, number.text = text, _UNKNOWN_PAGE if page is None else str(page)
    run.extend((words, gap, number))
    paragraph.append(run)


def _ask_to_update(file: WordFile) -> None:
    settings = file.settings.element
    mark = OxmlElement("w:updateFields")
    mark.set(qn("w:val"), "true")
    before = next(
        (one for one in settings if one.tag in (qn("w:compat"), qn("w:themeFontLang"))), None
    )
    if before is None:
        settings.append(mark)
    else:
        before.addprevious(mark)
