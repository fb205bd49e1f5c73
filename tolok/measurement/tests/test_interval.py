"""The honest interval as people read it; the exact bounds are compared in the reference test."""

from datetime import date
from decimal import Decimal

from tolok.measurement.testing import make_indicator, make_row, make_snapshot
from tolok.measurement.values import measure

SAVING = make_indicator(
    "X1",
    formula="100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)",
    filter="status = 'selesai'",
)
IN_TIME = make_indicator(
    "X2",
    formula="100 * count(case when tgl_bast <= tgl_selesai_pekerjaan then 1 end) / count(*)",
    filter="kontrak_selesai",
)


def award(number, **facts):
    usual = {"status": "selesai", "hps": Decimal(100), "nilai_kontrak": Decimal(90)}
    return make_row(number, **{**usual, **facts})


def handed_over(number, **facts):
    usual = {
        "kontrak_selesai": True,
        "tgl_mulai_pekerjaan": date(2025, 1, 1),
        "tgl_selesai_pekerjaan": date(2025, 5, 1),
        "tgl_bast": date(2025, 4, 1),
        "tgl_data": date(2025, 12, 1),
    }
    return make_row(number, **{**usual, **facts})


def one(folder, rows, indicator):
    (value,) = measure(make_snapshot(folder, rows), [indicator])
    return value


def test_missing_hand_overs_may_have_been_in_time_or_late(tmp_path):
    rows = [handed_over(1), handed_over(2), handed_over(3, tgl_bast=None)]

    value = one(tmp_path, rows, IN_TIME)

    assert value.value == Decimal(100)
    assert (value.lowest, value.highest) == (Decimal("66.6666666667"), Decimal(100))
    assert [settle.sentence for settle in value.settles] == ["lengkapi 1 tanggal BAST"]
    assert (value.settles[0].field, value.settles[0].packages) == ("tgl_bast", 1)


def test_a_disputed_value_spans_the_dispute(tmp_path):
    disputed = {"nilai_kontrak_terendah": Decimal(50), "nilai_kontrak_tertinggi": Decimal(500)}

    value = one(tmp_path, [award(1), award(2, nilai_kontrak=Decimal(500), **disputed)], SAVING)

    assert value.value == Decimal(-195)
    assert (value.lowest, value.highest) == (Decimal(-195), Decimal(30))
    assert [settle.sentence for settle in value.settles] == ["pastikan 1 nilai kontrak"]


def test_what_cannot_move_the_value_is_not_asked_for(tmp_path):
    rows = [
        handed_over(1),
        handed_over(2, tgl_bast=None, kontrak_selesai=False),
        award(3, nilai_kontrak=None, status="gagal"),
    ]

    assert one(tmp_path, rows, IN_TIME).settles == ()
    assert one(tmp_path, [award(1), rows[2]], SAVING).settles == ()


def test_a_work_due_after_the_data_were_drawn_is_certainly_in_time_but_not_yet_counted(tmp_path):
    later = handed_over(2, tgl_bast=None, tgl_selesai_pekerjaan=date(2026, 5, 1))

    value = one(tmp_path, [handed_over(1, tgl_bast=date(2025, 6, 1)), later], IN_TIME)

    assert (value.value, value.lowest, value.highest) == (Decimal(0), Decimal(0), Decimal(50))
    assert value.settles[0].packages == 1


def test_a_missing_fact_without_a_known_bound_makes_a_sum_endless_and_a_share_not(tmp_path):
    unknown = {"hps": None, "pagu": None, "nilai_kontrak": None}
    total = make_indicator("X3", formula="sum(nilai_kontrak)", filter="status = 'selesai'")
    undated = handed_over(2, tgl_bast=None, tgl_mulai_pekerjaan=None, tgl_data=None)

    endless = one(tmp_path, [award(1), award(2, **unknown)], total)
    share = one(tmp_path, [handed_over(1), undated], IN_TIME)

    assert (endless.value, endless.lowest, endless.highest) == (Decimal(90), None, None)
    assert endless.interval_reason.startswith("rentang tidak terbatas")
    assert endless.settles[0].sentence == "lengkapi 1 nilai kontrak"
    assert (share.lowest, share.highest) == (Decimal(50), Decimal(100))


def test_a_plain_sum_has_an_interval_too(tmp_path):
    total = make_indicator("X3", formula="sum(nilai_kontrak)", filter="status = 'selesai'")

    value = one(tmp_path, [award(1), award(2, nilai_kontrak=None)], total)

    assert (value.value, value.lowest, value.highest) == (Decimal(90), Decimal(90), Decimal(190))


def test_a_denominator_that_may_be_negative_has_no_bounds(tmp_path):
    odd = make_indicator(
        "X3",
        formula="count(*) / (sum(hps) - sum(nilai_kontrak))",
        filter="status = 'selesai'",
    )
    disputed = {"nilai_kontrak_terendah": Decimal(1), "nilai_kontrak_tertinggi": Decimal(900)}

    value = one(tmp_path, [award(1, **disputed)], odd)

    assert value.value == Decimal("0.1")
    assert value.lowest is None
    assert "penyebut dapat bernilai nol atau negatif" in value.interval_reason


def test_different_values_have_no_interval_where_facts_are_uncertain(tmp_path):
    counted = make_indicator(
        "X3", formula="count(distinct npwp_penyedia)", filter="nilai_kontrak > 0"
    )

    value = one(tmp_path, [award(1, npwp_penyedia="a")], counted)

    assert (value.value, value.lowest) == (Decimal(1), None)
    assert value.interval_reason == "rentang tidak dihitung untuk rumus ini"


def test_a_filter_on_an_uncertain_fact_may_let_a_package_in_or_out(tmp_path):
    large = make_indicator("X3", formula="count(*)", filter="nilai_kontrak > 80")

    value = one(tmp_path, [award(1), award(2, nilai_kontrak=None)], large)

    assert (value.value, value.lowest, value.highest) == (Decimal(1), Decimal(1), Decimal(2))


def test_a_fact_nobody_calls_uncertain_leaves_the_package_out_for_good(tmp_path):
    value = one(tmp_path, [award(1), award(2, hps=None, pagu=Decimal(100))], SAVING)

    assert (value.lowest, value.highest, value.settles) == (Decimal(10), Decimal(10), ())
