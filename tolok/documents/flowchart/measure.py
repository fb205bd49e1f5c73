"""How much room a text needs, by Arial's own widths: rows must have an exact height.

The widths are those of the font's advance table, in thousandths of its size; no font is read.
"""

from typing import Final

_BY_WIDTH: Final = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–é",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS: Final = {sign: width for width, signs in _BY_WIDTH.items() for sign in signs}
_UNKNOWN: Final = 722
_POINT: Final = 2540 / 72 / 10  # 0.01 cm
_LINE: Final = 1.15  # of the size
_BOLD: Final = 1.08  # bold letters are that much wider


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """In 0.01 cm, on one line."""
    units = sum(_WIDTHS.get(sign, _UNKNOWN) for sign in text)
    return units / 1000 * size * _POINT * (_BOLD if bold else 1)


def lines(text: str, width: int, size: float, *, bold: bool = False) -> int:
    """How many lines the text takes; a word that is too long for a line is broken."""
    return sum(_of_paragraph(one, width, size, bold) for one in text.split("\n"))


def text_height(text: str, width: int, size: float, *, bold: bool = False) -> int:
    """In 0.01 cm; 0 for no text."""
    return round(lines(text, width, size, bold=bold) * size * _LINE * _POINT) if text else 0


def _of_paragraph(text: str, width: int, size: float, bold: bool) -> int:
    count, line = 1, 0.0
    blank = text_width(" ", size)
    for word in text.split(" "):
        long = text_width(word, size, bold=bold)
        if line and line + blank + long > width:
            count, line = count + 1, 0.0
        line += (blank if line else 0) + long
        broken = max(0, -int(-line // width) - 1)
        count, line = count + broken, line - broken * width
    return count
