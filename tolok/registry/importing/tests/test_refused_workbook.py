"""The refused rows as a workbook: all cells as they were, the wrong ones marked with the reason."""

import io

import openpyxl

from tolok.core.problem import Problem
from tolok.registry.importing.refused_workbook import write_refused
from tolok.registry.importing.report import FileReport
from tolok.registry.reading.results import RefusedRow, RowRefusal

TENDER = "SPSE-TenderPengumuman"


def refused(row, column, value, **cells):
    problem = Problem("N-03", f"baris {row}", "Tidak terbaca.")
    return RowRefusal("", row, column, value, problem), RefusedRow("", row, cells)


def report(*rows, table=TENDER):
    refusals, kept = zip(*rows, strict=True)
    return FileReport(
        "t.csv", "0" * 64, "isb", table, refused=len(rows), refusals=refusals, refused_rows=kept
    )


def opened(*files):
    return openpyxl.load_workbook(io.BytesIO(write_refused(files)))


def test_the_wrong_cell_is_red_with_its_reason_as_a_comment():
    book = opened(report(refused(12, "pagu", "1.234", kd_tender="0099", pagu="1.234")))

    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [
        "kd_tender",
        "pagu",
        "Baris asal",
        "Alasan penolakan",
    ]
    assert [cell.value for cell in sheet[2]] == ["0099", "1.234", 12, "N-03: Tidak terbaca."]
    assert sheet["B2"].comment.text == "N-03: Tidak terbaca."
    assert sheet["B2"].fill.fgColor.rgb == "FFF8CBCB"
    assert sheet["A2"].comment is None


def test_nothing_in_a_refused_row_becomes_a_formula_or_a_link():
    cells = {"kd_tender": "=1+1", "url_lpse": "http://contoh.id", '=cmd|" /C calc"!A0': "@SUM(1)"}

    sheet = opened(report(refused(3, "kd_tender", "=1+1", **cells))).worksheets[0]

    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert sheet["A2"].value == "=1+1"


def test_each_file_has_a_sheet_of_its_own_and_files_without_refusals_none():
    one = report(refused(3, "", "", kd_tender="91"))
    long = report(
        refused(4, "", "", kd_tender="92"), table="SIKaP-PenilaianKinerjaPenyedia-NonTender"
    )

    book = opened(one, FileReport("x.csv", "1" * 64, "isb", TENDER), long)

    assert len(book.sheetnames) == 2
    assert all(len(name) <= 31 for name in book.sheetnames)
