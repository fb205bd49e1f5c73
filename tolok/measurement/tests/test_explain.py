"""Where a figure comes from: the listed rows add up to it, and every other row says why not."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from tolok.core.formula import read_filter
from tolok.core.problem import RefusedError
from tolok.measurement.catalogue import shipped
from tolok.measurement.explain import explain
from tolok.measurement.groups import OUTSIDE, UNDATED
from tolok.measurement.testing import make_indicator, make_row, make_snapshot
from tolok.measurement.tests.random_rows import random_row
from tolok.measurement.values import measure
from tolok.registry.dictionary import dictionary

SAVING = make_indicator(
    "X1",
    formula="100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)",
    filter="status = 'selesai' and jumlah_penawar > 1",
)


def award(number, **facts):
    usual = {
        "status": "selesai",
        "jumlah_penawar": 3,
        "hps": Decimal(100),
        "nilai_kontrak": Decimal(90),
    }
    return make_row(number, **{**usual, **facts})


def test_each_package_tells_what_it_adds(tmp_path):
    snapshot = make_snapshot(tmp_path, [award(1), award(2, nilai_kontrak=Decimal(75))])

    found = explain(snapshot, SAVING)

    assert [(row.package, row.numerator, row.denominator) for row in found.rows] == [
        ("P0001", Decimal(10), Decimal(100)),
        ("P0002", Decimal(25), Decimal(100)),
    ]
    assert found.value.value == Decimal("17.5")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"nilai_kontrak": None}, "nilai kontrak belum ada"),
        ({"nilai_kontrak": None, "hps": None}, "HPS belum ada; nilai kontrak belum ada"),
        ({"status": "gagal"}, "tidak memenuhi saringan: status paket “selesai”"),
        (
            {"status": "gagal", "nilai_kontrak": None},
            "tidak memenuhi saringan: status paket “selesai”",
        ),
        (
            {"status": "gagal", "jumlah_penawar": 1},
            "tidak memenuhi saringan: status paket “selesai”; "
            "tidak memenuhi saringan: jumlah penawar lebih dari 1",
        ),
        ({"jumlah_penawar": None}, "data penawar belum ada"),
    ],
)
def test_each_package_left_out_says_why(tmp_path, facts, reason):
    found = explain(make_snapshot(tmp_path, [award(1), award(2, **facts)]), SAVING)

    assert [(row.package, row.reason) for row in found.left_out] == [("P0002", reason)]
    assert [row.package for row in found.rows] == ["P0001"]


def test_a_package_taken_out_tells_the_reason_a_person_gave(tmp_path):
    snapshot = make_snapshot(tmp_path, [award(1), award(2)])

    found = explain(snapshot, SAVING, excluded={"P0002": "kontrak payung"})

    assert found.left_out[0].reason == "dikecualikan: kontrak payung"


def test_packages_of_other_methods_are_not_listed_at_all(tmp_path):
    snapshot = make_snapshot(tmp_path, [award(1, mtd_pemilihan="E-Purchasing")])

    found = explain(snapshot, SAVING)

    assert (found.rows, found.left_out) == ((), ())


def test_the_packages_that_would_settle_the_value_are_named(tmp_path):
    disputed = {"nilai_kontrak_terendah": Decimal(1), "nilai_kontrak_tertinggi": Decimal(90)}
    snapshot = make_snapshot(
        tmp_path, [award(1), award(2, **disputed), award(3, jumlah_penawar=None)]
    )

    found = explain(snapshot, SAVING)

    assert [(row.package, row.facts) for row in found.open] == [
        ("P0002", ("pastikan nilai kontrak",)),
        ("P0003", ("lengkapi data penawar",)),
    ]


def test_a_value_counted_once_is_shown_at_its_first_package(tmp_path):
    suppliers = make_indicator("X2", formula="count(distinct npwp_penyedia)")
    rows = [award(1, npwp_penyedia="b"), award(2, npwp_penyedia="a"), award(3, npwp_penyedia="b")]

    found = explain(make_snapshot(tmp_path, rows), suppliers)

    assert [(row.package, row.numerator) for row in found.rows] == [
        ("P0001", Decimal(1)),
        ("P0002", Decimal(1)),
        ("P0003", Decimal(0)),
    ]


def test_an_indicator_that_needs_more_data_lists_nothing(tmp_path):
    survey = make_indicator("X3", formula=None, needs="hasil survei")

    found = explain(make_snapshot(tmp_path, [award(1)]), survey)

    assert found.value.reason == "belum dapat dihitung: perlu hasil survei"
    assert found.rows == ()


def test_the_asker_s_filter_and_group_narrow_the_rows(tmp_path):
    rows = [
        award(1, tgl_pengumuman=date(2025, 1, 1)),
        award(2, tgl_pengumuman=date(2025, 5, 1), mtd_pemilihan="E-Purchasing"),
        award(3, tgl_pengumuman=date(2025, 6, 30), mtd_pemilihan="E-Purchasing"),
    ]
    where = read_filter("mtd_pemilihan = 'E-Purchasing'", dictionary())

    found = explain(
        make_snapshot(tmp_path, rows), SAVING, where=where, group={"triwulan": "2", "bulan": "6"}
    )

    assert [row.package for row in found.rows] == ["P0003"]
    assert found.value.group == {"triwulan": "2", "bulan": "6"}


@pytest.mark.parametrize("group", [{"triwulan": "dua"}, {"hps": "1"}])
def test_a_group_that_is_none_is_refused(tmp_path, group):
    with pytest.raises(RefusedError) as refusal:
        explain(make_snapshot(tmp_path, []), SAVING, group=group)

    assert refusal.value.problems[0].rule == "M-02"


def test_a_row_with_too_many_digits_is_refused_with_a_sentence(tmp_path):
    huge = make_indicator("X2", formula="sum(hps * jumlah_pendaftar * jumlah_pendaftar)")
    row = award(1, hps=Decimal("900000000000000000"), jumlah_pendaftar=2**62)

    with pytest.raises(RefusedError) as refusal:
        explain(make_snapshot(tmp_path, [row]), huge)

    assert refusal.value.problems[0].rule == "M-03"


@pytest.mark.parametrize("code", ["B1", "K4", "P1", "W4", "W6"])
def test_the_listed_rows_of_the_whole_and_of_each_group_add_up(tmp_path, code):
    random = Random(7)
    snapshot = make_snapshot(tmp_path, [random_row(random, "D900", n) for n in range(60)])
    (indicator,) = [one for one in shipped() if one.code == code]

    for value in (
        *measure(snapshot, [indicator]),
        *measure(snapshot, [indicator], by=["triwulan"]),
    ):
        found = explain(snapshot, indicator, group=value.group)

        assert found.value == value
        assert sum(row.numerator for row in found.rows) == value.numerator
        assert sum(row.denominator for row in found.rows) == value.denominator
        assert (len(found.rows), len(found.left_out)) == (value.rows, value.left_out)
        assert all(row.reason for row in found.left_out)


def test_the_special_periods_are_groups_too(tmp_path):
    rows = [award(1, tgl_pengumuman=date(2024, 12, 31)), award(2)]
    snapshot = make_snapshot(tmp_path, rows)

    for by in ("bulan", "triwulan", "semester", "tahun"):
        assert explain(snapshot, SAVING, group={by: OUTSIDE}).rows[0].package == "P0001"
        assert explain(snapshot, SAVING, group={by: UNDATED}).rows[0].package == "P0002"
