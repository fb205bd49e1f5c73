"""A Word template as a file: body, styles, numbers, header with KONSEP, footer with pages."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tolok.documents.building.numbering import Numbering, numbering_xml
from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import p, when
from tolok.documents.building.styles import Style, styles_xml
from tolok.documents.building.tables import roomy
from tolok.documents.building.xml import NAMESPACES, NAMESPACES_2010, Xml, emu, join, run
from tolok.documents.document import Document
from tolok.documents.files import FIXED_TIME

FORM_SIZE: Final = 10  # points; letters and reports have 11 or 12
_KONSEP: Final = Path(__file__).with_name("konsep.png")
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True)
class Template:
    """What `template.py` of a folder makes with `build()`."""

    document: Document
    sheet: Sheet  # of the last section
    body: tuple[Xml, ...]
    size: float = 12  # points; forms have 10
    numbering: Numbering = "letter"
    styles: tuple[Style, ...] = ()  # that no other document has
    copies: bool = False  # many copies of one page: none is "page 7 of 60"
    sheet_codes: bool = False  # each sheet says whose it is, so that its scan finds its paper

    def to_bytes(self) -> bytes:
        """The .docx, the same bytes each time."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts().items():
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _parts(self) -> dict[str, str | bytes]:
        return {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _PACKAGE_RELATIONSHIPS,
            "docProps/core.xml": _core(self.document),
            "word/document.xml": self._document(),
            "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS,
            "word/styles.xml": styles_xml(self.size, self.numbering, self.styles),
            "word/numbering.xml": numbering_xml(self.numbering),
            "word/settings.xml": _SETTINGS,
            "word/header1.xml": _header(),
            "word/_rels/header1.xml.rels": _HEADER_RELATIONSHIPS,
            "word/footer1.xml": _footer(self),
            "word/media/konsep.png": _KONSEP.read_bytes(),
        }

    def _document(self) -> str:
        """Sections made by `section()` get the same header and footer as the last."""
        frame = (
            '<w:headerReference w:type="default" r:id="rIdHeader"/>'
            '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        )
        body = join(self.body) if self.size <= FORM_SIZE else roomy(join(self.body))
        body = Xml(body.replace("<w:sectPr><w:pgSz", f"<w:sectPr>{frame}<w:pgSz"))
        return (
            f"{_DECLARATION}<w:document {NAMESPACES} {NAMESPACES_2010}><w:body>"
            f"{body}{self.sheet.properties(frame)}</w:body></w:document>"
        )


def _header() -> str:
    """A boxed KONSEP, which survives any printer, and a pale one behind the text."""
    boxed = run(
        " KONSEP – belum ditetapkan ",
        '<w:b/><w:bdr w:val="single" w:sz="8" w:space="0" w:color="000000"/>',
    )
    draft = when('issue.status == "konsep"', p("Konsep", _WATERMARK, boxed))
    return f"{_DECLARATION}<w:hdr {NAMESPACES}>{draft}{p('Header')}</w:hdr>"


def _footer(template: Template) -> str:
    """Two cells over the whole width, whatever the width of the section is."""
    document, sheet_codes = template.document, template.sheet_codes
    right = 1450 if sheet_codes else 1000  # fiftieths of a percent
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/></w:tcPr>{words}</w:tc>'
        for share, words in (
            (5000 - right, p("Footer", f"{document.code} · {document.title}")),
            (right, p("Footer Kanan", _pages(template))),
        )
    )
    grid = "".join(f'<w:gridCol w:w="{share * 9 // 5}"/>' for share in (5000 - right, right))
    return (
        f'{_DECLARATION}<w:ftr {NAMESPACES}><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr>{cells}</w:tr></w:tbl>{_last_line(sheet_codes)}</w:ftr>"
    )


def _pages(template: Template) -> Xml:
    """Of a form with its code, so that loose sheets find each other."""
    numbers = [run("Halaman "), _field("PAGE"), run(" dari "), _field("NUMPAGES")]
    if template.copies:
        return run("{{ issue.code }}")
    code = run("{% if issue.code %}{{ issue.code }} · {% endif %}")
    return join([code, *numbers] if template.sheet_codes else numbers)


def _last_line(sheet_codes: bool) -> Xml:
    """Takes no room; the code of the sheet hangs on it, in the corner outside the text."""
    code = ["{% if issue.code %}{{ issue.code|kode_lembar }}{% endif %}"] if sheet_codes else []
    return p("Rapat", *code, properties=_NO_HEIGHT)


def _field(name: str) -> Xml:
    return Xml(f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>')


def _core(document: Document) -> str:
    day = "2026-01-01T00:00:00Z"
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{document.code} {document.title}</dc:title><dc:creator>Tolok</dc:creator>"
        "<dc:language>id-ID</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


_NO_HEIGHT: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES: Final = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in (
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    + "</Types>"
)
_PACKAGE_RELATIONSHIPS: Final = _relations(
    ("rId1", f"{_RELATIONSHIPS}/officeDocument", "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
)
_DOCUMENT_RELATIONSHIPS: Final = _relations(
    ("rIdStyles", f"{_RELATIONSHIPS}/styles", "styles.xml"),
    ("rIdNumbering", f"{_RELATIONSHIPS}/numbering", "numbering.xml"),
    ("rIdSettings", f"{_RELATIONSHIPS}/settings", "settings.xml"),
    ("rIdHeader", f"{_RELATIONSHIPS}/header", "header1.xml"),
    ("rIdFooter", f"{_RELATIONSHIPS}/footer", "footer1.xml"),
)
_HEADER_RELATIONSHIPS: Final = _relations(
    ("rIdKonsep", f"{_RELATIONSHIPS}/image", "media/konsep.png")
)
_SETTINGS: Final = (
    f'{_DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
_WATERMARK: Final = Xml(
    "<w:r><w:drawing>"
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
    'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:align>center</wp:align></wp:positionV>'
    f'<wp:extent cx="{emu(15)}" cy="{emu(10)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapNone/><wp:docPr id="1" name="Tanda konsep" descr="Tanda KONSEP"/>'
    "<wp:cNvGraphicFramePr/><a:graphic>"
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="konsep.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rIdKonsep"/><a:stretch><a:fillRect/></a:stretch>'
    f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(15)}" '
    f'cy="{emu(10)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
