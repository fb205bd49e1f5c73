"""An import is a unit: taken over in one step, or refused and nothing has changed."""

import pytest

from tolok.organisation.testing import make_alias, make_work_unit
from tolok.registry.models import (
    Attempt,
    Finding,
    Import,
    Package,
    PlanEntry,
    PublishedTable,
    RowChange,
    Snapshot,
    Stage,
    Supplier,
)
from tolok.registry.snapshots import current
from tolok.registry.store import hash_of
from tolok.trail.models import AuditEntry

TENDER = "SPSE-TenderPengumuman"

AWARD = "SPSE-TenderSelesaiNilai"

pytestmark = pytest.mark.django_db


@pytest.mark.both_databases
def test_an_import_says_what_it_did_and_makes_packages_findings_and_a_snapshot(agency, bring):
    report = bring({TENDER: [{}], AWARD: [{"nilai_kontrak": 9000, "nilai_penawaran": 900}]})

    assert [(file.table, file.rows, file.new) for file in report.files] == [
        (TENDER, 1, 1),
        (AWARD, 1, 1),
    ]
    assert report.findings["P-01"] == 1
    assert report.packages == 1
    assert report.snapshot == current(agency, 2025).sha256
    package = Package.objects.get()
    assert (package.code, package.process_code, package.contract_value) == ("1", "91", 9000)
    assert Import.objects.get().pk == report.import_id


def test_the_snapshot_is_named_by_its_bytes_and_read_only(agency, bring):
    bring({TENDER: [{}]})

    path = current(agency, 2025).path
    assert path.stat().st_mode & 0o222 == 0
    assert path.name == f"{hash_of(path)}.parquet"


def test_the_same_files_again_change_nothing_and_make_no_import(agency, bring):
    first = bring({TENDER: [{}], AWARD: [{}]})

    again = bring({TENDER: [{}], AWARD: [{}]})

    assert again.import_id is None
    assert (again.snapshot, again.packages) == (first.snapshot, first.packages)
    assert again.findings == first.findings
    assert [(file.new, file.changed, file.unchanged) for file in again.files] == [(0, 0, 1)] * 2
    assert Import.objects.count() == Snapshot.objects.count() == 1


def test_the_same_rows_in_another_file_give_the_same_snapshot(agency, bring):
    first = bring({TENDER: [{}, {"kd_tender": "92", "kd_pkt_dce": "2"}], AWARD: [{}]})

    again = bring({TENDER: [{"kd_tender": "92", "kd_pkt_dce": "2"}, {}], AWARD: [{}]})

    assert again.import_id != first.import_id
    assert again.snapshot == first.snapshot
    assert [file.changed for file in again.files] == [0, 0]


@pytest.mark.both_databases
def test_a_changed_row_changes_its_package_and_is_kept_with_old_and_new_value(agency, bring):
    """Quirk 18."""
    bring({TENDER: [{"status_tender": "Berlangsung"}, {"kd_tender": "92", "kd_pkt_dce": "2"}]})
    untouched = Package.objects.get(code="2").digest

    report = bring({TENDER: [{"status_tender": "Selesai"}, {"kd_tender": "92", "kd_pkt_dce": "2"}]})

    assert Package.objects.get(code="1").status == "selesai"
    assert Package.objects.get(code="2").digest == untouched
    change = RowChange.objects.get()
    assert (change.key, change.column) == ("91", "status_tender")
    assert (change.old, change.new) == ("Berlangsung", "Selesai")
    assert report.files[0].changed == 1


@pytest.mark.both_databases
def test_a_vanished_row_takes_its_package_and_what_hangs_on_it_along(agency, bring):
    two = [{"kd_tender": "91"}, {"kd_tender": "92", "kd_pkt_dce": "2"}]
    stages = [{"kd_tender": "92", "kd_tahapan": "1"}]
    bring({TENDER: two, "SPSE-JadwalTahapanTender": stages})

    bring({TENDER: two[:1]})

    assert [package.code for package in Package.objects.all()] == ["1"]
    assert Attempt.objects.count() == 1
    assert not Stage.objects.exists()
    assert RowChange.objects.get().kind == RowChange.Kind.VANISHED


def test_tables_that_were_not_brought_again_stand_as_they_did(agency, bring):
    bring({TENDER: [{}], AWARD: [{}]})

    bring({TENDER: [{"nama_paket": "Gedung baru"}]})

    package = Package.objects.get()
    assert (package.name, package.contract_value) == ("Gedung baru", 900)


def test_rows_of_another_body_or_year_do_not_come_in(agency, bring):
    """I-05, quirk 14."""
    rows = [{}, {"kd_tender": "92", "kd_pkt_dce": "2", "kd_klpd": "B154"}]

    report = bring({TENDER: rows})

    assert Package.objects.count() == 1
    (file,) = report.files
    assert (file.new, file.set_aside) == (1, 1)
    assert [remark.rule for remark in file.remarks] == ["I-05"]


def test_a_table_of_which_every_row_is_somebody_elses_stays(agency, bring):
    bring({TENDER: [{}], AWARD: [{}]})

    report = bring({TENDER: [{"nama_paket": "Baru"}], AWARD: [{"kd_klpd": "B154"}]})

    assert Package.objects.get().contract_value == 900
    assert [file.set_aside for file in report.files] == [0, 1]
    assert set(PublishedTable.objects.in_force(agency, 2025)) == {TENDER, AWARD}


def test_an_import_is_in_the_trail_with_its_counts(agency, bring):
    report = bring({TENDER: [{}]})

    entry = AuditEntry.objects.get(event="registry.import_paths")
    assert entry.subject == f"Impor {report.import_id} TA 2025"
    assert "SPSE-TenderPengumuman.json" in entry.after


def test_what_follows_anew_is_derived_again_although_no_file_changed(agency, bring):
    units = [{"kd_satker": "1", "kd_satker_str": "1.01.", "nama_satker": "Dinas Baru"}]
    tenders = [{"kd_satker_str": "9.99.", "nama_satker": "Dinas Lama"}]
    bring({TENDER: tenders, "RUP-MasterSatker": units})
    make_alias(make_work_unit(agency, "1.01."), "9.99.")

    bring({TENDER: tenders, "RUP-MasterSatker": units})

    package = Package.objects.get()
    assert (package.work_unit_code, package.work_unit_name) == ("1.01.", "Dinas Baru")


@pytest.mark.both_databases
def test_registers_are_filled_from_what_was_imported(agency, bring):
    bring(
        {
            TENDER: [
                {
                    "kd_satker_str": "1.01.",
                    "nama_satker": "Dinas",
                    "nip_pokja": "198001012005011001",
                    "nama_pokja": "Andi",
                }
            ],
            AWARD: [{"npwp_penyedia": "02.942.721.8-701.000", "nama_penyedia": "CV Maju"}],
            "RUP-PaketPenyedia-Terumumkan": [{"metode_pengadaan": "Tender"}],
        }
    )

    package = Package.objects.get()
    assert package.work_unit.name == "Dinas"
    assert package.supplier == Supplier.objects.get(npwp="0029427218701000")
    assert [member.name for member in package.pokja.members.all()] == ["Andi"]
    assert PlanEntry.objects.get().method == "Tender"


def test_findings_stay_as_decided_open_anew_with_another_value_and_go_when_mended(agency, bring):
    tenfold = {"nilai_kontrak": 9000, "nilai_penawaran": 900}
    bring({TENDER: [{}], AWARD: [tenfold]})
    Finding.objects.filter(rule="P-01").update(status=Finding.Status.RIGHT)

    bring({TENDER: [{"nama_paket": "Baru"}], AWARD: [tenfold]})
    assert statuses("P-01") == ["right"]

    bring({AWARD: [tenfold | {"nilai_kontrak": 9100}]})
    assert statuses("P-01") == ["open", "right"]

    bring({AWARD: [tenfold | {"nilai_kontrak": 900}]})
    assert statuses("P-01") == ["gone", "right"]

    bring({AWARD: [tenfold | {"nilai_kontrak": 9100}]})
    assert statuses("P-01") == ["open", "right"]


def statuses(rule):
    return sorted(Finding.objects.filter(rule=rule).values_list("status", flat=True))
