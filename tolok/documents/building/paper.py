"""Paper sizes and margins, in cm."""

from dataclasses import dataclass, replace
from typing import Final, Self

from tolok.documents.building.xml import Xml, dxa

_FROM_EDGE: Final = 0.8  # header and footer


@dataclass(frozen=True)
class Paper:
    """A sheet as printers know it."""

    name: str
    width: float
    height: float

    @property
    def landscape(self) -> Self:
        return replace(self, width=self.height, height=self.width)


A4: Final = Paper("A4", 21.0, 29.7)
F4: Final = Paper("F4", 21.5, 33.0)


@dataclass(frozen=True)
class Margins:
    """What stays white."""

    top: float = 2.0
    bottom: float = 2.0
    left: float = 2.5
    right: float = 2.0


_FRAME: Final = (
    '<w:pgBorders w:offsetFrom="page">'
    + "".join(
        f'<w:{side} w:val="thinThickSmallGap" w:sz="24" w:space="10" w:color="1F4E4A"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pgBorders>"
)


LETTER_MARGINS: Final = Margins()
FORM_MARGINS: Final = Margins(1.6, 1.5, 2.0, 1.5)
WIDE_MARGINS: Final = Margins(1.6, 1.5, 1.8, 1.8)


@dataclass(frozen=True)
class Sheet:
    """Paper and margins of a section."""

    paper: Paper
    margins: Margins
    framed: bool = False  # a double line around the page

    @classmethod
    def letter(cls, paper: Paper = F4) -> Self:
        """Letters and reports: 12 pt text."""
        return cls(paper, LETTER_MARGINS)

    @classmethod
    def form(cls, paper: Paper = A4) -> Self:
        """Forms: 10 pt text, narrow margins."""
        return cls(paper, FORM_MARGINS)

    @classmethod
    def wide(cls, paper: Paper = A4) -> Self:
        """Landscape, for tables of many columns."""
        return cls(paper.landscape, WIDE_MARGINS)

    @property
    def text_width(self) -> float:
        return round(self.paper.width - self.margins.left - self.margins.right, 2)

    def properties(self, inside: str = "") -> Xml:
        """`<w:sectPr>`; `inside` names its header and footer."""
        width, height = dxa(self.paper.width), dxa(self.paper.height)
        turned = ' w:orient="landscape"' if width > height else ""
        edges = "".join(
            f' w:{side}="{dxa(getattr(self.margins, side))}"'
            for side in ("top", "right", "bottom", "left")
        )
        away = dxa(_FROM_EDGE)
        return Xml(
            f'<w:sectPr>{inside}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar{edges} w:header="{away}" w:footer="{away}" w:gutter="0"/>'
            f"{_FRAME * self.framed}</w:sectPr>"
        )
