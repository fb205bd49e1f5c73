"""Pieces of WordprocessingML, told apart from texts that still have to be escaped."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape

_SCHEMAS: Final = "http://schemas.openxmlformats.org"
NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{_SCHEMAS}/{place}"'
    for prefix, place in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("mc", "markup-compatibility/2006"),
    )
)
NAMESPACES_2010: Final = " ".join(
    f'xmlns:{prefix}="http://schemas.microsoft.com/office/word/2010/{place}"'
    for prefix, place in (
        ("wpg", "wordprocessingGroup"),
        ("wps", "wordprocessingShape"),
    )
)


class Xml(str):
    """A finished piece; everything else is text."""

    __slots__ = ()


def join(parts: Iterable[Xml]) -> Xml:
    return Xml("".join(parts))


def text_of(text: str) -> Xml:
    """`<w:t>` with the text escaped and its blanks kept."""
    return Xml(f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def run(text: str, properties: str = "") -> Xml:
    """One run, a new line for each "\\n"; a text that is Xml already is passed through."""
    if isinstance(text, Xml):
        return text
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = "<w:br/>".join(text_of(line) for line in text.split("\n"))
    return Xml(f"<w:r>{rpr}{lines}</w:r>")


def dxa(cm: float) -> int:
    """Twentieths of a point, in which Word measures pages and columns."""
    return round(cm * 1440 / 2.54)


def emu(cm: float) -> int:
    """English Metric Units, in which Word measures drawings."""
    return round(cm * 360_000)
