"""The words of a document, line by line: golden texts and tests read them."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pptx import Presentation
from python_calamine import CalamineWorkbook

_WORDS: Final = {qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:noBreakHyphen")}


def text_of(data: bytes) -> str:
    """Of a .docx, .xlsx or .pptx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        lines = _word_lines(data)
    elif "xl/workbook.xml" in names:
        lines = _workbook_lines(data)
    else:
        lines = _slide_lines(data)
    return "\n".join(lines) + "\n"


def all_texts(data: bytes) -> Iterator[str]:
    """Each paragraph of each part of a .docx, also of headers and text boxes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                root = parse_xml(archive.read(name))
                yield from ("".join(one.itertext(qn("w:t"))) for one in root.iter(qn("w:p")))


def _word_lines(data: bytes) -> Iterator[str]:
    """Header, body, footer; a row of a table is one line, its cells parted by " | "."""
    file = docx.Document(io.BytesIO(data))
    section = file.sections[0]
    yield from _blocks(section.header._element)
    yield from _blocks(file.element.body)
    yield from _blocks(section.footer._element)


def _blocks(parent: Any) -> Iterator[str]:
    for block in parent:
        if block.tag == qn("w:p"):
            if line := _paragraph(block):
                yield line
        elif block.tag == qn("w:tbl"):
            for row in block.iterchildren(qn("w:tr")):
                cells = ["\n".join(_blocks(cell)) for cell in row.iterchildren(qn("w:tc"))]
                if any(cells):
                    yield " | ".join(cell.replace("\n", " / ") for cell in cells)


def _paragraph(paragraph: Any) -> str:
    parts = [
        (one.text or "") if one.tag == qn("w:t") else " "
        for one in paragraph.iter(*_WORDS)
        if one.tag != qn("w:tab") or one.getparent().tag == qn("w:r")
    ]
    return "".join(parts).strip()


def _workbook_lines(data: bytes) -> Iterator[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        yield name
        for row in book.get_sheet_by_name(name).to_python():
            if any(cell != "" for cell in row):
                yield " | ".join(str(cell) for cell in row).rstrip(" |")


def _slide_lines(data: bytes) -> Iterator[str]:
    """Texts, tables, chart numbers and the speaker's notes of each slide."""
    for slide in Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            yield from _shape_lines(shape)
        if slide.has_notes_slide:
            yield from (slide.notes_slide.notes_text_frame.text or "").splitlines()


def _shape_lines(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        yield from filter(None, shape.text_frame.text.splitlines())
    elif shape.has_table:
        for row in shape.table.rows:
            yield " | ".join(cell.text for cell in row.cells)
    elif shape.has_chart:
        for plot in shape.chart.plots:
            yield " | ".join(str(category) for category in plot.categories)
            for series in plot.series:
                yield " | ".join([series.name, *map(str, series.values)])
