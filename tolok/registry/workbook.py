"""Tables as workbooks: what a page shows, to be worked on elsewhere."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, Final

import xlsxwriter
from django.http import FileResponse
from django.utils.http import content_disposition_header
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """A column of the sheet, its width in characters."""

    label: str
    width: int = 18


@dataclass(frozen=True)
class Sheet:
    """One table of a workbook."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


def workbook_of(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one sheet."""
    return workbook_of_sheets(Sheet(title, columns, rows))


def workbook_of_sheets(*sheets: Sheet) -> bytes:
    """Each with a frozen head and a filter; texts stay texts, whatever they begin with."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        formats = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
        }
        for one in sheets:
            _write(one, book.add_worksheet(one.title[:31]), head, formats)
    return target.getvalue()


def _write(one: Sheet, sheet: Worksheet, head: Format, formats: Mapping[type, Format]) -> None:
    for position, column in enumerate(one.columns):
        sheet.set_column(position, position, column.width)
        sheet.write_string(0, position, column.label, head)
    last = 0
    for last, row in enumerate(one.rows, start=1):
        for position, value in enumerate(row):
            if value is not None:
                sheet.write(last, position, value, formats.get(type(value)))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(one.columns) - 1)


def download(content: bytes | BinaryIO, name: str, kind: str = XLSX) -> FileResponse:
    """A file to be saved, never shown by the browser; the name may hold anything."""
    body = io.BytesIO(content) if isinstance(content, bytes) else content
    response = FileResponse(body, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
