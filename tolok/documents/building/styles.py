"""The styles, by name, as an office finds them in Word; nothing but bold is set by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tolok.documents.building.numbering import Numbering, level_of
from tolok.documents.building.paragraphs import indented, style_id
from tolok.documents.building.xml import NAMESPACES, dxa

FONT: Final = "Arial"
GREY: Final = "E7ECEB"
_BUILT_IN: Final = {
    *("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"),
    *("header", "footer", "toc 1", "toc 2", "toc 3"),
}


@dataclass(frozen=True)
class Style:
    """One paragraph style; sizes and gaps in points."""

    name: str
    size: float
    align: Literal["left", "center", "right", "both"] = "left"
    bold: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0
    keep: bool = False  # with the next paragraph
    more: str = ""  # further paragraph properties that stand behind the spacing
    outline: int | None = None
    borders: str = ""
    tabs: str = ""
    new_page: bool = False


def styles_xml(size: float, numbering: Numbering, more: tuple[Style, ...] = ()) -> str:
    """word/styles.xml for a document whose text is `size` points; `more` are its own styles."""
    every = (*_styles(size, numbering), *more)
    found = "".join(_style(style, numbering) for style in every)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACES}>'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{found}{_TABLE_STYLE}</w:styles>"
    )


def _styles(size: float, numbering: Numbering) -> Iterator[Style]:
    yield from _text_styles(size, numbering)
    yield from _letter_styles(size)
    yield from _table_styles(min(9.0, size))
    yield from _frame_styles(size)


def _text_styles(size: float, numbering: Numbering) -> Iterator[Style]:
    yield Style("Normal", size)
    yield Style("Rapat", size)
    yield Style("Title", size + 1, "center", bold=True, keep=True)
    yield Style("Subtitle", size, "center", keep=True, after=6)
    chapter = numbering == "report"
    yield Style(
        "Heading 1",
        size + 1 if chapter else size,
        "center" if chapter else "left",
        bold=True,
        before=0 if chapter else 8,
        after=14 if chapter else 3,
        keep=True,
        outline=0,
        new_page=chapter,
    )
    yield Style("Heading 2", size, bold=True, before=10, after=3, keep=True, outline=1)
    yield Style("Heading 3", size, bold=True, before=8, after=3, keep=True, outline=2)
    yield Style("Lampiran", size, bold=True, after=2, keep=True, outline=0)
    yield from _part_styles(size)
    yield Style("Isi", size, "both", after=6, line=1.1)
    under = {"letter": 0.95, "report": 0.8, "none": 0.0}[numbering]
    yield Style("Isi Bagian", size, "both", after=6, line=1.1, more=indented(under))
    yield Style("Angka", size, "both", after=4, line=1.1)
    yield Style("Huruf", size, "both", after=4, line=1.1)
    yield Style("Angka Bebas", size, "both", after=4, line=1.1)
    yield Style("Huruf Bebas", size, "both", after=4, line=1.1)
    hang = tab_at(under + 0.8)
    butir = indented(under + 0.8, 0.8)
    yield Style("Butir", size, "both", after=4, line=1.1, more=butir, tabs=hang)
    inner = indented(under + 1.5, 0.7)
    yield Style(
        "Butir Dalam", size, "both", after=4, line=1.1, more=inner, tabs=tab_at(under + 1.5)
    )
    yield Style("Gambar", size, "center", before=4, after=4, keep=True)
    yield Style("Keterangan Gambar", min(9.0, size), "center", after=8)


def _part_styles(size: float) -> Iterator[Style]:
    """Headings whose mark is a word of the template: BAGIAN A, 1."""
    yield Style(
        "Bagian", size + 1, "center", bold=True, after=14, keep=True, outline=0, new_page=True
    )
    yield Style("Anak Bagian", size, bold=True, before=10, after=3, keep=True, outline=1)


def _letter_styles(size: float) -> Iterator[Style]:
    yield Style("Kop Induk", 14, "center")
    yield Style("Kop Unit", 16, "center", bold=True)
    yield Style("Kop Alamat", 9, "center")
    yield Style("Kop Garis", 2, after=8, borders=_RULE)
    yield Style("Tanggal Surat", size, "right", after=6)
    yield Style("Alamat Surat", size)
    yield Style("Alamat Butir", size, more=indented(0.95, 0.95), tabs=tab_at(0.95))
    yield Style("Nomor Surat", size, "center", keep=True)
    yield Style("Ttd", size, "center")
    yield Style("Ttd Kiri", size)
    yield Style("Ttd Ruang", size, "center", before=44)
    yield Style("Tembusan", min(10.0, size))
    yield Style("Tembusan Butir", min(10.0, size), more=indented(0.6, 0.6), tabs=tab_at(0.6))


def _table_styles(size: float) -> Iterator[Style]:
    yield Style("Tabel", size)
    yield Style("Tabel Tengah", size, "center")
    yield Style("Tabel Angka", size, "right")
    yield Style("Tabel Kepala", size, "center", bold=True, keep=True)
    yield Style("Tabel Judul", size, bold=True, keep=True)
    yield Style("Tabel Butir", size - 1, more=indented(0.8, 0.8), tabs=tab_at(0.8))
    yield Style("Tabel Kecil", size - 1)
    yield Style("Tabel Kecil Tengah", size - 1, "center")
    yield Style("Tabel Angka Kecil", size - 1.5, "right")
    yield Style("Tabel Strip", size, "center", before=4, after=4)
    yield Style("Label", size + 1)
    yield Style("Kotak", 14, "center", line=0.9)
    yield Style("Catatan", 8, before=2, after=4)


def _frame_styles(size: float) -> Iterator[Style]:
    yield Style("header", 8, "right")
    yield Style("Konsep", 8, "right", bold=True)
    yield Style("footer", 8)
    yield Style("Footer Kanan", 8, "right")
    yield Style("toc 1", size, before=4, after=2)
    yield Style("toc 2", size, after=2, more=indented(0.8))
    yield Style("toc 3", size, after=2, more=indented(1.6))


def tab_at(cm: float) -> str:
    return f'<w:tab w:val="left" w:pos="{dxa(cm)}"/>'


def _style(style: Style, numbering: Numbering) -> str:
    name = style_id(style.name)
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    based = "" if style.name == "Normal" else '<w:basedOn w:val="Normal"/>'
    half = round(style.size * 2)
    look = f'{"<w:b/>" * style.bold}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{_id(name)}">'
        f'<w:name w:val="{style.name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{_paragraph(style, level_of(numbering, name))}</w:pPr>"
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def _id(name: str) -> str:
    return {"header": "Header", "footer": "Footer"}.get(name, name.replace("toc", "TOC"))


def _paragraph(style: Style, level: int | None) -> str:
    """In the order of the schema, which Word insists on."""
    numbers = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        if level is not None
        else ""
    )
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return (
        f"{'<w:keepNext/>' * style.keep}{'<w:pageBreakBefore/>' * style.new_page}"
        f"<w:widowControl/>{numbers}{style.borders}"
        f"{f'<w:tabs>{style.tabs}</w:tabs>' if style.tabs else ''}"
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
        f'{style.more}<w:jc w:val="{style.align}"/>{outline}'
    )


_RULE: Final = (
    '<w:pBdr><w:top w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="000000"/></w:pBdr>'
)
_TABLE_STYLE: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TabelBiasa"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
