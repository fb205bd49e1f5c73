"""A page of a flowchart as a Word table: heads that repeat, rows of exact height, drawn cells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from tolok.documents.building.paragraphs import p
from tolok.documents.building.styles import GREY
from tolok.documents.building.xml import NAMESPACES, NAMESPACES_2010, Xml, join
from tolok.documents.flowchart.shapes import cell_drawing

Fallback = Callable[[Sequence[Mapping[str, Any]], tuple[int, int], str], str]
_SIDES: Final = ("top", "left", "bottom", "right")
_LINE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_BORDERS: Final = "".join(f"<w:{side} {_LINE}/>" for side in (*_SIDES, "insideH", "insideV"))
_NO_MARGINS: Final = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in _SIDES)
_PADDING: Final = "".join(
    f'<w:{side} w:w="{57 if side in ("left", "right") else 0}" w:type="dxa"/>' for side in _SIDES
)
_TINY: Final = (
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:jc w:val="left"/><w:rPr><w:sz w:val="2"/></w:rPr>'
)
_PER_PAGE: Final = 100_000  # shapes are numbered anew from there on each page


def flow_table(page: Mapping[str, Any], fallback: Fallback) -> Xml:
    """The whole table of one page (`layout.Page` as plain data)."""
    columns = [_dxa(width) for width in page["columns"]]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    rows = join([*_heads(page, columns), *_rows(page, columns, fallback)])
    return Xml(
        f'<w:tbl {NAMESPACES} {NAMESPACES_2010}><w:tblPr><w:tblW w:w="{sum(columns)}" '
        f'w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_PADDING}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}"
        "</w:tbl>"
    )


def _dxa(hundredths: int) -> int:
    return round(hundredths * 14.4 / 2.54)


# --- Heads


def _heads(page: Mapping[str, Any], columns: list[int]) -> Iterator[Xml]:
    """No and Uraian, Pelaksana over the lanes, Mutu Baku over three, Keterangan."""
    lanes = len(page["lanes"])
    quality = columns[2 + lanes : 5 + lanes]
    upper = (
        _head("No", columns[:1], "restart"),
        _head("Uraian Kegiatan", columns[1:2], "restart"),
        _head("Pelaksana", columns[2 : 2 + lanes]),
        _head("Mutu Baku", quality),
        _head("Keterangan", columns[-1:], "restart"),
    )
    lower = (
        _head("", columns[:1], "continue"),
        _head("", columns[1:2], "continue"),
        *(_lane_head(page, at, columns[2 + at]) for at in range(lanes)),
        *(
            _head(name, [width])
            for name, width in zip(("Kelengkapan", "Waktu", "Output"), quality, strict=True)
        ),
        _head("", columns[-1:], "continue"),
    )
    for cells, height in zip((upper, lower), page["heads"], strict=True):
        yield _row(height, cells, "<w:tblHeader/>")


def _lane_head(page: Mapping[str, Any], lane: int, width: int) -> Xml:
    """The name of a lane; where lanes are narrow it runs upwards."""
    turned = '<w:textDirection w:val="btLr"/>' if page["upright"] else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{GREY}"/>{turned}'
    return _cell(p("Tabel Kepala", page["lanes"][lane]), [width], "", shade)


def _head(text: str, widths: list[int], merge: str = "") -> Xml:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{GREY}"/>'
    return _cell(p("Tabel Kepala", text), widths, merge, shade)


# --- Rows


def _rows(page: Mapping[str, Any], columns: list[int], fallback: Fallback) -> Iterator[Xml]:
    number = page["number"] * _PER_PAGE
    lanes = len(page["lanes"])
    for row in page["rows"]:
        cells = [
            _cell(p("Tabel Tengah", row["number"]), columns[:1]),
            _cell(p("Tabel", row["text"]), columns[1:2]),
        ]
        for at, lane in enumerate(row["cells"]):
            size = (page["columns"][2 + at], row["height"])
            cells.append(_lane(lane, size, columns[2 + at], (number, fallback)))
            number += 2 + 2 * len(lane["parts"])
        last = columns[2 + lanes :]
        cells += (
            _merged("Tabel", row, "requirements", last[0]),
            _merged("Tabel Tengah", row, "time", last[1]),
            _cell(p("Tabel", row["output"]), last[2:3]),
            _cell(p("Tabel", row["remark"]), last[3:4]),
        )
        yield _row(row["height"], cells)


def _lane(
    lane: Mapping[str, Any], size: tuple[int, int], width: int, drawing: tuple[int, Fallback]
) -> Xml:
    """Drawn from edge to edge: without margins, its text of no height."""
    number, fallback = drawing
    parts, words = lane["parts"], lane["words"]
    margins = f"<w:tcMar>{_NO_MARGINS}</w:tcMar>"
    if not parts:
        return _cell(p("Rapat", properties=_TINY), [width], "", margins)
    drawn = cell_drawing(parts, size, words, number, fallback(parts, size, words))
    return _cell(p("Rapat", drawn, properties=_TINY), [width], "", margins)


def _merged(style: str, row: Mapping[str, Any], name: str, width: int) -> Xml:
    merge = row[f"{name}_merge"]
    return _cell(p(style, "" if merge == "continue" else row[name]), [width], merge)


def _row(height: int, cells: Sequence[Xml], more: str = "") -> Xml:
    exact = f'<w:trHeight w:val="{_dxa(height)}" w:hRule="exact"/>'
    return Xml(f"<w:tr><w:trPr><w:cantSplit/>{exact}{more}</w:trPr>{join(cells)}</w:tr>")


def _cell(content: Xml, widths: list[int], merge: str = "", more: str = "") -> Xml:
    """In the order of the schema: width, span, merge, shade or margins, upright place."""
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return Xml(
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merged}{more}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )
