"""Workbooks with live formulas: `workbook.py` of a folder fills a `Book`.

    def fill(book: Book, facts: Facts) -> None:
        sheet = book.sheet("F5", widths=(6, 40, 10))
        sheet.row(["No", "Aspek", "Bobot"], "head")
        first = sheet.next_row
        ...
        sheet.cell(3, Formula(f"=SUM(C{first}:C{last})", facts.total), "number")

A formula is written with the value of the facts, so that a reader that does not compute shows it.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from tolok.documents.document import Document
from tolok.documents.facts import Missing

_CREATED: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed mark, no moment
_BASE: Final = {"font_name": "Arial", "font_size": 10, "valign": "vcenter", "text_wrap": True}
_BOX: Final = {"border": 1}
_GREY: Final = "#E7ECEB"
_INPUT: Final = _BOX | {"bg_color": "#FFF9E5", "locked": False}
STYLES: Final[dict[str, dict[str, Any]]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 12, "text_wrap": False},
    "note": {"font_size": 8, "text_wrap": False},
    "label": {"text_wrap": False},
    "head": _BOX | {"bold": True, "align": "center", "bg_color": _GREY},
    "text": _BOX,
    "centre": _BOX | {"align": "center"},
    "whole": _BOX | {"num_format": "#,##0"},
    "number": _BOX | {"num_format": "#,##0.00"},
    "rupiah": _BOX | {"num_format": '"Rp"#,##0.00'},
    "percent": _BOX | {"num_format": '0.00" %"'},
    "date": _BOX | {"num_format": "dd/mm/yyyy", "align": "center"},
    "total": _BOX | {"bold": True, "bg_color": _GREY, "num_format": "#,##0.00"},
    "total_text": _BOX | {"bold": True, "bg_color": _GREY},
    "input": _INPUT,
    "input_whole": _INPUT | {"num_format": "#,##0"},
    "input_rupiah": _INPUT | {"num_format": '"Rp"#,##0.00'},
    "input_date": _INPUT | {"num_format": "dd/mm/yyyy", "align": "center"},
}


@dataclass(frozen=True)
class Formula:
    """A live formula and the value it has now; a missing value stands as its reason."""

    text: str  # English names and commas: "=SUM(C4:C7)"; Excel shows them in the user's language
    value: Decimal | int | str | Missing


Value = str | int | Decimal | date | Formula | Missing | None


class Book:
    """A workbook with the same bytes for the same facts."""

    def __init__(self, document: Document) -> None:
        self._out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._out, options)
        title = f"{document.code} {document.title}"
        self._book.set_properties({"title": title, "author": "Tolok", "created": _CREATED})
        self._book.set_calc_mode("auto")
        self._footer = f"&L&8{document.code} · {document.title}&R&8Halaman &P dari &N"
        self._formats: dict[str, Any] = {}

    def sheet(self, name: str, *, widths: Sequence[float], landscape: bool = False) -> "Sheet":
        """A new sheet for A4; widths in characters."""
        made = self._book.add_worksheet(name)
        for at, width in enumerate(widths):
            made.set_column(at, at, width)
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.set_footer(self._footer)
        if landscape:
            made.set_landscape()
        return Sheet(made, self)

    def format(self, style: str) -> Any:
        if style not in self._formats:
            self._formats[style] = self._book.add_format(_BASE | STYLES[style])
        return self._formats[style]

    def to_bytes(self) -> bytes:
        self._book.close()
        return self._out.getvalue()


class Sheet:
    """Written from the top down; columns and rows are numbered from 1, as formulas see them."""

    def __init__(self, sheet: Any, book: Book) -> None:
        self._sheet, self._book = sheet, book
        self.next_row = 1

    def row(self, values: Sequence[Value], style: str | Sequence[str] = "plain") -> int:
        """One row from column 1, in one style or one for each cell; gives its number."""
        at = self.next_row
        styles = [style] * len(values) if isinstance(style, str) else style
        for column, (value, name) in enumerate(zip(values, styles, strict=True), 1):
            self.write(at, column, value, name)
        self.next_row += 1
        return at

    def skip(self, rows: int = 1) -> None:
        self.next_row += rows

    def write(self, row: int, column: int, value: Value, style: str = "plain") -> None:
        """One cell; a missing value is its reason, a text never becomes a formula."""
        look = self._book.format(style)
        place = (row - 1, column - 1)
        match value:
            case None:
                self._sheet.write_blank(*place, None, look)
            case Missing():
                self._sheet.write_string(*place, value.reason, look)
            case Formula():
                known = value.value.reason if isinstance(value.value, Missing) else value.value
                self._sheet.write_formula(*place, value.text, look, known)
            case str():
                self._sheet.write_string(*place, value, look)
            case date():
                self._sheet.write_datetime(*place, value, look)
            case int() | Decimal():
                self._sheet.write_number(*place, value, look)

    def merge(self, value: str, columns: int, style: str = "title") -> int:
        """A text over the first columns of the next row."""
        at = self.next_row
        self._sheet.merge_range(at - 1, 0, at - 1, columns - 1, value, self._book.format(style))
        self.next_row += 1
        return at

    def repeat(self, first: int, last: int) -> None:
        """The head rows: repeated on paper, standing still on the screen."""
        self._sheet.repeat_rows(first - 1, last - 1)
        self._sheet.freeze_panes(last, 0)

    # What may be written in a column; a wrong entry is refused with a sentence

    def choices(self, words: Sequence[str], *, rows: tuple[int, int], column: int) -> None:
        """One of these words."""
        allowed = {"validate": "list", "source": list(words)}
        self._allow(allowed, "Pilih salah satu dari daftar.", rows, column)

    def not_negative(self, *, rows: tuple[int, int], column: int, whole: bool) -> None:
        """A number from zero, in whole numbers where it is a count."""
        allowed = {"validate": "integer" if whole else "decimal", "criteria": ">=", "value": 0}
        self._allow(allowed, "Isi dengan angka, nol atau lebih.", rows, column)

    def dates(self, *, rows: tuple[int, int], column: int) -> None:
        """A day that Excel knows as one."""
        allowed = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
        self._allow(allowed, "Isi dengan tanggal, misalnya 06/01/2026.", rows, column)

    def _allow(
        self, allowed: dict[str, Any], sentence: str, rows: tuple[int, int], column: int
    ) -> None:
        said = {"error_title": "Isian belum sesuai", "error_message": sentence}
        first, last = rows[0] - 1, rows[1] - 1
        self._sheet.data_validation(first, column - 1, last, column - 1, allowed | said)
