"""Kabupaten Bandung 2025: the figures the first issue names, from the files as published."""

import json
from decimal import Decimal

import duckdb
import pytest

from tolok.core.problem import Problem
from tolok.core.texts import work_time
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.corrections.actions import accept, propose_correction
from tolok.registry.lineage import sources_of
from tolok.registry.models import (
    Finding,
    Package,
    Pokja,
    PokjaMember,
    PublishedTable,
    RowChange,
)
from tolok.registry.snapshots import current
from tolok.registry.tests.real import DIRECT, DONE, LATE, TENDERS, ask, bring_files, counted

CODE, YEAR = "D107", 2025
SECONDARY = ("RUP-", "Ecat-", "Jadwal", "Pencatatan", "Bela-")  # tables the figures do not need


@pytest.fixture(scope="module")
def folder(shared):
    return shared / "data" / "isb-D107-kab-bandung-2025" / "json-2025-10-03"


@pytest.fixture(scope="module")
def files(folder):
    return [path for path in folder.iterdir() if not any(part in path.name for part in SECONDARY)]


@pytest.fixture(scope="module")
def imported(lasting, files):
    return bring_files(CODE, YEAR, files)


@pytest.fixture
def here(imported, stay):
    return imported


def test_91_announcements_are_79_packages_and_12_repeats(here):
    """P-17, quirk 3."""
    assert ask(f"SELECT count(*), sum(jumlah_pengumuman) {TENDERS}", CODE, YEAR) == (79, 91)
    (repeats,) = Finding.objects.filter(rule="P-17", message__contains="pengumuman tender")
    assert repeats.values["ulang"] == "12"


def test_rows_of_the_other_body_are_set_aside_and_said_so(here):
    """I-05, quirk 14."""
    (file,) = [file for file in here.files if file.table == "SPSE-TenderPengumuman"]

    assert (file.rows, file.new, file.set_aside) == (92, 91, 1)
    assert [remark.rule for remark in file.remarks] == ["I-05"]
    assert not Package.objects.filter(process_code="10002510000", name__contains="PDAM").exists()


def test_67_awards_save_6_2255_percent_of_the_estimate_and_11_3112_of_the_ceiling(here):
    rows, hps, pagu, contracts = ask(
        f"SELECT count(*), sum(hps), sum(pagu), sum(nilai_kontrak) {DONE}", CODE, YEAR
    )

    assert rows == 67
    assert percent(hps - contracts, hps) == Decimal("6.2255")
    assert percent(pagu - contracts, pagu) == Decimal("11.3112")


def test_26_finished_tenders_had_one_bidder(here):
    assert ask(f"SELECT count(*) {DONE} AND jumlah_penawar = 1", CODE, YEAR) == (26,)


def test_11_of_303_direct_contracts_were_handed_over_late_by_six_days_at_most(here):
    """R-21, quirk 6."""
    answer = ask(
        f"SELECT count(*), count(*) FILTER ({LATE}), max(tgl_bast - tgl_selesai_pekerjaan)"
        f" {DIRECT} AND tgl_bast IS NOT NULL AND tgl_selesai_pekerjaan IS NOT NULL",
        CODE,
        YEAR,
    )

    assert answer == (303, 11, 6)


def test_36_member_sets_of_17_persons_are_proposed_as_pokja(here):
    """R-24, quirk 10."""
    assert Pokja.objects.count() == 36
    assert PokjaMember.objects.values("nip").distinct().count() == 17


def test_doubled_hand_overs_and_repeated_end_dates_are_told_once(here):
    """P-11, quirk 8; P-04, quirk 5."""
    told = {rule: Finding.objects.get(rule=rule).values for rule in ("P-11", "P-04", "P-06")}

    assert told["P-11"] == {"baris": "863", "kembar": "440"}
    assert told["P-04"] == {"jumlah": "53", "seluruhnya": "53"}
    assert told["P-06"]["tender"] == "91"


def test_the_english_dates_of_work_orders_are_all_read(here, folder):
    """R-21, quirk 6: here without a blank before AM, in Kalbar with one."""
    spelled = [row["tgl_selesai_pekerjaan"] for row in raw(folder, "NonTenderEkontrak-3SPMKSPP")]

    read = published("SPSE-NonTenderEkontrak-SPMKSPP", "tgl_selesai_pekerjaan")

    assert {text.rpartition(":")[2] for text in spelled} == {"00AM"}
    assert len(spelled) == len([day for (day,) in read if day])


def test_a_midnight_of_the_world_is_a_day_in_bandung(here, folder):
    """R-22, quirk 7."""
    rows = raw(folder, "NonTenderEkontrak-2Kontrak")

    read = published(
        "SPSE-NonTenderEkontrak-Kontrak", "kd_nontender, no_kontrak, tgl_kontrak::TEXT"
    )

    assert {row["tgl_kontrak"][10:] for row in rows} == {"T00:00:00.000000Z"}
    told = {(str(row["kd_nontender"]), row["no_kontrak"], row["tgl_kontrak"][:10]) for row in rows}
    assert told == set(read)


def test_units_of_all_systems_are_the_units_of_sirup(here, folder):
    """P-13, quirk 9."""
    names = ("MasterSatker", "PaketEPurchasingV6", "InstansiSatker", "Bela-TokoDaring")
    bring_files(
        CODE, YEAR, [path for path in folder.iterdir() if any(n in path.name for n in names)]
    )

    assert not Finding.objects.filter(rule="P-13").exists()
    assert Package.objects.filter(process="toko daring").first().work_unit_code.count(".") > 2
    assert not Package.objects.filter(work_unit=None).exists()


def test_dummies_and_shares_above_the_whole_are_doubted(here):
    """P-09, quirk 12."""
    doubts = Finding.objects.filter(rule="P-09")

    dummies = [one for one in doubts if one.values["nilai"] in ("Rp1,00", "Rp100,00")]
    assert len(dummies) > 0
    assert all(one.lowest == "0" for one in doubts)


def test_durations_typed_freely_are_read_or_said_and_betray_wrong_ends(here):
    """R-26 and P-23, quirk 15."""
    texts = published("SPSE-NonTenderEkontrak-SPMKSPP", "waktu_penyelesaian")

    times = [work_time(text) for (text,) in texts]

    refused = [time for time in times if isinstance(time, Problem)]
    assert {problem.rule for problem in refused} == {"R-26"}
    assert len(refused) < len(times) / 10
    assert Finding.objects.filter(rule="P-23", field="tgl_selesai_pekerjaan").count() > 0


def test_every_package_leads_back_to_rows_of_the_files(here, folder):
    snapshot = current(Package.objects.first().agency, YEAR)
    package = Package.objects.filter(method="Tender", contract_value__isnull=False).first()

    sources = sources_of(snapshot, [package.code])[package.code]

    (award,) = [source for source in sources if source.table == "SPSE-TenderSelesaiNilai"]
    file = folder / award.file.rpartition("/")[2]
    published = json.loads(file.read_text(encoding="utf-8"))[award.row - 1]
    assert str(published["kd_tender"]) == package.process_code
    assert Decimal(str(published["nilai_kontrak"])) == package.contract_value


def test_one_contract_typed_tenfold_lowers_the_saving_by_nine_times_it_and_is_named(
    here, folder, files, tmp_path
):
    """P-01, quirk 1."""
    before = ask(f"SELECT sum(hps) - sum(nilai_kontrak) {DONE}", CODE, YEAR)[0]
    original = next(path for path in files if "TenderSelesaiNilai" in path.name)
    rows = json.loads(original.read_text(encoding="utf-8"))
    mistyped = next(row for row in rows if row["kd_klpd"] == CODE and row["nilai_kontrak"])
    value = Decimal(str(mistyped["nilai_kontrak"]))
    mistyped["nilai_kontrak"] = float(value * 10)
    copy = tmp_path / original.name
    copy.write_text(json.dumps(rows), encoding="utf-8")

    report = bring_files(CODE, YEAR, [copy])

    after = ask(f"SELECT sum(hps) - sum(nilai_kontrak) {DONE}", CODE, YEAR)[0]
    assert after == before - 9 * value
    assert [file.changed for file in report.files] == [1]
    finding = Finding.objects.open().get(rule="P-01", values__kode=str(mistyped["kd_tender"]))
    assert Decimal(finding.guess) == value
    assert str(mistyped["kd_tender"]) in finding.message


@pytest.mark.slow
def test_a_week_later_the_csv_tells_what_changed_and_loses_no_correction(here, folder):
    """Quirk 18."""
    bring_files(CODE, YEAR, [folder])
    package = Package.objects.filter(method="Tender", contract_value__gt=0).first()
    proposed = propose_correction(
        package,
        "nilai_kontrak",
        "12345678",
        reason="Adendum.",
        actor=make_user(Role.DATA_PROCESSOR, package.agency),
    )
    accept(proposed, actor=make_user(Role.COORDINATOR, package.agency))
    later = folder.parent / "csv-2025-10-10"

    second = bring_files(CODE, YEAR, [later])
    changes = RowChange.objects.filter(file__batch=second.import_id)
    third = bring_files(CODE, YEAR, [later])

    told = counted(second)
    assert told["SPSE-TenderPengumuman"] == (1, 2, 89, 0, 1)
    assert changed_cells(changes, "SPSE-TenderPengumuman") == {"status_tender": 2}
    new, *_, vanished, _ = told["SPSE-NonTenderPengumuman"]
    assert (new, vanished) == (191, 0)
    assert changed_cells(changes, "SPSE-NonTenderPengumuman")["status_nontender"] == 289
    new, *_, vanished, _ = told["Ecat-PaketEPurchasingV6"]
    assert (new, vanished) == (34, 1)
    assert changed_cells(changes, "Ecat-PaketEPurchasingV6")["status_pkt"] == 5
    package = Package.objects.get(code=package.code)
    assert package.contract_value == 12345678
    assert third.import_id is None
    assert {counts[:2] + counts[3:4] for counts in counted(third).values()} == {(0, 0, 0)}
    assert third.snapshot == second.snapshot


def raw(folder, table):
    (path,) = folder.glob(f"*{table}.json")
    return json.loads(path.read_text(encoding="utf-8"))


def published(table, columns):
    path = PublishedTable.objects.in_force(make_agency(CODE), YEAR)[table]
    return duckdb.execute(f"SELECT {columns} FROM read_parquet('{path}')").fetchall()


def changed_cells(changes, table):
    columns = changes.filter(file__table=table, kind=RowChange.Kind.CHANGED)
    found = list(columns.values_list("column", flat=True))
    return {column: found.count(column) for column in found}


def percent(part, whole):
    return round(100 * part / whole, 4)
