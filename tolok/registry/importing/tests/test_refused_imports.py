"""Imports that are refused, and what then stays as it was."""

import pytest
from django.apps import apps
from django.db import IntegrityError

from tolok.core.problem import Problem, RefusedError
from tolok.core.testing import rules_of
from tolok.registry.derivation.testing import reading
from tolok.registry.importing import actions
from tolok.registry.models import (
    Import,
    ImportedFile,
    Package,
    PublishedTable,
)
from tolok.registry.reading.results import FileReading, RefusedRow, RowRefusal

TENDER = "SPSE-TenderPengumuman"

AWARD = "SPSE-TenderSelesaiNilai"

pytestmark = pytest.mark.django_db


def test_i03_files_of_another_agency_are_refused(agency, bring):
    with pytest.raises(RefusedError) as refusal:
        bring({TENDER: [{"kd_klpd": "B154"}], AWARD: [{"tahun_anggaran": 2024}]})

    assert rules_of(refusal) == {"I-03"}
    assert not Import.objects.exists()


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


def rows_of_all_tables():
    return {model._meta.label: model.objects.count() for model in apps.get_models()}
