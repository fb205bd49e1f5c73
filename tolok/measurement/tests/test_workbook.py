"""The workbook of an explanation computes, and no text in it ever becomes a formula."""

import io
from dataclasses import dataclass
from decimal import Decimal

import openpyxl

from tolok.measurement.explain import explain
from tolok.measurement.testing import make_indicator, make_row, make_snapshot
from tolok.measurement.workbook import explanation_workbook

SAVING = make_indicator(
    "X1",
    formula="100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)",
    filter="status = 'selesai'",
)


@dataclass(frozen=True)
class Place:
    file: str
    row: int


def award(number, **facts):
    usual = {"status": "selesai", "hps": Decimal(100), "nilai_kontrak": Decimal(90)}
    return make_row(number, **{**usual, **facts})


def workbook(folder, rows, sources=None):
    found = explain(make_snapshot(folder, rows), SAVING)
    return explanation_workbook(SAVING, found, sources or {})


def opened(content, **options):
    return openpyxl.load_workbook(io.BytesIO(content), **options)


def test_numerator_denominator_and_value_are_formulas_over_the_rows(tmp_path):
    content = workbook(tmp_path, [award(1), award(2, nilai_kontrak=Decimal(70))])

    sheet = opened(content)["Nilai"]
    values = opened(content, data_only=True)["Nilai"]
    formulas = {row[0].value: row[1].value for row in sheet.rows}
    computed = {row[0].value: row[1].value for row in values.rows}

    assert formulas["Pembilang"] == "=SUM(Baris!C2:C3)"
    assert formulas["Penyebut"] == "=SUM(Baris!D2:D3)"
    assert formulas["Nilai"] == "=100/1*B7/B8"
    assert (computed["Pembilang"], computed["Penyebut"], computed["Nilai"]) == (40, 200, 20)


def test_rows_name_their_sources_and_the_others_their_reason(tmp_path):
    rows = [award(1), award(2, status="gagal"), award(3, nilai_kontrak=None)]

    book = opened(workbook(tmp_path, rows, {"P0001": [Place("tender.json", 7)]}))

    assert [cell.value for cell in book["Baris"][2]] == [
        "P0001",
        "Paket 1",
        10,
        100,
        "tender.json baris 7",
    ]
    assert [row[2].value for row in book["Tidak dihitung"].rows][1:] == [
        "tidak memenuhi saringan: status paket “selesai”",
        "nilai kontrak belum ada",
    ]
    assert [cell.value for cell in book["Belum pasti"][2]] == ["P0003", "lengkapi nilai kontrak"]


def test_what_stems_from_the_data_is_never_a_formula(tmp_path):
    evil = '=HYPERLINK("http://x")'

    book = opened(workbook(tmp_path, [award(1, nama_paket=evil), award(2, nama_paket="+1")]))

    for sheet in ("Baris", "Tidak dihitung", "Belum pasti"):
        assert all(cell.data_type != "f" for row in book[sheet].rows for cell in row)
    assert book["Baris"]["B2"].value == evil


def test_the_same_explanation_gives_the_same_bytes(tmp_path):
    assert workbook(tmp_path, [award(1)]) == workbook(tmp_path, [award(1)])
