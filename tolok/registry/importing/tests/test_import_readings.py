"""An import is a unit: taken over in one step, or refused and nothing has changed."""

import pytest
from django.apps import apps
from django.db import IntegrityError

from tolok.core.problem import Problem, RefusedError
from tolok.core.testing import rules_of
from tolok.organisation.testing import make_alias, make_work_unit
from tolok.registry.derivation.testing import reading
from tolok.registry.importing import actions
from tolok.registry.models import (
    Attempt,
    Finding,
    Import,
    ImportedFile,
    Package,
    PlanEntry,
    PublishedTable,
    RowChange,
    Snapshot,
    Stage,
    Supplier,
)
from tolok.registry.reading.results import FileReading, RefusedRow, RowRefusal
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


def test_i03_files_of_another_agency_are_refused(agency, bring):
    with pytest.raises(RefusedError) as refusal:
        bring({TENDER: [{"kd_klpd": "B154"}], AWARD: [{"tahun_anggaran": 2024}]})

    assert rules_of(refusal) == {"I-03"}
    assert not Import.objects.exists()


def test_a_table_of_which_every_row_is_somebody_elses_stays(agency, bring):
    bring({TENDER: [{}], AWARD: [{}]})

    report = bring({TENDER: [{"nama_paket": "Baru"}], AWARD: [{"kd_klpd": "B154"}]})

    assert Package.objects.get().contract_value == 900
    assert [file.set_aside for file in report.files] == [0, 1]
    assert set(PublishedTable.objects.in_force(agency, 2025)) == {TENDER, AWARD}


def test_i01_nothing_usable_is_refused_with_the_reason_of_each_file(agency, bring):
    why = Problem("R-02", "foto.csv", "Berkas ini gambar.")
    picture = FileReading("foto.csv", "0" * 64, problems=(why,), failed=True)

    with pytest.raises(RefusedError) as refusal:
        bring({}, more=[picture])

    assert rules_of(refusal) == {"I-01", "R-02"}


def test_i02_all_or_nothing_takes_no_import_with_a_refused_row(agency, bring, refused):
    with pytest.raises(RefusedError) as refusal:
        bring({TENDER: [{}]}, more=[refused], mode=Import.Mode.ALL_OR_NOTHING)

    assert rules_of(refusal) == {"I-02", "N-03"}
    assert not Package.objects.exists()


def test_i02_all_or_nothing_takes_no_import_with_an_unreadable_file(agency, bring):
    why = Problem("R-02", "foto.csv", "Berkas ini gambar.")
    picture = FileReading("foto.csv", "0" * 64, problems=(why,), failed=True)

    with pytest.raises(RefusedError) as refusal:
        bring({TENDER: [{}]}, more=[picture], mode=Import.Mode.ALL_OR_NOTHING)

    assert rules_of(refusal) == {"I-02", "R-02"}


def test_an_empty_file_is_no_reason_to_refuse_all(agency, bring):
    empty = FileReading("kosong.json", "0" * 64, problems=(Problem("R-01", "", "Kosong."),))

    report = bring({TENDER: [{}]}, more=[empty], mode=Import.Mode.ALL_OR_NOTHING)

    assert report.packages == 1


def test_valid_rows_only_takes_the_rest_and_keeps_what_was_refused(agency, bring, refused):
    report = bring({TENDER: [{}]}, more=[refused])

    assert (report.refused, report.packages) == (1, 1)
    kept = ImportedFile.objects.get(path="tender 7.csv").refusals.get()
    assert (kept.row, kept.column, kept.value, kept.rule) == (12, "pagu", "1.234", "N-03")
    assert kept.cells == {"kd_tender": "99", "pagu": "1.234"}


def test_i06_a_table_that_lost_most_of_its_rows_needs_somebodys_word(agency, bring):
    many = [{"kd_tender": f"9{code}", "kd_pkt_dce": f"{code}"} for code in range(20)]
    bring({TENDER: many})

    with pytest.raises(RefusedError) as refusal:
        bring({TENDER: many[:5]})
    foreseen = bring({TENDER: many[:5]}, dry_run=True)
    agreed = bring({TENDER: many[:5]}, accept_loss=True)

    assert rules_of(refusal) == {"I-06"}
    assert [remark.rule for remark in foreseen.files[0].remarks] == ["I-06"]
    assert agreed.packages == 5


def test_i09_the_same_file_under_two_names_is_read_once(agency, bring, tmp_path):
    copies = [
        reading(tmp_path, TENDER, [{}], path=path, sha256="a" * 64)
        for path in ("TENDER.csv", "TENDER (1).csv")
    ]

    report = bring({}, more=copies)

    assert [(file.rows, file.new) for file in report.files] == [(1, 1), (0, 0)]
    assert [remark.rule for remark in report.files[1].remarks] == ["I-09"]
    assert PublishedTable.objects.get().rows == 1


def test_i10_an_import_that_was_overtaken_by_another_is_refused(agency, bring, monkeypatch):
    foresee = actions.foresee

    def while_another_import_settles(*args):
        monkeypatch.undo()
        bring({AWARD: [{}]})
        return foresee(*args)

    monkeypatch.setattr(actions, "foresee", while_another_import_settles)

    with pytest.raises(RefusedError) as refusal:
        bring({TENDER: [{}]})

    assert rules_of(refusal) == {"I-10"}
    assert set(PublishedTable.objects.in_force(agency, 2025)) == {AWARD}


def test_a_dry_run_reports_the_same_and_leaves_no_row_anywhere(agency, bring):
    before = rows_of_all_tables()

    foreseen = bring({TENDER: [{}], AWARD: [{"nilai_kontrak": 9000}]}, dry_run=True)

    assert rows_of_all_tables() == before
    done = bring({TENDER: [{}], AWARD: [{"nilai_kontrak": 9000}]})
    assert foreseen.import_id is None
    assert (foreseen.snapshot, foreseen.findings) == (done.snapshot, done.findings)
    assert [file.new for file in foreseen.files] == [file.new for file in done.files]


def test_when_taking_over_fails_halfway_nothing_is_left(agency, bring, monkeypatch):
    bring({TENDER: [{}]})
    before = rows_of_all_tables()

    def fails_at_the_end(*args, **kwargs):
        Package.objects.create(**Package.objects.values().get() | {"id": None})

    monkeypatch.setattr(actions, "record", fails_at_the_end)

    with pytest.raises(IntegrityError):
        bring({TENDER: [{"nama_paket": "Baru"}], AWARD: [{}]})

    assert rows_of_all_tables() == before
    assert Package.objects.get().name == "Pembangunan Gedung"


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


@pytest.mark.both_databases
def test_hostile_lengths_and_numbers_bring_nothing_down(agency, bring):
    long = "x" * 1000
    bring(
        {
            TENDER: [
                {
                    "kd_pkt_dce": long,
                    "kd_tender": long,
                    "kd_rup": long,
                    "nama_satker": long,
                    "kd_satker_str": long,
                    "jenis_pengadaan": long,
                    "versi_tender": -5,
                    long: long,
                }
            ],
            "SPSE-NonTenderPengumuman": [{"versi_nontender": 10**15}],
            "SPSE-NonTenderEkontrak-Kontrak": [
                {"versi_addendum": 10**15, "no_kontrak": long},
                {"versi_addendum": -1},
            ],
            "SPSE-NonTenderEkontrak-BAPBAST": [
                {"progres_pekerjaan": 10**15, "besar_pembayaran": 10**17, "no_bap": number}
                for number in range(20)
            ],
            "RUP-PaketPenyedia-Terumumkan": [{"kd_rup": long, "nama_paket": long}],
            "Tolok-DataPaket": [{"kd_paket": "y" + long}],
        }
    )
    again = bring({"RUP-PaketPenyedia-Terumumkan": [{"kd_rup": "1"}]})

    assert again.packages == 3
    assert Package.objects.count() == 3


@pytest.fixture
def refused():
    """A file of one row whose number is ambiguous."""
    problem = Problem("N-03", "tender 7.csv, baris 12, kolom pagu", "1.234 bisa berarti dua hal.")
    return FileReading(
        "tender 7.csv",
        "b" * 64,
        source="isb",
        table=TENDER,
        rows=1,
        refused=(RowRefusal("", 12, "pagu", "1.234", problem),),
        refused_rows=(RefusedRow("", 12, {"kd_tender": "99", "pagu": "1.234"}),),
    )


def statuses(rule):
    return sorted(Finding.objects.filter(rule=rule).values_list("status", flat=True))


def rows_of_all_tables():
    return {model._meta.label: model.objects.count() for model in apps.get_models()}
