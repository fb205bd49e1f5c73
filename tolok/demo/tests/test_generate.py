"""The generator: the same bytes for the same order, and lifelike shares."""

import json
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from tolok.core.problem import RefusedError
from tolok.demo.generator import money
from tolok.demo.generator.facts import Kind
from tolok.demo.generator.generate import generate
from tolok.demo.generator.order import Order

# --- The order


def test_the_same_order_gives_the_same_bytes(out, three_years, tmp_path):
    generate(three_years, tmp_path)

    written = sorted(path.relative_to(out) for path in out.rglob("*.json"))
    assert len(written) > 80
    assert all((out / path).read_bytes() == (tmp_path / path).read_bytes() for path in written)


def test_another_seed_gives_another_year(three_years, tmp_path, rows):
    generate(Order(packages=3000, years=3, seed=8, mix=three_years.mix), tmp_path)

    other = json.loads((tmp_path / "D900/2025/SPSE-TenderPengumuman.json").read_text())
    assert other != rows("SPSE-TenderPengumuman")


def test_packages_are_shared_by_agencies_and_years_and_add_up(tmp_path):
    generated = generate(Order(packages=1001, agencies=2, years=3), tmp_path)

    inputs = json.loads((tmp_path / "truth.json").read_text())["inputs"]
    sizes = [
        sum(numbers["packages"] for numbers in one["processes"].values())
        + one["recorded"]
        + one["catalogue_orders"]
        for one in inputs
    ]
    assert sum(sizes) == 1001
    assert max(sizes) - min(sizes) <= 1
    assert [(one.agency, one.year) for one in generated.folders] == [
        (agency, year) for agency in ("D900", "D901") for year in (2023, 2024, 2025)
    ]


def test_fewer_packages_than_years_are_refused_with_g_01(tmp_path):
    with pytest.raises(RefusedError) as refusal:
        generate(Order(packages=2, years=3), tmp_path)

    assert refusal.value.problems[0].rule == "G-01"


# --- Nobody real


def test_no_number_can_belong_to_a_real_person_or_firm(rows):
    winners = [row for row in rows("SPSE-TenderSelesaiNilai") if row["npwp_penyedia"]]
    officers = {row["nip_ppk"] for row in rows("RUP-PaketPenyedia-Terumumkan")}

    assert all(row["npwp_penyedia"].startswith("99.") for row in winners)
    assert all(row["npwp_16_penyedia"].startswith("099") for row in winners)
    assert all(number.startswith("18") and len(number) == 18 for number in officers)


def test_the_first_agency_is_the_fictional_regency_of_the_demo(rows):
    assert {row["nama_klpd"] for row in rows("RUP-MasterSatker")} == {"Kab. Contoh Jaya"}


# --- Shares and distributions


def test_failures_and_single_offers_have_their_usual_shares(truth):
    tenders = [
        numbers
        for one in truth["inputs"]
        for method, numbers in one["processes"].items()
        if method in ("Tender", "Seleksi", "Tender Cepat")
    ]
    total = Counter()
    for numbers in tenders:
        total.update({name: value for name, value in numbers.items() if isinstance(value, int)})

    assert 0.10 < total["failed_announcements"] / total["announcements"] < 0.20
    assert 0.30 < total["single_offer"] / total["finished"] < 0.50
    assert 2.0 < total["offers"] / total["finished"] < 2.6
    assert 40 < total["registrants"] / total["finished"] < 60


def test_tenders_save_some_percent_and_direct_procurement_hardly_any(truth):
    def saving(method):
        numbers = [one["processes"][method] for one in truth["inputs"]]
        estimate = sum(Decimal(one["awarded_estimate"]) for one in numbers)
        value = sum(Decimal(one["awarded_value"]) for one in numbers)
        return 100 * (estimate - value) / estimate

    assert 5 < saving("Tender") < 12
    assert Decimal("0.2") < saving("Pengadaan Langsung") < 2


def test_values_stay_under_the_threshold_of_their_method(rows):
    for year, works in ((2024, 200_000_000), (2025, 400_000_000)):
        for row in rows("SPSE-NonTenderPengumuman", year):
            if row["mtd_pemilihan"] == "Pengadaan Langsung":
                limit = 200_000_000
                if row["jenis_pengadaan"] == "Pekerjaan Konstruksi":
                    limit = works
                assert row["pagu"] <= limit
                assert row["hps"] <= row["pagu"]
    assert money.direct_limit(Kind.CONSULTING, 2025) == 100_000_000


def test_the_year_ends_in_a_rush(rows):
    months = Counter(row["tgl_order"][5:7] for row in rows("Ecat-PaketEPurchasingV6"))

    assert sum(months[month] for month in ("10", "11", "12")) > sum(
        months[month] for month in ("01", "02", "03")
    )


def test_contracts_grow_better_kept_by_the_year(truth):
    by_year = {one["year"]: one["processes"]["Pengadaan Langsung"] for one in truth["inputs"]}
    shares = [by_year[year]["handed_over"] / by_year[year]["awards"] for year in (2023, 2024, 2025)]
    late = [by_year[year]["late"] / by_year[year]["handed_over"] for year in (2023, 2025)]

    assert all(earlier < later for earlier, later in pairwise(shares))
    assert late[0] > late[1] > 0


def test_steps_of_a_package_follow_each_other_where_no_error_was_put_in(truth, rows):
    spoiled = {slip["key"] for slip in truth["dates_out_of_order"]}
    signed = {row["kd_nontender"]: row for row in rows("SPSE-NonTenderEkontrak-Kontrak")}

    for row in rows("SPSE-NonTenderEkontrak-SPPBJ"):
        contract = signed.get(row["kd_nontender"])
        if contract and row["kd_nontender"] not in spoiled:
            assert row["tgl_sppbj"] <= contract["tgl_kontrak"]
