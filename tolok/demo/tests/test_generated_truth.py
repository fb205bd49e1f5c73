"""Every error put in on purpose stands in the files as truth.json says."""

import json
from collections import Counter
from decimal import Decimal

import pytest


def own(rows):
    return [row for row in rows if row["kd_klpd"] == "D900"]


ROW_KEYS = {
    "SPSE-TenderPengumuman": "kd_tender",
    "SPSE-PesertaTender": "kd_tender",
    "SPSE-TenderSelesaiNilai": "kd_tender",
    "SPSE-NonTenderPengumuman": "kd_nontender",
    "SPSE-NonTenderSelesai": "kd_nontender",
    "SPSE-PencatatanNonTender": "kd_nontender_pct",
    "RUP-MasterSatker": "kd_satker",
}
CELLS = (
    "ten_fold_value",
    "two_values",
    "dummy_pdn",
    "percent_as_pdn",
    "null_status",
    "dash_status",
    "repeated_tender",
    "running_without_value",
    "dates_out_of_order",
    "work_ends_as_it_starts",
    "contract_ends_as_it_starts",
    "supplier_variant",
    "tax_number_empty",
    "staff_number_rounded",
    "unit_code_changed",
)


@pytest.mark.parametrize("quirk", CELLS)
def test_every_wrong_cell_stands_in_the_files_as_the_truth_says(truth, quirk, rows):
    assert truth[quirk]

    for slip in truth[quirk]:
        found = by_key(rows, slip)
        assert slip["published"] in [row[slip["field"]] for row in found], slip


def by_key(rows, slip):
    kind = "kd_tender" if "SPSE-Tender" in slip["table"] else "kd_nontender"
    key = ROW_KEYS.get(slip["table"], kind)
    table = rows(slip["table"], slip["year"])
    return [row for row in table if row[key] == slip["key"]]


def test_a_ten_fold_value_leaves_the_offer_right(truth, rows):
    slips = [slip for slip in truth["ten_fold_value"] if slip["field"] == "nilai_kontrak"]

    for slip in slips:
        assert slip["published"] == pytest.approx(10 * slip["true"])
        for row in by_key(rows, slip):
            if "nilai_penawaran" in row:
                assert row["nilai_penawaran"] < row["hps"] * 1.01 < slip["published"]


def test_missing_rows_are_missing(truth, rows):
    for quirk in ("value_row_missing", "missing_bast"):
        assert truth[quirk]
        assert not any(by_key(rows, slip) for slip in truth[quirk])


def test_a_finished_contract_without_bast_says_it_is_finished(truth, rows):
    for slip in truth["missing_bast"]:
        contracts = by_key(rows, slip | {"table": slip["table"].replace("BAPBAST", "Kontrak")})
        assert {row["status_kontrak"] for row in contracts} == {"Kontrak Selesai"}


def test_duplicates_are_exact(truth, rows):
    table = "SPSE-NonTenderEkontrak-BAPBAST"
    lines = Counter(json.dumps(row) for row in rows(table))
    expected = [slip for slip in truth["duplicate_row"] if slip["year"] == 2025]

    assert sum(count - 1 for count in lines.values()) == len(expected) > 0


def test_a_finished_tender_without_bids_still_has_its_value(truth, rows):
    assert truth["no_recorded_bid"]

    for slip in truth["no_recorded_bid"]:
        assert {row["nilai_penawaran"] for row in by_key(rows, slip)} == {None}
        assert by_key(rows, slip | {"table": "SPSE-TenderSelesaiNilai"})[0]["nilai_kontrak"]


def test_no_package_carries_two_of_the_errors_that_must_be_told_apart(truth):
    alone = (
        "ten_fold_value",
        "two_values",
        "value_row_missing",
        "no_recorded_bid",
        "dates_out_of_order",
        "work_ends_as_it_starts",
        "missing_bast",
    )
    keys = [{(slip["year"], slip["key"]) for slip in truth[quirk]} for quirk in alone]

    assert sum(map(len, keys)) == len(set().union(*keys))


def test_rows_of_the_other_body_are_all_known(truth, rows):
    foreign = [
        row["kd_tender"]
        for table in ("SPSE-TenderPengumuman", "SPSE-PesertaTender")
        for year in (2023, 2024, 2025)
        for row in rows(table, year)
        if row["kd_klpd"] != "D900"
    ]
    told = [
        slip["key"]
        for slip in truth["other_body"]
        if slip["table"] in ("SPSE-TenderPengumuman", "SPSE-PesertaTender")
    ]

    assert sorted(foreign) == sorted(told)
    assert foreign


def test_the_early_year_has_a_partial_plan_and_says_how_much_is_missing(truth, rows):
    [slip] = truth["partial_rup"]
    plans = rows("RUP-PaketPenyedia-Terumumkan", slip["year"])

    assert slip["year"] == 2023
    assert len(plans) == slip["published"] < slip["true"] / 2


def test_true_inputs_can_be_counted_again_in_the_files(truth, rows):
    """Announcements, failures and offers hold no error that would change their number."""
    inputs = next(one for one in truth["inputs"] if one["year"] == 2025)
    announced = own(rows("SPSE-TenderPengumuman"))

    for method in ("Tender", "Seleksi"):
        numbers = inputs["processes"][method]
        mine = [row for row in announced if row["mtd_pemilihan"] == method]
        failed = [row for row in mine if row["status_tender"] == "Gagal/Batal"]
        assert len(mine) == numbers["announcements"]
        assert len({row["kd_pkt_dce"] for row in mine}) == numbers["packages"]
        assert len(failed) == numbers["failed_announcements"]


def test_true_contract_values_are_the_published_ones_less_the_errors(truth, rows):
    """Sum of the file, with every wrong cell set right and every lost row added."""
    values = own(rows("SPSE-TenderSelesaiNilai", 2024))
    published = sum(Decimal(str(row["nilai_kontrak"] or 0)) for row in values)
    slips = [
        slip
        for quirk in ("ten_fold_value", "value_row_missing")
        for slip in truth[quirk]
        if slip["table"] == "SPSE-TenderSelesaiNilai"
        and slip["field"] == "nilai_kontrak"
        and slip["year"] == 2024
    ]
    for slip in slips:
        published += Decimal(str(slip["true"])) - Decimal(str(slip["published"] or 0))
    for slip in truth["two_values"]:
        published -= Decimal(str(slip["published"])) if slip["year"] == 2024 else 0

    inputs = next(one for one in truth["inputs"] if one["year"] == 2024)
    true = sum(
        Decimal(inputs["processes"][method]["awarded_value"])
        for method in ("Tender", "Seleksi", "Tender Cepat")
        if method in inputs["processes"]
    )
    assert published == true
