"""Slides, text boxes and tables as this presentation sets them; all measures in cm."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Cm, Pt

from tolok.documents.parts import Issue
from tolok.documents.presentasi_slides.paging import height, lines

FONT: Final = "Arial"
INK: Final = "14211F"
ACCENT: Final = "0A5A57"
PALE: Final = "E7ECEB"
BAND: Final = "F3F6F5"  # every second row of a table
WHITE: Final = "FFFFFF"
_TEXT: Final = 13  # points, in tables
_SIDE: Final = 0.15  # cm, the margins of their cells
_ABOVE: Final = 0.08
LEFT: Final = 1.5
WIDTH: Final = 30.867
_TITLE_ONLY: Final = 5


_RGB: Final[Any] = RGBColor  # python-pptx says nothing of its types


def rgb(colour: str) -> Any:
    """A colour of six hex digits."""
    return _RGB.from_string(colour)


@dataclass(frozen=True)
class Box:
    """A place on the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def place(self) -> tuple[Any, ...]:
        return (Cm(self.left), Cm(self.top), Cm(self.width), Cm(self.height))


_HEADING: Final = Box(LEFT, 0.9, 26, 1.8)
_TITLE_SIZES: Final = (26, 20, 16, 13, 11)  # points
_BOLD: Final = 1.1  # as wide as plain letters


@dataclass(frozen=True)
class Look:
    """How a text is set."""

    size: float = 18
    bold: bool = False
    colour: str = INK
    align: Any = PP_ALIGN.LEFT
    gap: float = 0  # points below each paragraph


@dataclass(frozen=True)
class Column:
    """A column of a table on a slide."""

    head: str
    width: float
    align: Any = PP_ALIGN.LEFT


@dataclass(frozen=True)
class Tinted:
    """A cell with a tint and bold words."""

    text: str
    tint: str


class Slides:
    """The presentation that is being filled: each slide has title, notes, footer, number."""

    def __init__(self, deck: Any, issue: Issue, footer: str) -> None:
        self._deck, self._issue, self._footer = deck, issue, footer
        self._number = 0

    def add(self, title: str, notes: str) -> Any:
        """A slide with its title at the top; the title is a real one, for outline and readers."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        self._number += 1
        heading = slide.shapes.title
        heading.left, heading.top, heading.width, heading.height = _HEADING.place
        write(heading.text_frame, [title], Look(size=_fitting(title), bold=True, colour=ACCENT))
        slide.notes_slide.notes_text_frame.text = notes
        small = Look(size=10)
        text(slide, Box(LEFT, 18.1, 26, 0.7), [self._footer], small)
        number = Look(size=10, align=PP_ALIGN.RIGHT)
        text(slide, Box(28.4, 18.1, 4, 0.7), [str(self._number)], number)
        if self._issue.status == "konsep":
            draft = Look(size=12, bold=True, align=PP_ALIGN.CENTER)
            mark = text(slide, Box(28.2, 0.4, 4.2, 0.7), ["KONSEP"], draft)
            mark.line.color.rgb = rgb(INK)
        return slide


def _fitting(title: str) -> float:
    """The largest size in which the title stays above what stands below it."""
    for size in _TITLE_SIZES:
        if height(lines(title, _HEADING.width, size * _BOLD), size) <= _HEADING.height:
            return size
    return _TITLE_SIZES[-1]


def text(slide: Any, box: Box, lines: Sequence[str], look: Look) -> Any:
    """A box of paragraphs."""
    shape = slide.shapes.add_textbox(*box.place)
    write(shape.text_frame, lines, look)
    return shape


def write(frame: Any, lines: Sequence[str], look: Look) -> None:
    """The lines as paragraphs of a text frame."""
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = look.align
        paragraph.space_after = Pt(look.gap)
        run = paragraph.add_run()
        run.text = line
        font = run.font
        font.name, font.size, font.bold = FONT, Pt(look.size), look.bold
        font.color.rgb = rgb(look.colour)


def fill(shape: Any, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)


def table(
    slide: Any, top: float, columns: Sequence[Column], rows: Sequence[Sequence[str | Tinted]]
) -> None:
    """A table over the whole width; its first row is the head."""
    box = Box(LEFT, top, sum(column.width for column in columns), 0.7 * (len(rows) + 1))
    made = slide.shapes.add_table(len(rows) + 1, len(columns), *box.place).table
    for at, column in enumerate(columns):
        made.columns[at].width = Cm(column.width)
        head = Look(size=_TEXT, bold=True, align=PP_ALIGN.CENTER)
        _cell(made.cell(0, at), Tinted(column.head, PALE), head)
    for number, row in enumerate(rows, 1):
        for at, (cell, column) in enumerate(zip(row, columns, strict=True)):
            bold = isinstance(cell, Tinted)
            look = Look(size=_TEXT, bold=bold, align=column.align)
            _cell(made.cell(number, at), cell, look, WHITE if number % 2 else BAND)


def row_height(columns: Sequence[Column], row: Sequence[str | Tinted]) -> float:
    """How tall a row of the table will be, in cm."""
    most = max(
        lines(cell if isinstance(cell, str) else cell.text, column.width - 2 * _SIDE, _TEXT)
        for cell, column in zip(row, columns, strict=True)
    )
    return height(most, _TEXT) + 2 * _ABOVE


def _cell(cell: Any, content: str | Tinted, look: Look, plain: str = WHITE) -> None:
    words, tint = (content.text, content.tint) if isinstance(content, Tinted) else (content, plain)
    fill(cell, tint)
    cell.margin_left = cell.margin_right = Cm(_SIDE)
    cell.margin_top = cell.margin_bottom = Cm(_ABOVE)
    write(cell.text_frame, words.split("\n"), look)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
