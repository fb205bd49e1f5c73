"""R-19: ISB's CSV and JSON of the same row must say the same."""

import pytest

from tolok.registry.sources.isb.csv_habits import as_in_json

COLUMNS = ["kd_nontender", "nilai_kontrak", "nilai_pdn_kontrak", "uraian_pekerjaan"]


@pytest.mark.parametrize(
    ("in_csv", "in_json"),
    [
        (["1", "0", "0", "x"], ["1", "", "", "x"]),
        (["1", "95000", "0", "x"], ["1", "95000", "0", "x"]),
        (["1", "null", "0", "null"], ["1", "", "", ""]),
        (["0", "5", "5", "a\\r\\nb\\tc"], ["0", "5", "5", "a\r\nb\tc"]),
        (["1", "10", "0", "C:\\Data"], ["1", "10", "0", "C:\\Data"]),
    ],
)
def test_a_missing_number_and_a_line_break_come_back(in_csv, in_json):
    assert as_in_json(COLUMNS)(in_csv) == in_json


def test_a_ragged_row_is_left_to_be_refused():
    assert as_in_json(COLUMNS)(["1", "0"]) == ["1", "0"]


def test_a_unit_without_a_budget_structure_has_no_budget_of_zero():
    restore = as_in_json(["tahun_anggaran", "belanja_modal", "total_belanja"])

    assert restore(["0", "0", "0"]) == ["", "", ""]
    assert restore(["2025", "0", "7"]) == ["2025", "0", "7"]
