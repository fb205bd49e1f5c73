"""Where something stands in a Word file, in the words of someone who looks for it in Word.

Marks are put before paragraphs, cells and rows; they survive what docxtpl does to the XML, so a
line of the template leads back to its paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docx.opc.oxml import parse_xml
from docx.oxml.ns import qn

from tolok.documents.checking.xml import Element
from tolok.documents.rendering.word import WarmTemplate

_P, _TABLE, _ROW, _CELL, _T = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "t"))
_INNER: Final = (qn("w:txbxContent"), qn("w:sdtContent"))
_MARK: Final = re.compile(r"<!--@(\d+)-->")
_AT: Final = re.compile(r'<(w:(?:p|tc|tr)\b)([^>]*?) at="(\d+)"')
_COMMENT: Final = re.compile("<!--.*?-->", re.DOTALL)
_FIRST_WORDS: Final = 50  # characters


@dataclass(frozen=True)
class Part:
    """One part of a template as docxtpl will render it, each paragraph on a line of its own."""

    name: str  # "" for the body, "kepala halaman"
    source: str
    places: tuple[str, ...]  # by the number of the mark
    paragraphs: tuple[tuple[str, str], ...]  # place and words of each

    def place(self, line: int) -> str:
        """Of a line of the source, from 1: “paragraf 3 “Yang bertanda tangan …””."""
        lines = self.source.split("\n")
        for text in reversed(lines[: max(line, 1)]):
            if found := _MARK.match(text):
                return self.places[int(found[1])]
        return self.name or "awal dokumen"

    def lines(self) -> Sequence[str]:
        return self.source.split("\n")


def read_part(name: str, xml: str, made: WarmTemplate) -> Part:
    """The part with a mark before each paragraph, cell and row, as docxtpl leaves it."""
    root = parse_xml(_COMMENT.sub("", xml))
    found = list(_blocks(root, _Count(name), ""))
    for at, (element, _) in enumerate(found):
        element.set("at", str(at))
    text = made.xml_to_string(root).replace("\n", " ")
    source = made.patch_xml(_AT.sub(r"<!--@\3--><\1\2", text))
    lines = _MARK.sub(r"\n\g<0>", source.replace("\n", " "))
    places = tuple(place for _, place in found)
    texts = tuple((place, text_of(one)) for one, place in found if one.tag == _P)
    return Part(name, lines, places, texts)


def text_of(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(_T))


def words_of(element: Element) -> str:
    """Its first words; those of a table's cells are kept apart."""
    pieces = [element] if element.tag == _P else element.iter(_P)
    text = " ".join(" ".join(text_of(one) for one in pieces).split())
    return text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS]}…"


@dataclass
class _Count:
    """Paragraphs with words and tables, counted as one meets them."""

    part: str
    paragraphs: int = 0
    tables: int = 0

    def told(self, place: str, element: Element) -> str:
        words = words_of(element)
        named = ", ".join(filter(None, (self.part, place)))
        return f"{named} “{words}”" if words else named


def _blocks(parent: Element, count: _Count, inside: str) -> Iterator[tuple[Element, str]]:
    """`inside` is the table cell, where there is one: paragraphs in it are not counted."""
    for one in parent:
        if one.tag == _P:
            count.paragraphs += bool(words_of(one)) and not inside
            yield one, count.told(inside or f"paragraf {count.paragraphs}", one)
            for inner in one.iter(*_INNER):
                yield from _blocks(inner, count, inside or f"paragraf {count.paragraphs}")
        elif one.tag == _TABLE:
            count.tables += not inside
            yield from _rows(one, count, inside or f"tabel {count.tables}")
        elif len(one):
            yield from _blocks(one, count, inside)


def _rows(table: Element, count: _Count, inside: str) -> Iterator[tuple[Element, str]]:
    for at, row in enumerate(table.iter(_ROW), start=1):
        if next(row.iterancestors(_TABLE)) is not table:
            continue
        place = f"{inside}, baris {at}"
        yield row, count.told(place, row)
        for column, cell in enumerate(row.iter(_CELL), start=1):
            if next(cell.iterancestors(_ROW)) is row:
                here = f"{place}, kolom {column}"
                yield cell, count.told(here, cell)
                yield from _blocks(cell, count, here)
