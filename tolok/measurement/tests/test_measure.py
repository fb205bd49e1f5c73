"""What a value says, and what it never does."""

from datetime import date
from decimal import Decimal

import pytest

from tolok.core.formula import read_filter
from tolok.core.problem import RefusedError
from tolok.measurement.testing import make_indicator, make_row, make_snapshot
from tolok.measurement.values import measure
from tolok.registry.dictionary import dictionary

SAVING = "100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)"


def where(text):
    return read_filter(text, dictionary())


def saving(**changed):
    usual = {"filter": "status = 'selesai'", "reference_date": "tgl_kontrak"}
    return make_indicator("X1", **{"formula": SAVING, **usual, **changed})


def award(number, hps, contract, **facts):
    usual = {"status": "selesai", "hps": Decimal(hps), "tgl_kontrak": date(2025, 2, 1)}
    contract = None if contract is None else Decimal(contract)
    return make_row(number, **{**usual, "nilai_kontrak": contract, **facts})


def one(folder, rows, indicator=None, **asked):
    (value,) = measure(make_snapshot(folder, rows), [indicator or saving()], **asked)
    return value


def test_a_value_carries_numerator_and_denominator_without_the_factor(tmp_path):
    value = one(tmp_path, [award(1, 100, 90), award(2, 300, 210)])

    assert value.value == Decimal(25)
    assert (value.numerator, value.denominator) == (Decimal(100), Decimal(400))
    assert (value.rows, value.left_out, value.reason) == (2, 0, "")
    assert (value.lowest, value.highest) == (Decimal(25), Decimal(25))


def test_a_value_names_its_snapshot_and_its_formula(tmp_path):
    snapshot = make_snapshot(tmp_path, [award(1, 100, 90)])

    (value,) = measure(snapshot, [saving()])

    assert value.snapshot == snapshot.sha256
    assert value.formula_version == saving().version
    assert value.formula_version != saving(filter="status <> 'gagal'").version


def test_a_package_without_a_needed_fact_is_left_out_and_never_counts_as_zero(tmp_path):
    rows = [award(1, 100, 90), award(2, 100, None), award(3, 100, 0) | {"hps": None}]

    value = one(tmp_path, rows)

    assert (value.value, value.rows, value.left_out) == (Decimal(10), 1, 2)


def test_a_denominator_of_zero_gives_no_value_but_a_reason(tmp_path):
    value = one(tmp_path, [award(1, 0, 0)])

    assert value.value is None
    assert value.reason == "tidak dapat dihitung: penyebutnya 0"


def test_a_sum_over_no_rows_is_not_zero(tmp_path):
    value = one(tmp_path, [award(1, 100, 90, status="gagal")], saving(formula="sum(hps)"))

    assert value.value is None
    assert value.reason == "tidak dapat dihitung: tidak ada data yang memenuhi syarat"


def test_a_count_may_be_zero_where_there_are_packages_to_count(tmp_path):
    failures = make_indicator("X2", formula="count(*)", filter="status = 'gagal'", unit="paket")

    some = one(tmp_path, [award(1, 100, 90)], failures)
    none = one(tmp_path, [], failures)

    assert (some.value, some.rows, some.left_out) == (Decimal(0), 0, 1)
    assert none.value is None


def test_an_indicator_that_needs_more_data_says_which(tmp_path):
    survey = make_indicator("X3", formula=None, needs="hasil survei")

    value = one(tmp_path, [award(1, 100, 90)], survey)

    assert value.value is None
    assert value.reason == "belum dapat dihitung: perlu hasil survei"


def test_a_share_is_not_zero_because_its_data_were_never_imported(tmp_path):
    share = make_indicator(
        "X4",
        formula="100 * count(case when mtd_pemilihan = 'Seleksi' then 1 end) / count(*)",
        must_exist=["mtd_pemilihan = 'Seleksi'"],
    )

    without = one(tmp_path, [award(1, 100, 90)], share)
    with_it = one(tmp_path, [award(1, 100, 90), award(2, 1, 1, mtd_pemilihan="Seleksi")], share)

    assert without.value is None
    assert "belum ada data dengan metode pemilihan “Seleksi”" in without.reason
    assert with_it.value == Decimal(50)


def test_only_the_methods_of_the_sop_count_unless_the_indicator_names_its_own(tmp_path):
    rows = [award(1, 100, 90), award(2, 100, 50, mtd_pemilihan="E-Purchasing")]

    assert one(tmp_path, rows).value == Decimal(10)
    assert one(tmp_path, rows, saving(scope=[])).value == Decimal(30)


def test_a_filter_that_names_the_method_replaces_the_scope_any_other_narrows_it(tmp_path):
    rows = [award(1, 100, 90), award(2, 100, 50, mtd_pemilihan="E-Purchasing")]

    chosen = one(tmp_path, rows, where=where("mtd_pemilihan = 'E-Purchasing'"))
    narrowed = one(tmp_path, rows, where=where("hps > 0"))

    assert chosen.value == Decimal(50)
    assert narrowed.value == Decimal(10)


def test_rows_of_other_kinds_count_only_where_the_indicator_names_them(tmp_path):
    rows = [award(1, 100, 90), award(2, 100, 50, baris="rup")]

    assert one(tmp_path, rows).value == Decimal(10)
    assert one(tmp_path, rows, saving(rows=["rup"])).value == Decimal(50)


def test_a_package_taken_out_by_a_person_does_not_count(tmp_path):
    rows = [award(1, 100, 90), award(2, 100, 50)]

    value = one(tmp_path, rows, exclusions={"X1": {"P0002": "salah ketik"}})

    assert (value.value, value.rows, value.left_out) == (Decimal(10), 1, 1)


def test_periods_place_packages_by_the_reference_date_and_add_up_to_the_year(tmp_path):
    rows = [
        award(1, 100, 90),
        award(2, 100, 80, tgl_kontrak=date(2025, 3, 31)),
        award(3, 100, 70, tgl_kontrak=date(2025, 12, 31)),
        award(4, 100, 60, tgl_kontrak=date(2026, 1, 1)),
        award(5, 100, 50, tgl_kontrak=None),
    ]
    snapshot = make_snapshot(tmp_path, rows)

    year, *_ = measure(snapshot, [saving()])
    quarters = measure(snapshot, [saving()], by=["triwulan"])

    assert [(one.group["triwulan"], one.value) for one in quarters] == [
        ("1", Decimal(15)),
        ("4", Decimal(30)),
        ("luar tahun", Decimal(40)),
        ("tanpa tanggal", Decimal(50)),
    ]
    assert sum(one.numerator for one in quarters) == year.numerator
    assert sum(one.denominator for one in quarters) == year.denominator


@pytest.mark.parametrize(
    ("by", "key"),
    [("bulan", "2"), ("triwulan", "1"), ("semester", "1"), ("tahun", "2025")],
)
def test_a_year_is_cut_into_months_quarters_semesters_or_not_at_all(tmp_path, by, key):
    value = one(tmp_path, [award(1, 100, 90)], by=[by])

    assert value.group == {by: key}


def test_values_are_given_by_unit_method_and_quarter_together(tmp_path):
    rows = [
        award(1, 100, 90, kd_satker="1.02"),
        award(2, 100, 80, kd_satker="1.01", mtd_pemilihan="Seleksi"),
        award(3, 100, 70),
    ]

    values = measure(
        make_snapshot(tmp_path, rows), [saving()], by=["kd_satker", "mtd_pemilihan", "triwulan"]
    )

    assert [tuple(one.group.values()) for one in values] == [
        ("", "Tender", "1"),
        ("1.01", "Seleksi", "1"),
        ("1.02", "Tender", "1"),
    ]


def test_each_indicator_is_placed_by_its_own_date(tmp_path):
    announced = saving(reference_date="tgl_pengumuman")
    signed = make_indicator("X2", formula="count(*)", reference_date="tgl_kontrak")
    row = award(1, 100, 90, tgl_pengumuman=date(2025, 1, 5), tgl_kontrak=date(2025, 4, 5))

    values = measure(make_snapshot(tmp_path, [row]), [announced, signed], by=["triwulan"])

    assert [(one.code, one.group["triwulan"]) for one in values] == [("X1", "1"), ("X2", "2")]


def test_different_values_are_counted_once_beside_other_sums(tmp_path):
    suppliers = make_indicator("X2", formula="count(distinct npwp_penyedia)", unit="penyedia")
    per_supplier = make_indicator("X3", formula="sum(hps) / count(distinct npwp_penyedia)")
    rows = [
        award(1, 100, 90, npwp_penyedia="a", kd_satker="1"),
        award(2, 100, 90, npwp_penyedia="a", kd_satker="2"),
        award(3, 100, 90, npwp_penyedia="b", kd_satker="2"),
        award(4, 100, 90),
    ]
    snapshot = make_snapshot(tmp_path, rows)

    whole = measure(snapshot, [suppliers, per_supplier])
    units = measure(snapshot, [suppliers], by=["kd_satker"])

    assert [one.value for one in whole] == [Decimal(2), Decimal(150)]
    assert {one.group["kd_satker"]: one.value for one in units} == {
        "1": Decimal(1),
        "2": Decimal(2),
        "": None,
    }


def test_values_may_be_grouped_only_by_what_groups(tmp_path):
    with pytest.raises(RefusedError) as refusal:
        one(tmp_path, [], by=["hps"])

    assert refusal.value.problems[0].rule == "M-02"


def test_a_sum_with_too_many_digits_does_not_take_the_others_with_it(tmp_path):
    huge = make_indicator("X2", formula="sum(hps * jumlah_pendaftar * jumlah_pendaftar)")
    row = award(1, "900000000000000000", 90, jumlah_pendaftar=2**62)

    values = measure(make_snapshot(tmp_path, [row]), [saving(), huge])

    assert values[0].value is not None
    assert values[1].value is None
    assert values[1].reason == "tidak dapat dihitung: angkanya terlalu besar"


def test_sums_keep_every_digit_however_large(tmp_path):
    large = Decimal("999999999999999999.99")
    total = make_indicator("X2", formula="sum(hps) / 3", unit="Rp")

    value = one(tmp_path, [award(number, large, 1) for number in range(50)], total)

    assert value.numerator == Decimal("49999999999999999999.50")
    assert value.value == Decimal("16666666666666666666.5")


def test_money_times_a_plain_number_is_exact(tmp_path):
    tax = make_indicator("X2", formula="sum(hps * 0.11) / sum(hps)", unit="Rp")

    value = one(tmp_path, [award(1, "0.03", 1), award(2, "1000000000000.07", 1)], tax)

    assert value.numerator == Decimal("110000000000.0110")
    assert value.value == Decimal("0.11")
