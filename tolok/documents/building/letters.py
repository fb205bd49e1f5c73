"""The head of a letter: kop surat, number and date, addressees, title."""

from typing import Final

from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import each, item, p, when
from tolok.documents.building.tables import Cell, Row, grid, table
from tolok.documents.building.xml import Xml, join

_LOGO_WIDTH: Final = 2.4


def kop(sheet: Sheet) -> Xml:
    """The letterhead of the facts `kop`: logo, government, unit, address, and the rule."""
    words = (
        p("Kop Induk", "{{ kop.government }}"),
        p("Kop Unit", "{{ kop.unit }}"),
        each("line in kop.address", p("Kop Alamat", "{{ line }}")),
    )
    logo = p("Gambar", "{{ kop.logo|gambar(2.0, 2.1) }}")
    beside = grid(_LOGO_WIDTH, sheet.text_width - _LOGO_WIDTH)
    with_logo = table(beside, Row.of(Cell((logo,)), Cell(words)), heads=(), borders=False)
    return join([when("kop.logo", with_logo, otherwise=words), p("Kop Garis")])


def place_and_date() -> Xml:
    """Right of the letterhead; facts `letter`."""
    return p("Tanggal Surat", "{{ letter.place_and_date }}")


def recipients(*closing: Xml) -> Xml:
    """Yth., one name or a numbered list; facts `recipients` (texts as they are to be read)."""
    several = each(
        "one in recipients", item("{{ loop.index }}.", "{{ one }}", style="Alamat Butir")
    )
    return join(
        [
            when(
                "recipients|length == 1",
                p("Alamat Surat", "Yth. {{ recipients[0] }}"),
                otherwise=(p("Alamat Surat", "Yth."), several),
            ),
            *closing,
        ]
    )


def letter_head(sheet: Sheet, *rows: tuple[str, str]) -> Xml:
    """Number, sifat, lampiran, hal at the left; place and date at the right of the first row.

    Rows: `("Nomor", "{{ letter.number }}"), ("Sifat", "{{ nature }}") …`
    """
    first, *rest = rows
    side = 6.2
    columns = grid(2.2, 0.4, sheet.text_width - side - 2.6, side)
    level = '<w:spacing w:after="0"/>'  # with the rows beside it
    date = p("Tanggal Surat", "{{ letter.place_and_date }}", properties=level)
    lines = [
        Row.of(*_label(*first), Cell((date,), middle=False)),
        *(Row.of(*_label(*row), Cell("")) for row in rest),
    ]
    return table(columns, *lines, heads=(), borders=False)


def labelled(sheet: Sheet, *rows: tuple[str, str], label: float = 4.0, left: float = 0) -> Xml:
    """Rows of label : value, aligned ("Hari/tanggal : …"), without lines."""
    columns = grid(*([left] if left else []), label, 0.4, sheet.text_width - label - 0.4 - left)
    indent = [Cell("")] if left else []
    lines = [Row.of(*indent, *_label(*row)) for row in rows]
    return table(columns, *lines, heads=(), borders=False)


def labelled_twice(
    sheet: Sheet, *rows: tuple[str, str], label: float = 3.6, left: float = 0.5
) -> Xml:
    """The same in two columns, for wide sheets: the second row stands beside the first.

    `left` is the share of the first column.
    """
    first = round(sheet.text_width * left, 2)
    values = (round(first - label - 0.4, 2), round(sheet.text_width - first - label - 0.4, 2))
    columns = grid(label, 0.4, values[0], label, 0.4, values[1])
    pairs = zip(rows[::2], rows[1::2], strict=True)
    lines = [Row.of(*_label(*one), *_label(*other)) for one, other in pairs]
    return table(columns, *lines, heads=(), borders=False)


def centred_title(title: str, *under: str) -> Xml:
    """The title, centred and bold; lines under it (number, year) in plain."""
    return join([p("Title", title), *(p("Nomor Surat", line) for line in under)])


def _label(label: str, value: str) -> tuple[Cell, Cell, Cell]:
    blocks = [p("Alamat Surat", text) for text in (label, ":", value)]
    label_cell, colon, value_cell = (Cell((block,), middle=False) for block in blocks)
    return label_cell, colon, value_cell
