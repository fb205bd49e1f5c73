"""Tables: fixed widths, head rows that repeat, rows that never split, a sentence when empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from tolok.documents.building.paragraphs import p
from tolok.documents.building.styles import GREY
from tolok.documents.building.xml import Xml, dxa, join, text_of

Align = Literal["left", "center", "right"]
_STYLES: Final[dict[Align, str]] = {
    "left": "Tabel",
    "center": "Tabel Tengah",
    "right": "Tabel Angka",
}


@dataclass(frozen=True)
class Column:
    """A column: what stands at its head, its width in cm, how its cells are set."""

    head: str
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Cell:
    """A cell that is more than a text: blocks, a span, a tint."""

    content: str | tuple[Xml, ...] = ""
    span: int = 1
    align: Align | None = None  # as its column
    style: str = ""  # a style of its own, "Tabel Kepala"
    fill: str = ""  # six hex digits; or, with `{% %}` in it, the template's choice
    merge: Literal["", "restart", "continue"] = ""  # with the cell above
    middle: bool = True  # upright; else at the top
    bottom: bool = False


@dataclass(frozen=True)
class Cells:
    """A cell for each turn of a loop: `Cells("name in aspects", "{{ name }}", columns=4)`.

    The columns are as many as the loop has turns in the usual case; further ones are as wide.
    """

    loop: str
    content: str | Cell
    columns: int


@dataclass(frozen=True)
class Row:
    """Cells from left to right; a text is a cell of its column's kind."""

    cells: tuple[str | Cell | Cells, ...]
    height: float = 0  # cm, at least; rows to be filled in by pen need 0.95
    head: bool = False  # repeated on each page

    @classmethod
    def of(cls, *cells: str | Cell | Cells, height: float = 0) -> "Row":
        return cls(cells, height)

    @classmethod
    def heading(cls, *cells: str | Cell | Cells) -> "Row":
        """A head row; plain texts are set as heads."""
        return cls(tuple(_as_head(cell) for cell in cells), head=True)


def _as_head(cell: str | Cell | Cells) -> Cell | Cells:
    if isinstance(cell, Cells):
        content = cell.content if isinstance(cell.content, Cell) else Cell(cell.content)
        return replace(cell, content=replace(content, style="Tabel Kepala", fill=GREY))
    made = Cell(cell) if isinstance(cell, str) else cell
    return replace(made, style="Tabel Kepala", fill=GREY)


@dataclass(frozen=True)
class Each:
    """Rows once for each: `Each("row in rows", Row.of(…))`."""

    loop: str
    rows: "tuple[Line, ...]"

    def __init__(self, loop: str, *rows: "Line") -> None:
        object.__setattr__(self, "loop", loop)
        object.__setattr__(self, "rows", rows)


@dataclass(frozen=True)
class When:
    """Rows only if the condition holds."""

    condition: str
    rows: "tuple[Line, ...]"

    def __init__(self, condition: str, *rows: "Line") -> None:
        object.__setattr__(self, "condition", condition)
        object.__setattr__(self, "rows", rows)


Line = Row | Each | When


def side_by_side(loop: str, width: float, *blocks: Xml, fill: str = "") -> Xml:
    """One row with as many equal cells as the loop has turns: a legend.

    `fill` is the template's choice of a tint: "{% cellbg 'E7ECEB' if … else 'auto' %}".
    """
    opening, closing = _cell_tag(f"for {loop}"), _cell_tag("endfor")
    chosen = p("Tabel Tengah", fill) if fill else Xml()
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{chosen}{join(blocks)}</w:tc>"
    )
    return Xml(
        f'<w:tbl><w:tblPr><w:tblW w:w="{dxa(width)}" w:type="dxa"/>{_BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{_PADDING}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{dxa(width)}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{opening}{cell}{closing}</w:tr></w:tbl>"
    )


def table(
    columns: Sequence[Column],
    *lines: Line,
    heads: Sequence[Row] | None = None,
    empty: tuple[str, str] | None = None,
    borders: bool = True,
) -> Xml:
    """A table; its head row is made of the columns unless `heads` are given (or none: `()`).

    `empty` is a field and the sentence that stands in the table when that field has no rows.
    """
    if heads is None:
        heads = (Row.heading(*(column.head for column in columns)),)
    rows: list[Line] = [*heads, *lines]
    if empty:
        field, sentence = empty
        rows.append(When(f"not {field}", Row.of(Cell(sentence, len(columns), "center"))))
    width = sum(dxa(column.width) for column in columns)
    columns_xml = "".join(f'<w:gridCol w:w="{dxa(column.width)}"/>' for column in columns)
    body = join(_line(line, columns) for line in rows)
    return Xml(
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{_BORDERS * borders}'
        f'<w:tblLayout w:type="fixed"/>{_PADDING if borders else _NO_PADDING}</w:tblPr>'
        f"<w:tblGrid>{columns_xml}</w:tblGrid>{body}</w:tbl>"
    )


def grid(*widths: float) -> tuple[Column, ...]:
    """Columns without heads, for tables that only set things side by side."""
    return tuple(Column("", width) for width in widths)


def _line(line: Line, columns: Sequence[Column]) -> Xml:
    match line:
        case Each():
            return _around(f"for {line.loop}", line.rows, "endfor", columns)
        case When():
            return _around(f"if {line.condition}", line.rows, "endif", columns)
    return _row(line, columns)


def _around(opening: str, lines: Sequence[Line], closing: str, columns: Sequence[Column]) -> Xml:
    return join([_tag(opening), *(_line(line, columns) for line in lines), _tag(closing)])


def _tag(words: str) -> Xml:
    return Xml(f"<w:tr><w:tc><w:p><w:r>{text_of(f'{{%tr {words} %}}')}</w:r></w:p></w:tc></w:tr>")


def _cell_tag(words: str) -> Xml:
    return Xml(f"<w:tc><w:p><w:r>{text_of(f'{{%tc {words} %}}')}</w:r></w:p></w:tc>")


def _row(row: Row, columns: Sequence[Column]) -> Xml:
    height = f'<w:trHeight w:val="{dxa(row.height)}" w:hRule="atLeast"/>' if row.height else ""
    cells = join(_placed_cells(row, columns))
    return Xml(
        f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' * row.head}</w:trPr>{cells}</w:tr>"
    )


def _placed_cells(row: Row, columns: Sequence[Column]) -> Iterator[Xml]:
    """Each cell over the columns it spans; a row that does not fill its table is a slip."""
    at = 0
    for one in row.cells:
        if isinstance(one, Cells):
            cell = one.content if isinstance(one.content, Cell) else Cell(one.content)
            made = _cell(cell, columns[at : at + 1])
            yield join([_cell_tag(f"for {one.loop}"), made, _cell_tag("endfor")])
            at += one.columns
        else:
            cell = one if isinstance(one, Cell) else Cell(one)
            yield _cell(cell, columns[at : at + cell.span])
            at += cell.span
    if at != len(columns):
        raise ValueError(f"a row of {at} columns in a table of {len(columns)}: {row.cells}")


def _cell(cell: Cell, columns: Sequence[Column]) -> Xml:
    chosen = cell.fill if "{%" in cell.fill else ""
    width = sum(dxa(column.width) for column in columns)
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    fill = cell.fill if cell.fill and not chosen else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    place = "bottom" if cell.bottom else "center" if cell.middle else "top"
    return Xml(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}'
        f'<w:vAlign w:val="{place}"/></w:tcPr>'
        f"{_content(cell, columns[0], chosen)}</w:tc>"
    )


def _content(cell: Cell, column: Column, chosen: str) -> Xml:
    style = cell.style or _STYLES[cell.align or column.align]
    if isinstance(cell.content, tuple):
        return join(cell.content)
    return p(style, *([chosen] if chosen else []), cell.content)


_LINE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_BORDERS: Final = (
    "<w:tblBorders>"
    + "".join(
        f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _padding(sides: int, above: int) -> str:
    widths = (("top", above), ("left", sides), ("bottom", above), ("right", sides))
    told = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in widths)
    return f"<w:tblCellMar>{told}</w:tblCellMar>"


_PADDING: Final = _padding(dxa(0.1), 0)
_ROOMY: Final = _padding(dxa(0.1), dxa(0.04))
_NO_PADDING: Final = _padding(0, 0)  # what stands in it is in line with the text around it


def roomy(body: Xml) -> Xml:
    """The same with tables whose words keep off the lines around them: of letters and reports.

    Forms are set to fit their page. A style for all tables would do, but LibreOffice reads no
    padding from it.
    """
    return Xml(body.replace(_PADDING, _ROOMY))
