from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tolok.registry.reading.testing import codes, reading_of, typed_rows
from tolok.registry.sources.workbook.fields import TABLE, workbook_fields
from tolok.registry.sources.workbook.template import FIRST_ROW, write_workbook
from tolok.registry.tables import Kind, tables

NAMES = [field.name for field in workbook_fields()]
PACKAGE = {
    "kd_paket": "0101",
    "nama_paket": "=Rehabilitasi Gedung, tahap 1",
    "mtd_pemilihan": "Tender",
    "npwp_penyedia": "0012345678901000",
    "pagu": Decimal("100000000.00"),
    "hps": Decimal("99999999999999.99"),
    "nilai_kontrak": Decimal("1234567890123456.78"),
    "jumlah_penawar": 3,
    "tgl_bast": date(2025, 3, 21),
}
VALUES = {
    Kind.TEXT: st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20),
    Kind.CODE: st.from_regex(r"[0-9]{1,18}", fullmatch=True),
    Kind.MONEY: st.decimals(0, Decimal(10) ** 15, places=2),
    Kind.INTEGER: st.integers(0, 10**9),
    Kind.DATE: st.dates(date(2000, 1, 1), date(2099, 12, 31)),
}


def read_back(path):
    reading = reading_of(path)
    return reading, [dict(zip(NAMES, row, strict=True)) for row in typed_rows(reading, *NAMES)]


def test_a_workbook_of_ours_comes_back_as_it_went_out(tmp_path):
    path = tmp_path / "paket.xlsx"
    write_workbook(path, [PACKAGE, {"kd_paket": "0102", "nama_paket": "Jalan"}])

    reading, rows = read_back(path)

    assert (reading.source, reading.table, reading.rows) == ("workbook", TABLE, 2)
    assert (reading.problems, reading.refused) == ((), ())
    assert rows[0] == dict.fromkeys(NAMES) | PACKAGE
    assert rows[1] == dict.fromkeys(NAMES) | {"kd_paket": "0102", "nama_paket": "Jalan"}
    assert typed_rows(reading, "_baris") == [(FIRST_ROW,), (FIRST_ROW + 1,)]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({field.name: VALUES[field.kind] for field in workbook_fields()}))
def test_whatever_the_values_nothing_changes_on_the_way(tmp_path, package):
    path = tmp_path / "paket.xlsx"
    write_workbook(path, [package])

    assert read_back(path)[1] == [package]


def test_the_empty_template_has_no_data(tmp_path):
    path = tmp_path / "kosong.xlsx"
    write_workbook(path)

    reading = reading_of(path)

    assert (reading.table, reading.rows, reading.failed) == (TABLE, 0, False)
    assert codes(reading) == ["R-01"]


def test_the_labels_alone_are_header_enough(tmp_path):
    path = tmp_path / "label.xlsx"
    write_workbook(path, [PACKAGE])
    book = load_workbook(path)
    book.active.delete_rows(2)
    book.save(path)

    reading, rows = read_back(path)

    assert (reading.table, rows[0]["kd_paket"]) == (TABLE, "0101")


def test_the_template_shows_labels_and_offers_choices():
    file = BytesIO()
    write_workbook(file)

    sheet = load_workbook(file).active

    assert [cell.value for cell in sheet[1]] == [field.label for field in workbook_fields()]
    assert sheet.row_dimensions[2].hidden
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert any("Tender Cepat" in str(choices) for choices in lists)


@pytest.mark.parametrize("name", ["kd_paket", "kd_satker", "npwp_penyedia"])
def test_codes_are_codes_in_the_workbook_too(name):
    assert tables()[TABLE].kind_of(name) is Kind.CODE
