"""An explanation as a workbook that computes: sums and quotient are formulas over its rows."""

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tolok.core.formula.words import formula_in_words
from tolok.core.indicator import Indicator
from tolok.measurement.explain import Explanation, Sources

FIRST_ROW: Final = 1  # below the heading
USED: Final = "Baris"
MADE_ON: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the same explanation gives the same bytes
OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def explanation_workbook(indicator: Indicator, found: Explanation, sources: Sources) -> bytes:
    """Four sheets: the value, the rows that make it, those left out, those not settled.

    What stems from the data is written as text or number, never as a formula.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"created": MADE_ON})
        bold = book.add_format({"bold": True})
        number = book.add_format({"num_format": "#,##0.00"})
        _write_value(book.add_worksheet("Nilai"), indicator, found, bold)
        _write_used(book.add_worksheet(USED), found, sources, (bold, number))
        left_out = [(row.package, row.name, row.reason) for row in found.left_out]
        _write_texts(
            book.add_worksheet("Tidak dihitung"), ("Paket", "Nama", "Alasan"), left_out, bold
        )
        unsettled = [(row.package, ", ".join(row.facts)) for row in found.open]
        _write_texts(
            book.add_worksheet("Belum pasti"), ("Paket", "Yang diperlukan"), unsettled, bold
        )
    return target.getvalue()


def _write_value(sheet: Worksheet, indicator: Indicator, found: Explanation, bold: Format) -> None:
    value = found.value
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 60)
    texts = [
        ("Indikator", f"{indicator.code} {indicator.name}"),
        ("Rumus", formula_in_words(indicator.formula) if indicator.formula else ""),
        ("Rincian", ", ".join(f"{name}: {key}" for name, key in value.group.items())),
        ("Potret data", value.snapshot),
        ("Versi rumus", value.formula_version),
        ("Keterangan", value.reason or value.interval_reason),
    ]
    for row, (label, text) in enumerate(texts):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, text)
    last = FIRST_ROW + max(len(found.rows), 1)
    below = f"=SUM({USED}!D{FIRST_ROW + 1}:D{last})"
    computed = [
        ("Pembilang", f"=SUM({USED}!C{FIRST_ROW + 1}:C{last})", value.numerator),
        ("Penyebut", below, value.denominator),
        ("Nilai", _quotient(indicator, len(texts) + 1), value.value),
        ("Terendah", None, value.lowest),
        ("Tertinggi", None, value.highest),
    ]
    for row, (label, formula, result) in enumerate(computed, start=len(texts)):
        sheet.write_string(row, 0, label, bold)
        if result is not None and formula:
            sheet.write_formula(row, 1, formula, None, float(result))
        elif result is not None:
            sheet.write_number(row, 1, float(result))


def _quotient(indicator: Indicator, above: int) -> str:
    """`above` is the row, counted from 1, in which the numerator stands."""
    formula = indicator.formula
    if formula is None:
        return ""
    factor = f"{formula.factor.numerator}/{formula.factor.denominator}"
    divided = "" if formula.denominator is None else f"/B{above + 1}"
    return f"={factor}*B{above}{divided}"


def _write_used(
    sheet: Worksheet, found: Explanation, sources: Sources, formats: tuple[Format, Format]
) -> None:
    bold, number = formats
    sheet.set_column(0, 1, 28)
    sheet.set_column(2, 3, 20)
    sheet.set_column(4, 4, 60)
    sheet.freeze_panes(FIRST_ROW, 0)
    for column, label in enumerate(("Paket", "Nama", "Pembilang", "Penyebut", "Sumber")):
        sheet.write_string(0, column, label, bold)
    for line, row in enumerate(found.rows, start=FIRST_ROW):
        sheet.write_string(line, 0, row.package)
        sheet.write_string(line, 1, row.name)
        _write_number(sheet, (line, 2), row.numerator, number)
        _write_number(sheet, (line, 3), row.denominator, number)
        places = (f"{one.file} baris {one.row}" for one in sources.get(row.package, ()))
        sheet.write_string(line, 4, "; ".join(places))


def _write_number(
    sheet: Worksheet, cell: tuple[int, int], amount: Decimal | None, shown: Format
) -> None:
    if amount is not None:
        sheet.write_number(*cell, float(amount), shown)


def _write_texts(
    sheet: Worksheet, head: Sequence[str], rows: Sequence[Sequence[str]], bold: Format
) -> None:
    sheet.set_column(0, len(head) - 1, 36)
    sheet.freeze_panes(FIRST_ROW, 0)
    for column, label in enumerate(head):
        sheet.write_string(0, column, label, bold)
    for line, row in enumerate(rows, start=FIRST_ROW):
        for column, text in enumerate(row):
            sheet.write_string(line, column, text)
