"""Tolok's own workbook: packages as rows, to be filled in or corrected and brought in again."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tolok.registry.sources.workbook.fields import WorkbookField, workbook_fields
from tolok.registry.tables import Kind

SHEET: Final = "Paket"
FIRST_ROW: Final = 3
"""Of the data, as the user counts: row 1 has the labels, the hidden row 2 the fields' names."""

_EMPTY_ROWS: Final = 2_000  # to be filled in, below the packages that are there
_WIDTHS: Final = {Kind.TEXT: 28, Kind.CODE: 20, Kind.MONEY: 20, Kind.DATE: 13}
_NUMBER_FORMATS: Final = {
    Kind.TEXT: "@",
    Kind.CODE: "@",  # a code is no number: 01 stays 01
    Kind.MONEY: "#,##0.00",
    Kind.INTEGER: "0",
    Kind.DATE: "dd/mm/yyyy",
}


def write_workbook(target: Path | BinaryIO, packages: Iterable[Mapping[str, Any]] = ()) -> None:
    """The template with these packages, by field name; without any it is empty.

    Brought in again unchanged it changes nothing: every value reads back as it was.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(SHEET)
        formats = {kind: book.add_format({"num_format": f}) for kind, f in _NUMBER_FORMATS.items()}
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        rows = _write_packages(sheet, packages, formats)
        for at, field in enumerate(workbook_fields()):
            sheet.set_column(at, at, _WIDTHS.get(field.kind, 12), formats[field.kind])
            sheet.write_string(0, at, field.label, heading)
            sheet.write_string(1, at, field.name)
            sheet.write_comment(0, at, f"{field.means}\n({field.kind}: {field.name})")
            _offer_choices(sheet, at, field, rows)
        sheet.set_row(1, options={"hidden": True})
        sheet.freeze_panes(FIRST_ROW - 1, 1)


def _write_packages(
    sheet: Worksheet, packages: Iterable[Mapping[str, Any]], formats: Mapping[Kind, Format]
) -> int:
    row = FIRST_ROW - 1
    for package in packages:
        for at, field in enumerate(workbook_fields()):
            _write(sheet, row, at, package.get(field.name), formats[field.kind])
        row += 1
    return row


def _write(sheet: Worksheet, row: int, at: int, value: object, form: Format) -> None:
    """A missing value stays an empty cell; an amount too long for a float is kept as text."""
    match value:
        case None:
            return
        case bool() | str():
            sheet.write_string(row, at, str(value), form)
        case date():
            sheet.write_datetime(row, at, value, form)
        case Decimal() if Decimal(repr(float(value))) != value:
            sheet.write_string(row, at, format(value, "f"), form)
        case _:
            sheet.write_number(row, at, value, form)


def _offer_choices(sheet: Worksheet, at: int, field: WorkbookField, rows: int) -> None:
    """A closed set becomes a drop-down list, a day a check; anything else is free."""
    rule: dict[str, Any]
    if field.choices:
        rule = {"validate": "list", "source": list(field.choices)}
    elif field.kind is Kind.DATE:
        rule = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
    else:
        return
    rule |= {
        "error_title": field.label,
        "error_message": "Pilih dari daftar." if field.choices else "Isi tanggal.",
        "ignore_blank": True,
    }
    sheet.data_validation(FIRST_ROW - 1, at, rows + _EMPTY_ROWS, at, rule)
