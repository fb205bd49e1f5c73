import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter
from openpyxl import Workbook

from tolok.registry.reading.limits import Limits
from tolok.registry.reading.testing import (
    as_rows,
    codes,
    make_contract,
    reading_of,
    readings_of,
    typed_rows,
    write_sheets,
)

TABLE = as_rows([make_contract()])
MIDNIGHT = datetime.fromisoformat("2025-03-01")
HALF_PAST_TWO = datetime.fromisoformat("2025-03-01 14:30")


def rewrite(path, part, change):
    """The workbook with one of its parts changed, as no office program would write it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_sheet_becomes_rows_with_their_sheet_and_number(tmp_path):
    path = write_sheets(tmp_path / "x.xlsx", {"Data 2025": TABLE})

    reading = reading_of(path)

    assert (reading.table, reading.sheet) == ("SPSE-TenderEkontrak-Kontrak", "Data 2025")
    assert typed_rows(reading, "kd_tender", "nilai_kontrak", "_baris", "_lembar") == [
        ("101", Decimal("95000000.00"), 2, "Data 2025")
    ]


def test_the_header_is_found_below_a_letterhead(tmp_path):
    """R-13: the line of column numbers and the sum are left out."""
    header, row = TABLE
    numbers = [f"({at})" for at in range(1, len(header) + 1)]
    total = ["JUMLAH", None, None, None, None, 190000000]
    rows = [
        ["PEMERINTAH KABUPATEN CONTOH"],
        [],
        ["Daftar kontrak"],
        header,
        numbers,
        row,
        row,
        total,
    ]
    path = write_sheets(tmp_path / "x.xlsx", {"Data": rows})

    reading = reading_of(path)

    assert typed_rows(reading, "_baris") == [(6,), (7,)]
    assert (reading.rows, codes(reading)) == (2, ["R-13"])
    assert reading.problems[0].message.startswith("2 baris")


def test_a_product_called_total_is_no_sum(tmp_path):
    header, row = TABLE
    named = ["Total Station", *row[1:]]
    path = write_sheets(tmp_path / "x.xlsx", {"Data": [header, row, named]})

    reading = reading_of(path)

    assert [refusal.column for refusal in reading.refused] == ["tahun_anggaran"]


def test_hidden_rows_count(tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, cells in enumerate([*TABLE, TABLE[1]]):
            sheet.write_row(at, 0, cells)
        sheet.set_row(1, options={"hidden": True})

    assert reading_of(path).rows == 2


def test_hidden_and_other_sheets_are_said_and_not_read(tmp_path):
    """R-09, quirk 19."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Data 2025", "Arsip", "_metadata", "Catatan", "Kosong"):
            sheet = book.add_worksheet(name)
            if name != "Kosong":
                for at, cells in enumerate(
                    TABLE if name in {"Data 2025", "Arsip"} else [["a", "b"]]
                ):
                    sheet.write_row(at, 0, cells)
            if name == "Arsip":
                sheet.hide()

    reading = reading_of(path)

    assert (reading.sheet, codes(reading)) == ("Data 2025", ["R-09"] * 3)
    assert [problem.where.split("lembar ")[1] for problem in reading.problems] == [
        "Arsip",
        "_metadata",
        "Catatan",
    ]


def test_every_known_sheet_is_a_reading_of_its_own(tmp_path):
    schedule = [
        ["kd_tender", "kd_tahapan", "tgl_awal", "tgl_akhir"],
        [101, 5, "2025-01-02 08:00:00", "2025-01-05 16:00:00"],
    ]
    path = write_sheets(tmp_path / "x.xlsx", {"Kontrak": TABLE, "Jadwal": schedule})

    readings = readings_of(path)

    assert [(found.sheet, found.table) for found in readings] == [
        ("Kontrak", "SPSE-TenderEkontrak-Kontrak"),
        ("Jadwal", "SPSE-JadwalTahapanTender"),
    ]
    assert len({found.parquet for found in readings}) == 2


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("kd_tender", 4375194.0, "4375194"),
        ("npwp_penyedia", 29614914541000.0, "29614914541000"),
        ("nilai_kontrak", 9756000783.95, Decimal("9756000783.95")),
        ("nilai_kontrak", 1.234, Decimal("1.23")),
        ("nilai_kontrak", "Rp 1.234.567,89", Decimal("1234567.89")),
        ("nilai_kontrak", None, None),
        ("tgl_kontrak", MIDNIGHT, date(2025, 3, 1)),
        ("tgl_kontrak", 45717, date(2025, 3, 1)),
        ("tgl_kontrak", "1 Maret 2025", date(2025, 3, 1)),
        ("tgl_kontrak", "2025-03-01T00:00:00Z", date(2025, 3, 1)),
        (
            "tgl_penetapan_status_kontrak",
            HALF_PAST_TWO,
            HALF_PAST_TWO,
        ),
        ("lingkup_pekerjaan", "a_x000d_\nb_x0007_", "a\r\nb\x07"),
        ("catatan", True, "true"),
        ("catatan", 2.5, "2.5"),
    ],
)
def test_cells_of_a_spreadsheet_are_read_as_meant(tmp_path, column, cell, value):
    path = write_sheets(tmp_path / "x.xlsx", {"Data": as_rows([make_contract(**{column: cell})])})

    assert typed_rows(reading_of(path), column) == [(value,)]


def test_formulas_that_nobody_worked_out_are_refused(tmp_path):
    """R-17."""
    book = Workbook()
    for cells in [*TABLE, ["=1+1", *TABLE[1][1:]]]:
        book.active.append(cells)
    book.save(tmp_path / "x.xlsx")

    reading = reading_of(tmp_path / "x.xlsx")

    assert (codes(reading), reading.failed) == (["R-17"], True)
    assert reading.problems[0].message.startswith("1 sel")


def test_error_values_are_no_empty_cells(tmp_path):
    """R-17."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, cells in enumerate(TABLE):
            sheet.write_row(at, 0, cells)
        sheet.write_formula(1, 5, "=1/0", value="#DIV/0!")

    assert codes(reading_of(path)) == ["R-17"]


def test_formulas_with_values_are_read(tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, cells in enumerate(TABLE):
            sheet.write_row(at, 0, cells)
        sheet.write_formula(1, 5, "=2*5", value=10)
        sheet.write_formula(1, 3, '=""', value="@")
    rewrite(path, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<v>@</v>", b"<v></v>"))

    assert typed_rows(reading_of(path), "nilai_kontrak", "no_kontrak") == [(Decimal("10.00"), None)]


def test_a_column_of_the_table_that_comes_twice_is_refused(tmp_path):
    """R-06."""
    header, row = TABLE
    path = write_sheets(tmp_path / "x.xlsx", {"Data": [[*header, "nilai_kontrak"], [*row, 1]]})

    assert codes(reading_of(path)) == ["R-06"]


def test_a_sheet_beyond_the_limit_is_refused_before_it_is_staged(tmp_path):
    """R-07."""
    path = write_sheets(tmp_path / "x.xlsx", {"Data": [*TABLE, *[TABLE[1]] * 9]})

    assert codes(reading_of(path, Limits(cells=50))) == ["R-07"]


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"lol"'])
def test_entities_are_neither_fetched_nor_expanded(tmp_path, entity):
    path = write_sheets(tmp_path / "x.xlsx", {"Data": TABLE})
    doctype = f"<!DOCTYPE r [<!ENTITY x {entity}>]>".encode()
    rewrite(path, "xl/sharedStrings.xml", lambda part: doctype + part.replace(b"Lumsum", b"&x;"))

    reading = reading_of(path)

    assert codes(reading) == ["R-03"]


def test_a_part_that_comes_twice_is_refused(tmp_path):
    """R-03: two programs would read two different figures."""
    path = write_sheets(tmp_path / "x.xlsx", {"Data": TABLE})
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")

    assert codes(reading_of(path)) == ["R-03"]


def test_a_workbook_without_sheets_is_no_table(tmp_path):
    path = write_sheets(tmp_path / "x.xlsx", {"Data": []})

    assert codes(reading_of(path)) == ["R-04"]


def test_links_to_other_workbooks_and_members_outside_do_nothing(tmp_path):
    path = write_sheets(tmp_path / "x.xlsx", {"Data": TABLE})
    rewrite(path, "../../pwned.txt", lambda _: b"x")

    assert reading_of(path).rows == 1
    assert not (tmp_path.parent / "pwned.txt").exists()
