"""Tables as workbooks: what a page shows, to be worked on elsewhere."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, Final

import xlsxwriter
from django.http import FileResponse
from django.utils.http import content_disposition_header

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """A column of the sheet, its width in characters."""

    label: str
    width: int = 18


def workbook_of(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet with a frozen head and a filter; texts stay texts, whatever they begin with."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(title[:31])
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        formats = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
        }
        for position, column in enumerate(columns):
            sheet.set_column(position, position, column.width)
            sheet.write_string(0, position, column.label, head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for position, value in enumerate(row):
                if value is not None:
                    sheet.write(last, position, value, formats.get(type(value)))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    return target.getvalue()


def download(content: bytes | BinaryIO, name: str, kind: str = XLSX) -> FileResponse:
    """A file to be saved, never shown by the browser; the name may hold anything."""
    body = io.BytesIO(content) if isinstance(content, bytes) else content
    response = FileResponse(body, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
