import pytest

from tolok.registry.reading.limits import Limits
from tolok.registry.reading.testing import (
    codes,
    make_contract,
    reading_of,
    typed_rows,
    write_csv,
)

COLUMNS = list(make_contract())
HEADER = ",".join(COLUMNS)
ROW = ",".join(map(str, make_contract().values()))


def write(path, *lines, end="\n", encoding="utf-8"):
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_any_delimiter_and_encoding_gives_the_same_rows(tmp_path, delimiter, encoding):
    rows = [make_contract(no_kontrak="café; \u00a0"), make_contract(kd_tender=102)]
    path = write_csv(tmp_path / "data.csv", rows, delimiter=delimiter, encoding=encoding)

    reading = reading_of(path)

    assert (reading.source, reading.table) == ("isb", "SPSE-TenderEkontrak-Kontrak")
    assert typed_rows(reading, "kd_tender", "no_kontrak", "_baris") == [
        ("101", "café;", 2),
        ("102", "01/SPK/2025", 3),
    ]


def test_what_is_not_utf_8_is_read_and_said(tmp_path):
    """R-14, quirk 19."""
    path = write(tmp_path / "x.csv", HEADER, ROW.replace("01/SPK", "01\u00a0é"), encoding="cp1252")

    reading = reading_of(path)

    assert (codes(reading), reading.failed, reading.rows) == (["R-14"], False, 1)


def test_nul_characters_are_replaced_and_said(tmp_path):
    """R-14."""
    path = write(tmp_path / "x.csv", HEADER, ROW.replace("SPK", "S\0K"))

    reading = reading_of(path)

    assert codes(reading) == ["R-14"]
    assert typed_rows(reading, "no_kontrak") == [("01/S\ufffdK/2025",)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(tmp_path, end):
    path = write(tmp_path / "x.csv", HEADER, ROW, "", ROW, end=end)

    assert typed_rows(reading_of(path), "_baris") == [(2,), (4,)]


def test_the_delimiter_may_be_declared(tmp_path):
    path = write(tmp_path / "x.csv", "sep=;", HEADER.replace(",", ";"), ROW.replace(",", ";"))

    assert typed_rows(reading_of(path), "_baris") == [(3,)]


def test_rows_of_other_width_are_refused_one_by_one_and_never_shifted(tmp_path):
    """R-10, quirk 17: quotes inside quotes tear a cell apart."""
    torn = ROW.replace("01/SPK/2025", '"Belanja "ATK, kertas", tinta"')
    short = "2025,D999,105"
    path = write(tmp_path / "TENDER 6.csv", HEADER, ROW, torn, ROW, short, ROW + ",,")

    reading = reading_of(path)

    assert [(refusal.row, refusal.problem.rule) for refusal in reading.refused] == [
        (3, "R-10"),
        (5, "R-10"),
    ]
    assert reading.refused[0].problem.where == "TENDER 6.csv, baris 3"
    assert "seharusnya 8" in reading.refused[0].problem.message
    assert [row for (row,) in typed_rows(reading, "_baris")] == [2, 4, 6]
    assert reading.rows == 5


def test_a_refused_row_can_be_written_back_as_it_came(tmp_path):
    path = write(tmp_path / "x.csv", HEADER, ROW + ",lebih")

    [row] = reading_of(path).refused_rows

    assert row.row == 2
    assert row.cells["no_kontrak"] == "01/SPK/2025"
    assert row.cells["kolom 9"] == "lebih"


def test_an_open_quote_does_not_swallow_rows_in_silence(tmp_path):
    path = write(tmp_path / "x.csv", HEADER, ROW, '"' + ROW, ROW, ROW)

    reading = reading_of(path)

    assert [refusal.row for refusal in reading.refused] == [3]
    assert "sampai baris 5" in reading.refused[0].problem.message
    assert reading.rows == 2


def test_a_cell_of_several_lines_is_one_cell(tmp_path):
    path = write(tmp_path / "x.csv", HEADER, ROW.replace("01/SPK/2025", '"a\r\nb"'), ROW)

    assert typed_rows(reading_of(path), "no_kontrak", "_baris") == [
        ("a\r\nb", 2),
        ("01/SPK/2025", 4),
    ]


def test_a_cell_beyond_all_measure_is_refused(tmp_path):
    path = write(tmp_path / "x.csv", HEADER, ROW.replace("SPK", "x" * 3_000), ROW)

    reading = reading_of(path, Limits(cell_characters=2_000))

    assert [refusal.problem.rule for refusal in reading.refused] == ["R-10"]
    assert reading.rows == 2


def test_a_row_beyond_all_measure_is_refused(tmp_path):
    """R-18."""
    path = write(tmp_path / "x.csv", HEADER, ROW.replace("SPK", "x" * 3_000), ROW)

    reading = reading_of(path, Limits(row_characters=2_000))

    assert [refusal.problem.rule for refusal in reading.refused] == ["R-18"]


def test_a_header_without_rows_is_no_data(tmp_path):
    path = write(tmp_path / "x.csv", HEADER)

    reading = reading_of(path)

    assert (reading.table, codes(reading)) == ("SPSE-TenderEkontrak-Kontrak", ["R-01"])


def test_a_missing_amount_of_isb_is_not_zero(tmp_path):
    """R-19."""
    path = write(tmp_path / "x.csv", HEADER, ROW.replace("95000000", "0"))

    assert typed_rows(reading_of(path), "nilai_kontrak", "versi_addendum") == [(None, 0)]


def test_header_and_sums_between_rows_are_no_rows(tmp_path):
    """R-13."""
    total = ",".join(["Jumlah", *[""] * 4, "95000000", "", ""])
    path = write(tmp_path / "x.csv", HEADER, ROW, HEADER, ROW, total)

    reading = reading_of(path)

    assert (reading.rows, codes(reading)) == (2, ["R-13"])


def test_a_column_that_comes_twice_is_refused(tmp_path):
    """R-06."""
    path = write(tmp_path / "x.csv", HEADER + ",Nilai_Kontrak", ROW + ",1")

    reading = reading_of(path)

    assert (codes(reading), reading.failed) == (["R-06"], True)


def test_unknown_columns_are_kept_under_their_own_names(tmp_path):
    path = write(tmp_path / "x.csv", HEADER + ",Catatan,catatan,,_baris", ROW + ",a,b,c,d")

    reading = reading_of(path)

    assert typed_rows(reading, "Catatan", "catatan (2)", "kolom 11", "_baris (2)", "_baris") == [
        ("a", "b", "c", "d", 2)
    ]


def test_too_many_cells_are_refused(tmp_path):
    """R-07."""
    path = write(tmp_path / "x.csv", HEADER, ROW, ROW, ROW)

    assert codes(reading_of(path, Limits(cells=20))) == ["R-07"]
