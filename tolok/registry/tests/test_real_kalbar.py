"""Provinsi Kalimantan Barat 2023, ISB as JSON and Parquet."""

from decimal import Decimal

import duckdb
import pytest

from tolok.core.texts import consortium_members
from tolok.organisation.testing import make_agency
from tolok.registry.models import Finding, PlanEntry, PublishedTable, Supplier
from tolok.registry.tests.real import DIRECT, DONE, LATE, TENDERS, ask, bring_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def imported(lasting, shared):
    return bring_files("D197", 2023, [shared / "data" / "isb-D197-kalbar" / "2023"])


@pytest.fixture(autouse=True)
def _here(imported, stay):
    pass


def test_306_announcements_are_266_packages():
    answer = ask(f"SELECT count(*), sum(jumlah_pengumuman) {TENDERS}", "D197", 2023)

    assert answer == (266, 306)


def test_empty_statuses_are_failures_and_said_so():
    """P-10, quirk 2."""
    assert ask(f"SELECT sum(jumlah_gagal) {TENDERS}", "D197", 2023) == (54,)
    assert Finding.objects.filter(rule="P-10", message__contains="gagal").count() == 54


def test_112_finished_tenders_had_one_bidder():
    """P-07, quirk 21."""
    assert ask(f"SELECT count(*) {DONE} AND jumlah_penawar = 1", "D197", 2023) == (112,)
    assert Finding.objects.filter(rule="P-07").count() == 3


def test_three_of_92_direct_contracts_were_late():
    answer = ask(
        f"SELECT count(*), count(*) FILTER ({LATE})"
        f" {DIRECT} AND tgl_bast IS NOT NULL AND tgl_selesai_pekerjaan IS NOT NULL",
        "D197",
        2023,
    )

    assert answer == (92, 3)


def test_the_saving_is_uncertain_by_the_tender_that_has_two_values():
    """P-02, quirk 13."""
    hps, contracts = ask(
        f"SELECT sum(hps), sum(nilai_kontrak) {DONE} AND nilai_kontrak IS NOT NULL",
        "D197",
        2023,
    )

    assert Decimal("7.60") < 100 * (hps - contracts) / hps < Decimal("7.64")
    finding = Finding.objects.get(rule="P-02")
    assert finding.values["kode"] == "9065097"
    lowest, highest, value = ask(
        "SELECT nilai_kontrak_terendah, nilai_kontrak_tertinggi, nilai_kontrak FROM snapshot"
        f" WHERE kd_paket = '{finding.package_code}'",
        "D197",
        2023,
    )
    assert lowest < highest == value


def test_the_plan_is_partial_and_its_place_in_the_budget_stays_empty():
    """P-08, quirk 4."""
    finding = Finding.objects.get(rule="P-08")

    assert int(finding.values["ditemukan"]) * 2 < int(finding.values["paket"].replace(".", ""))
    assert PlanEntry.objects.filter(way="penyedia").count() == 4396


def test_suppliers_are_merged_by_tax_number():
    """R-25 and P-16, quirk 11."""
    numbers = set(Supplier.objects.values_list("npwp", flat=True))

    assert {len(number) for number in numbers} == {16}
    assert all(number.isdigit() for number in numbers)
    assert Finding.objects.filter(rule="P-16").count() == 1


def test_members_of_joint_operations_hide_in_one_text():
    """R-27, quirk 16."""
    path = PublishedTable.objects.in_force(make_agency("D197"), 2023)["SPSE-TenderEkontrak-Kontrak"]
    texts = duckdb.execute(
        "SELECT anggota_kso FROM read_parquet($path) WHERE anggota_kso IS NOT NULL",
        {"path": str(path)},
    ).fetchall()

    members = [consortium_members(text) for (text,) in texts]

    assert sorted(map(len, members)) == [1, 2, 3]
    assert Decimal("132975000.00") in {member.value for found in members for member in found}
