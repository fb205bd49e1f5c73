"""The symbols of the legend, drawn as the flowchart draws them."""

from typing import Final

from tolok.documents.building.paragraphs import p
from tolok.documents.building.xml import Xml
from tolok.documents.flowchart.shapes import cell_drawing

_CELL: Final = (200, 110)  # 0.01 cm
_ENDS: Final = {
    "capsule": (30, 20, 170, 90),
    "box": (35, 20, 165, 90),
    "diamond": (30, 10, 170, 100),
    "arrow": (35, 55, 165, 55),
    "pentagon": (70, 24, 130, 86),
}
_FIRST: Final = 90_000  # numbers that no other shape of the document has


def symbol(kind: str, at: int) -> Xml:
    """One symbol in the middle of its cell."""
    x, y, to_x, to_y = _ENDS[kind]
    part = {"kind": kind, "x": x, "y": y, "to_x": to_x, "to_y": to_y, "text": ""}
    words = f"Simbol {kind}"
    return p("Tabel Tengah", cell_drawing((part,), _CELL, words, _FIRST + 10 * at, ""))
