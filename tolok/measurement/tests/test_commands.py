"""`tolok measure` and `tolok explain`, from published rows to JSON."""

import argparse
import io
import json

import openpyxl
import pytest

from tolok.core.problem import RefusedError
from tolok.measurement.commands import add_to
from tolok.measurement.testing import keep_snapshot, make_row
from tolok.organisation.testing import make_agency
from tolok.registry.models import Snapshot
from tolok.registry.testing import publish, tender_tables
from tolok.terminal import Exit

pytestmark = pytest.mark.django_db
TENDER = "mtd_pemilihan = 'Tender'"


@pytest.fixture
def agency():
    """Two awards, in a snapshot nothing was published for."""
    facts = {"status": "selesai", "hps": 950, "kd_satker": "1.01", "nama_paket": "Gedung"}
    rows = [make_row(1, **facts, nilai_kontrak=900), make_row(2, **facts, nilai_kontrak=700)]
    keep_snapshot(make_agency(), 2025, rows)
    return make_agency()


@pytest.fixture
def published():
    """One tender, from its published rows."""
    agency = make_agency()
    publish(agency, tender_tables("1001"))
    return agency


def run(*words, year=2025):
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    args = parser.parse_args([words[0], "--agency", "X101", "--year", str(year), *words[1:]])
    return args.run(args)


def as_json(capsys, *words):
    assert run(*words, "--format", "json") == Exit.DONE
    return json.loads(capsys.readouterr().out)


def test_measure_prints_every_indicator_of_the_year(agency, capsys):
    found = as_json(capsys, "measure", "--where", TENDER)

    assert list(found) == ["agency", "year", "snapshot", "indicators"]
    assert found["snapshot"] == Snapshot.objects.current(agency, 2025).sha256
    (saving,) = [one for one in found["indicators"] if one["code"] == "B1"]
    assert saving == {
        "code": "B1",
        "name": "Efisiensi terhadap HPS",
        "unit": "%",
        "value": 15.7894736842,
        "lowest": 15.7894736842,
        "highest": 15.7894736842,
        "numerator": 300,
        "denominator": 1900,
        "rows": 2,
        "reason": "",
    }
    assert len(found["indicators"]) == 28


def test_measure_by_groups_and_with_details(agency, capsys):
    found = as_json(
        capsys, "measure", "--indicator", "k1", "--by", "kd_satker, triwulan", "--details"
    )

    (one,) = found["indicators"]
    assert list(one["group"]) == ["kd_satker", "triwulan"]
    assert {"left_out", "interval_reason", "settles", "formula_version"} <= one.keys()


def test_measure_as_a_table_for_people(agency, capsys):
    assert run("measure", "--indicator", "K1") == Exit.DONE

    head, line = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["Kode", "Indikator"]
    assert "Tender/seleksi gagal" in line
    assert "0,0000" in line


def test_explain_prints_rows_that_add_up_with_their_sources(published, capsys):
    found = as_json(capsys, "explain", "--indicator", "B1", "--where", TENDER)

    assert list(found) == ["code", "value", "numerator", "denominator", "rows", "left_out"]
    assert [row["package"] for row in found["rows"]] == ["1001"]
    assert sum(row["numerator"] for row in found["rows"]) == found["numerator"] == 50_000_000
    assert {"file": "SPSE-TenderPengumuman.json", "row": 1} in found["rows"][0]["sources"]


def test_explain_tells_people_and_writes_a_workbook(published, capsys, tmp_path):
    target = tmp_path / "k4.xlsx"

    run("explain", "--indicator", "K4", "--group", "triwulan=2", "--xlsx", str(target))
    run("explain", "--indicator", "B1", "--group", "kd_satker=1.01.01.")

    told = capsys.readouterr()
    assert "Tidak dihitung: 1001 (data penawar belum ada)" in told.out
    assert "Belum pasti: 1001 (lengkapi data penawar)" in told.out
    assert "SPSE-TenderPengumuman.json baris 1" in told.out
    assert "Jumlah: 50000000.00 / 950000000.00 = 5.2631578947" in told.out
    assert str(target) in told.err
    assert openpyxl.load_workbook(io.BytesIO(target.read_bytes())).sheetnames[0] == "Nilai"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["measure", "--indicator", "Z9"], "M-06"),
        (["explain", "--indicator", "Z9"], "M-06"),
        (["measure", "--where", "hpss > 1"], "F-09"),
        (["measure", "--by", "hps"], "M-02"),
        (["explain", "--indicator", "B1", "--group", "triwulan=dua"], "M-02"),
    ],
)
def test_what_cannot_be_asked_is_refused(agency, words, rule):
    with pytest.raises(RefusedError) as refusal:
        run(*words)

    assert refusal.value.problems[0].rule == rule


def test_a_year_without_data_is_refused(agency):
    with pytest.raises(RefusedError) as refusal:
        run("measure", year=2020)

    assert refusal.value.problems[0].rule == "S-01"


@pytest.mark.parametrize("words", [["measure"], ["explain", "--indicator", "B1"]])
def test_a_damaged_snapshot_is_its_own_exit_code(agency, words, capsys):
    path = Snapshot.objects.current(agency, 2025).path
    path.chmod(0o644)
    path.write_bytes(b"PAR1")

    assert run(*words) == Exit.DAMAGED
    assert "M-01" in capsys.readouterr().err
