"""One cell of a flowchart as native shapes: a group as large as the cell, inline in its text.

Inline, so that nothing is anchored to a place on the page. What cannot draw groups shows the
fallback, a picture of the same cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from tolok.documents.building.xml import Xml

EMU: Final = 3600  # in 0.01 cm
_PRESETS: Final = {
    "capsule": "flowChartTerminator",
    "box": "flowChartProcess",
    "diamond": "flowChartDecision",
    "pentagon": "flowChartOffpageConnector",
}
_INK: Final = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{tail}</a:ln>'
_NO_INK: Final = "<a:ln><a:noFill/></a:ln>"
_TAIL: Final = '<a:tailEnd type="triangle"/>'
_GROUP: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def cell_drawing(
    parts: Sequence[Mapping[str, Any]], size: tuple[int, int], words: str, first: int, fallback: str
) -> Xml:
    """The run with the group; shapes are numbered from `first`, `fallback` is a drawing too."""
    frame = _shape(
        first, "rect", (0, 0, *size), ink=_NO_INK
    )  # keeps the group as large as the cell
    shapes = "".join(
        one for at, part in enumerate(parts) for one in _part(first + 1 + 2 * at, part)
    )
    width, height = size[0] * EMU, size[1] * EMU
    area = f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
    inner = area.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    group = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{area}{inner}</a:xfrm></wpg:grpSpPr>"
        f"{frame}{shapes}</wpg:wgp>"
    )
    return Xml(
        '<w:r><w:rPr><w:sz w:val="2"/></w:rPr><mc:AlternateContent><mc:Choice Requires="wpg">'
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{first}" name="Alir {first}" descr={quoteattr(words)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP}">{group}</a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _part(number: int, part: Mapping[str, Any]) -> Iterator[str]:
    ends = (part["x"], part["y"], part["to_x"], part["to_y"])
    match part["kind"]:
        case "line" | "arrow" as kind:
            yield _line(number, ends, _TAIL if kind == "arrow" else "")
        case "text":
            yield _shape(number, "rect", _around(ends, part["text"]), part["text"], _NO_INK)
        case kind:
            yield _shape(number, _PRESETS[kind], ends, part["text"])


def _around(ends: tuple[int, int, int, int], text: str) -> tuple[int, int, int, int]:
    """A box for a text around its middle."""
    half = 10 + 9 * len(text)
    return ends[0] - half, ends[1] - 20, ends[0] + half, ends[1] + 20


def _shape(
    number: int, preset: str, ends: tuple[int, int, int, int], text: str = "", ink: str = ""
) -> str:
    x, y, to_x, to_y = ends
    place = _place((x, y), (to_x - x, to_y - y))
    words = _WORDS.format(text=escape(text)) if text else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Bentuk {number}"/><wps:cNvSpPr/>'
        f"<wps:spPr><a:xfrm>{place}</a:xfrm>{_geometry(preset)}<a:noFill/>"
        f"{ink or _INK.format(tail='')}</wps:spPr>{words}{_BODY}</wps:wsp>"
    )


def _line(number: int, ends: tuple[int, int, int, int], tail: str) -> str:
    x, y, to_x, to_y = ends
    flip = ' flipH="1"' * (to_x < x) + ' flipV="1"' * (to_y < y)
    place = _place((min(x, to_x), min(y, to_y)), (abs(to_x - x), abs(to_y - y)))
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Garis {number}"/><wps:cNvCnPr/>'
        f"<wps:spPr><a:xfrm{flip}>{place}</a:xfrm>{_geometry('line')}<a:noFill/>"
        f"{_INK.format(tail=tail)}</wps:spPr>{_BODY}</wps:wsp>"
    )


def _place(corner: tuple[int, int], size: tuple[int, int]) -> str:
    return (
        f'<a:off x="{corner[0] * EMU}" y="{corner[1] * EMU}"/>'
        f'<a:ext cx="{size[0] * EMU}" cy="{size[1] * EMU}"/>'
    )


def _geometry(preset: str) -> str:
    return f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'


_BODY: Final = '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
_WORDS: Final = (
    '<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>'
    '<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
    'w:cs="Arial"/><w:sz w:val="16"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent>'
    "</wps:txbx>"
)
