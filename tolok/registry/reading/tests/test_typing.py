"""From text to types: SQL reads what machines write, the core readers all the rest."""

from datetime import date, datetime
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.registry.reading.casts import SQL_TYPE, fast_cast
from tolok.registry.reading.leftovers import read_leftovers
from tolok.registry.reading.limits import Limits
from tolok.registry.reading.rows import TYPED
from tolok.registry.reading.testing import (
    codes,
    make_contract,
    reading_of,
    typed_rows,
    write_csv,
    write_json,
)
from tolok.registry.tables import Kind

NUMBERS = [
    *("0", "-0", "1", "-17", "+1", "007", "95000000", "95000000.5", "95000000.05", "1.2345"),
    *("1.234", "1,234", "1.234.567,89", "Rp 5.000", "1,5 M", "85%", ".5", "5.", "1e5", "0x10"),
    *("999999999999999", "9999999999999999", "10000000000000000"),
    *("NaN", "inf", "", "-", "null", "\uff11\uff12"),
    *(TYPED + number for number in ("1.234", "0.005", "-2.675", "inf", "1e99")),
    *(TYPED + number for number in ("654549679.8199999809", "10000000000000000.0")),
]
MOMENTS = [
    *("2024-05-04", "2024-05-04 20:00:00", "2024-05-04 08:00", "2024-5-4", "2024/05/04"),
    *("2024-05-04T00:00:00.000000Z", "2024-12-31T22:37:57.979000Z", "2026-06-04T00:00:00Z"),
    *("2024-07-05 00:00:00.000000Z", "2023-06-07T21:55:31.18Z", "2023-06-07 21:55:31.123456789"),
    *("Aug 21, 2024, 12:00:00 AM", "Aug 21, 2024, 12:00:00AM", "Dec 1, 2023, 1:05:09 PM"),
    *("Dec 31, 2025, 12:00:00 PM", "Mei 1, 2024, 12:00:00 AM", "Feb 30, 2024, 12:00:00 AM"),
    *("Aug 21, 2024, 13:00:00 AM", "Aug 21, 2024", "21 Maret 2024", "03/21/2024"),
    *("2024-02-30", "2023-02-29", "2024-13-01", "2024-05-04 24:00:00", "2024-05-04 23:59:60"),
    *("0000-01-01", "1899-12-31", "1900-01-01", "2100-12-31", "2101-01-01"),
    *("2024-05-04T10:00:00+07:00", "2024-05-04T10:00:00+02:00", "45372", "2024", "", "-", "null"),
]
LONG_AGO, FAR_AHEAD = map(datetime.fromisoformat, ("1800-01-01", "2200-01-01"))


@pytest.fixture(scope="module")
def session():
    with duckdb.connect() as connection:
        yield connection


def fast(session, kind, cell):
    """What SQL makes of a cell, or None where it leaves it over."""
    sql = f"SELECT ({fast_cast(kind, '$1::VARCHAR')})::{SQL_TYPE[kind]}"
    [(value,)] = session.execute(sql, [cell]).fetchall()
    return value


def slow(session, kind, cell):
    """What the core readers make of it, in the column's type; a problem stays one."""
    [found] = read_leftovers(kind, [cell], column=[], spreadsheet=False)
    if not isinstance(found, str):
        return found
    [(value,)] = session.execute(f"SELECT $1::{SQL_TYPE[kind]}", [found]).fetchall()
    return value


@pytest.mark.parametrize("kind", [Kind.MONEY, Kind.DECIMAL, Kind.INTEGER])
@pytest.mark.parametrize("cell", NUMBERS)
def test_what_sql_reads_as_a_number_the_core_reads_alike(session, kind, cell):
    assert fast(session, kind, cell) in (None, slow(session, kind, cell))


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.MOMENT])
@pytest.mark.parametrize("cell", MOMENTS)
def test_what_sql_reads_as_a_moment_the_core_reads_alike(session, kind, cell):
    assert fast(session, kind, cell) in (None, slow(session, kind, cell))


@given(st.decimals(-(10**15), 10**15, places=3).map(str) | st.floats(allow_nan=False).map(repr))
def test_any_number_is_read_alike(session, cell):
    assert fast(session, Kind.MONEY, cell) in (None, slow(session, Kind.MONEY, cell))


@given(st.datetimes(LONG_AGO, FAR_AHEAD), st.sampled_from(["T", " "]))
def test_any_moment_is_read_alike(session, moment, between):
    cell = moment.isoformat(between)

    assert fast(session, Kind.MOMENT, cell) in (None, slow(session, Kind.MOMENT, cell))


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (Kind.MONEY, "95000000.05"),
        (Kind.MONEY, f"{TYPED}1.234"),
        (Kind.INTEGER, "2025.0"),
        (Kind.DATE, "2024-07-05 00:00:00.000000Z"),
        (Kind.DATE, "Aug 21, 2024, 12:00:00AM"),
        (Kind.MOMENT, "2024-12-31T22:37:57.979000Z"),
        (Kind.FLAG, "True"),
    ],
)
def test_the_forms_of_real_files_take_the_fast_way(session, kind, cell):
    assert fast(session, kind, cell) is not None


def values_of(tmp_path, column, *cells):
    rows = [make_contract(**{column: cell}) for cell in cells]
    return reading_of(write_json(tmp_path / "data.json", rows))


def test_work_orders_in_two_english_spellings_are_all_read(tmp_path):
    """R-21, quirk 6."""
    orders = [
        {"kd_tender": 1, "no_spmk_spp": "a", "tgl_selesai_pekerjaan": "Aug 21, 2024, 12:00:00 AM"},
        {"kd_tender": 2, "no_spmk_spp": "b", "tgl_selesai_pekerjaan": "Aug 21, 2024, 12:00:00AM"},
    ]

    reading = reading_of(write_json(tmp_path / "spmk.json", orders))

    assert typed_rows(reading, "tgl_selesai_pekerjaan") == [(date(2024, 8, 21),)] * 2


def test_a_z_is_the_local_clock(tmp_path):
    """R-22, quirk 7."""
    reading = values_of(
        tmp_path, "tgl_kontrak", "2024-05-04T00:00:00.000000Z", "2024-07-05 00:00:00.000000Z"
    )

    assert typed_rows(reading, "tgl_kontrak") == [(date(2024, 5, 4),), (date(2024, 7, 5),)]


def test_rows_that_come_twice_stay_twice(tmp_path):
    """R-23, quirk 8."""
    reading = reading_of(write_json(tmp_path / "x.json", [make_contract()] * 3))

    assert (reading.rows, typed_rows(reading, "_baris")) == (3, [(1,), (2,), (3,)])


def test_a_column_decides_what_its_ambiguous_cells_mean(tmp_path):
    reading = values_of(tmp_path, "nilai_kontrak", "1.234", "5.000.000", "1.500,50")

    assert typed_rows(reading, "nilai_kontrak") == [
        (Decimal("1234.00"),),
        (Decimal("5000000.00"),),
        (Decimal("1500.50"),),
    ]


def test_an_ambiguous_cell_without_a_witness_is_refused(tmp_path):
    reading = values_of(tmp_path, "nilai_kontrak", "1.234", "95000000")

    assert [refusal.problem.rule for refusal in reading.refused] == ["N-01"]
    assert typed_rows(reading, "_baris") == [(2,)]


def test_a_number_that_the_file_typed_is_no_witness_for_typed_text(tmp_path):
    reading = values_of(tmp_path, "nilai_kontrak", 1500.5, "1.234")

    assert typed_rows(reading, "nilai_kontrak") == [(Decimal("1500.50"),)]
    assert reading.refused[0].problem.rule == "N-01"


def test_a_bad_cell_refuses_its_row_and_says_where_and_why(tmp_path):
    """R-11 and the core's own rules."""
    rows = [
        make_contract(),
        make_contract(kd_tender=102, nilai_kontrak="seratus", tgl_kontrak="31 Juni 2024"),
        make_contract(kd_tender=103, versi_addendum="1,5"),
    ]
    path = write_csv(tmp_path / "kontrak.csv", rows)

    reading = reading_of(path)

    assert [(r.row, r.column, r.value, r.problem.rule) for r in reading.refused] == [
        (3, "tgl_kontrak", "31 Juni 2024", "D-03"),
        (3, "nilai_kontrak", "seratus", "N-03"),
        (4, "versi_addendum", "1,5", "R-11"),
    ]
    assert reading.refused[0].problem.where == "kontrak.csv, baris 3, kolom tgl_kontrak"
    assert [row.cells["kd_tender"] for row in reading.refused_rows] == ["102", "103"]
    assert (reading.rows, typed_rows(reading, "kd_tender")) == (3, [("101",)])


def test_yes_and_no(tmp_path):
    """R-12."""
    rows = [
        {"kd_rup": at, "nama_paket": "x", "pagu": 1, "metode_pengadaan": "T", "status_aktif_rup": v}
        for at, v in enumerate([True, "False", "1", "tidak", None, "-", "mungkin"])
    ]

    reading = reading_of(write_json(tmp_path / "rup.json", rows))

    found = [value for (value,) in typed_rows(reading, "status_aktif_rup")]
    assert found == [True, False, True, False, None, None]
    assert [refusal.problem.rule for refusal in reading.refused] == ["R-12"]


def test_a_file_that_is_not_what_its_header_says_is_refused_whole(tmp_path):
    """R-16."""
    path = write_json(tmp_path / "x.json", [make_contract(nilai_kontrak="abc")] * 4)

    reading = reading_of(path, Limits(refused_rows=3))

    assert (codes(reading), reading.failed, reading.refused) == (["R-16"], True, ())


def test_columns_that_the_file_lacks_are_there_and_empty(tmp_path):
    reading = reading_of(write_json(tmp_path / "x.json", [make_contract()]))

    assert typed_rows(reading, "nilai_pdn_kontrak", "anggota_kso") == [(None, None)]
    assert reading.columns is not None
    assert reading.columns["kd_tender"] == "kd_tender"
