"""Pictures in the text: `{{ kop.logo|gambar(2.0, 2.1) }}` and `{{ issue.link|qr(2.4) }}`.

`{{ issue.code|kode_lembar }}` puts the code of the paper into the corner of every sheet, and
`{{p page|alir }}` a page of a flowchart in the place of its paragraph.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import segno
from docx.image.image import Image
from docx.parts.story import StoryPart
from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from tolok.documents.building.xml import emu
from tolok.documents.flowchart.picture import cell_picture
from tolok.documents.flowchart.shapes import EMU
from tolok.documents.flowchart.table import flow_table
from tolok.documents.parts import Picture
from tolok.documents.rendering.plain import Reason
from tolok.documents.rendering.signs import only_of_xml

_FORMATS = ("image/png", "image/jpeg")


class Drawings:
    """The pictures of the document that is being rendered."""

    def __init__(self) -> None:
        self._part: StoryPart | None = None
        self._pictures: Mapping[str, Picture] = {}

    def begin(self, part: StoryPart, pictures: Mapping[str, Picture]) -> None:
        """For the next document."""
        self._part, self._pictures = part, pictures

    def gambar(self, name: Any, width: float, height: float) -> Any:
        """A picture of the facts, as large as fits into so many cm, its shape kept."""
        if isinstance(name, Reason):
            return name
        if name not in self._pictures:
            raise TemplateRuntimeError("gambar ini tidak ada di dalam fakta")
        picture = self._pictures[name]
        return self._drawn(picture.data, picture.description, (width, height))

    def qr(self, link: str, side: float) -> Any:
        """The code that leads to the link, so many cm wide."""
        return self._drawn(_qr(link, border=1), f"Kode QR ke {link}", (side, side))

    def kode_lembar(self, code: str) -> Any:
        """The code alone, not the link: so small a code survives print, pen and scanner only
        with the fewest modules (21) and the strongest correction (H). It floats in the lower
        left corner, clear of the text and of the margin printers leave white, and moves nothing.
        """
        words = f"Kode QR lembar {code}"
        return _within_run(self._drawing(_qr(code, border=2), words, _SHEET_CODE, _CORNER))

    def alir(self, page: Mapping[str, Any]) -> Any:
        """A page of a flowchart (`flowchart.layout.Page`): a table with its cells drawn."""
        made = flow_table(page, self._cell_picture)
        return Markup(only_of_xml(made))  # noqa: S704 - texts are escaped in it

    def _cell_picture(
        self, parts: Sequence[Mapping[str, Any]], size: tuple[int, int], words: str
    ) -> str:
        data = cell_picture(parts, size)
        return self._drawing(data, words, (size[0] * EMU, size[1] * EMU))

    def _drawn(self, data: bytes, description: str, box: tuple[float, float]) -> Any:
        """Only PNG and JPEG are drawn; the refusal names the template (DK-05)."""
        image = Image.from_blob(data)
        if image.content_type not in _FORMATS:
            raise TemplateRuntimeError("gambar harus PNG atau JPEG")
        scale = min(box[0] / image.px_width, box[1] / image.px_height)
        size = (emu(image.px_width * scale), emu(image.px_height * scale))
        return _within_run(self._drawing(data, description, size))

    def _drawing(
        self, data: bytes, description: str, size: tuple[int, int], frame: str | None = None
    ) -> str:
        """The picture joins the file; its size is in EMU."""
        if self._part is None:
            raise TemplateRuntimeError("gambar tidak dapat dipakai di sini")
        name, _ = self._part.get_or_add_image(io.BytesIO(data))
        told = Markup.escape(description)
        inside = _PICTURE.format(cx=size[0], cy=size[1], rid=name, descr=told)
        framed = (frame or _INLINE).format(cx=size[0], cy=size[1], inside=inside)
        return f"<w:drawing>{framed}</w:drawing>"


def _qr(text: str, *, border: int) -> bytes:
    out = io.BytesIO()
    segno.make_qr(text, error="m").save(out, kind="png", scale=6, border=border)
    return out.getvalue()


def _within_run(drawing: str) -> Markup:
    return Markup(  # noqa: S704 - what comes from outside is escaped in it
        f'</w:t></w:r><w:r>{drawing}</w:r><w:r><w:t xml:space="preserve">'
    )


_A = "http://schemas.openxmlformats.org/drawingml/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = f'xmlns:wp="{_A}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"'
_INLINE = f'<wp:inline {_WP}><wp:extent cx="{{cx}}" cy="{{cy}}"/>{{inside}}</wp:inline>'
_SHEET_CODE = (emu(1.2), emu(1.2))
_CORNER = (
    f'<wp:anchor {_WP} simplePos="0" relativeHeight="3" behindDoc="1" locked="0" layoutInCell="0" '
    'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(0.6)}</wp:posOffset></wp:positionH>'
    f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{emu(-1.2)}</wp:posOffset>'
    "</wp:positionV>"
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    "{inside}</wp:anchor>"
)
_PICTURE = (
    '<wp:docPr id="1" name="Gambar" descr="{descr}"/>'
    f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}/main" noChangeAspect="1"/>'
    f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}/main"><a:graphicData uri="{_A}/picture">'
    f'<pic:pic xmlns:pic="{_A}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Gambar"/>'
    f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_R}" '
    'r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
)
