"""`tolok import`, `findings` and `correct`, as a person at a terminal uses them."""

import json

import openpyxl
import pytest

from tolok import environment
from tolok.cli import main
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.derivation.testing import USUAL
from tolok.registry.models import Import, Package
from tolok.terminal import Exit

WHO = ["--agency", "X101", "--year", "2025"]
OWN = {"kd_klpd": "X101", "tahun_anggaran": 2025}


def write(folder, table, *rows):
    columns = OWN | USUAL[table]
    (folder / f"{table}.json").write_text(json.dumps([columns | row for row in rows]))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A tender typed tenfold, and an award table with a cell that cannot be read."""
    folder = tmp_path_factory.mktemp("files")
    write(folder, "SPSE-TenderPengumuman", {}, {"kd_tender": "92", "kd_pkt_dce": "2"})
    award = {"kd_penyedia": "1", "tgl_penetapan_pemenang": "2025-04-01"}
    write(
        folder,
        "SPSE-TenderSelesaiNilai",
        award | {"nilai_kontrak": 9000, "nilai_penawaran": 900},
        award | {"kd_tender": "92", "nilai_kontrak": "seribu"},
    )
    return folder


@pytest.fixture(scope="module")
def imported(lasting, files):
    environment.write_secret_key(lasting)
    make_agency()
    main(["import", str(files), *WHO])
    return Import.objects.get()


@pytest.fixture
def run(imported, stay, capsys):
    """run("findings", …): exit code, the result as JSON where there is one, the messages."""

    def run_command(*argv):
        command, *rest = map(str, argv)
        code = main([command, *WHO, "--format", "json", *rest])
        told = capsys.readouterr()
        return code, json.loads(told.out) if told.out else None, told.err

    return run_command


def test_import_prints_its_report_and_says_what_was_left_out(run, files, tmp_path):
    book = tmp_path / "ditolak.xlsx"

    code, report, messages = run("import", files, "--dry-run", "--refused", book)

    assert code == Exit.PARTLY
    announced, award = report["files"]
    assert announced["table"] == "SPSE-TenderPengumuman"
    assert announced["path"].endswith("SPSE-TenderPengumuman.json")
    assert [announced[count] for count in ("rows", "new", "unchanged")] == [2, 0, 2]
    assert [award[count] for count in ("rows", "unchanged", "refused")] == [2, 1, 1]
    assert report["findings"]["P-01"] == 1
    assert report["packages"] == 2
    assert len(report["snapshot"]) == 64
    assert "seribu" in messages
    assert openpyxl.load_workbook(book).worksheets[0]["A2"].value is not None


def test_all_or_nothing_refuses_and_changes_nothing(run, files):
    code, report, messages = run("import", files, "--all-or-nothing")

    assert (code, report) == (Exit.REFUSED, None)
    assert "I-02" in messages


def test_an_import_is_undone_by_its_number(run, imported):
    assert run("import", "--undo", imported.pk + 1)[0] == Exit.REFUSED

    code, result, _ = run("import", "--undo", imported.pk)

    assert (code, result) == (Exit.DONE, {"undone": imported.pk})
    assert not Package.objects.exists()


def test_import_wants_files(run):
    assert run("import")[0] == Exit.USAGE


def test_i07_the_agency_must_be_registered(run, files):
    code, _, messages = run("import", files, "--agency", "X999")

    assert code == Exit.REFUSED
    assert "I-07" in messages


def test_i08_whoever_imports_must_be_known(run, files):
    code, _, messages = run("import", files, "--by", "siapa@contoh.id")

    assert code == Exit.REFUSED
    assert "I-08" in messages


def test_findings_are_listed_with_values_and_rows(run):
    code, result, _ = run("findings", "--rule", "P-01")

    (finding,) = result["findings"]
    assert code == Exit.DONE
    assert (finding["package"], finding["guess"]) == ("1", "900.00")
    assert (finding["lowest"], finding["highest"]) == ("900.00", "9000.00")
    assert finding["rows"][0]["row"] == 1
    assert "Paket 91" in finding["message"]


def test_a_correction_is_proposed_by_one_and_accepted_by_another(run, agency):
    sari, budi = make_user(Role.DATA_PROCESSOR, agency), make_user(Role.COORDINATOR, agency)
    what = ("--package", "1", "--field", "nilai_kontrak", "--value", "900")

    code, proposed, _ = run("correct", "--by", sari.email, *what, "--reason", "Kontrak.")
    assert (code, proposed["decision"]) == (Exit.DONE, "pending")
    number = proposed["id"]

    code, _, messages = run("correct", "--by", sari.email, "--accept", number)
    assert code == Exit.REFUSED
    assert "K-05" in messages

    code, accepted, _ = run("correct", "--by", budi.email, "--accept", number)
    assert accepted["decision"] == "accepted"
    assert Package.objects.get(code="1").contract_value == 900

    _, listed, _ = run("correct", "--by", budi.email, "--list")
    assert [(one["published"], one["value"]) for one in listed["corrections"]] == [
        ("9000.00", "900.00")
    ]
    run("correct", "--by", budi.email, "--withdraw", number)
    assert Package.objects.get(code="1").contract_value == 9000
    assert len(run("findings", "--all")[1]["findings"]) > 0


def test_a_package_is_kept_out_of_an_indicator(run, agency):
    sari, budi = make_user(Role.DATA_PROCESSOR, agency), make_user(Role.COORDINATOR, agency)
    why = ("--reason", "Sengketa.")

    _, proposed, _ = run(
        "correct", "--by", sari.email, "--package", "1", "--exclude-from", "B1", *why
    )
    number = proposed["id"]
    _, refused, _ = run("correct", "--by", budi.email, "--refuse", number, "--exclusion", *why)

    assert refused == {"id": number, "decision": "refused", "about": "1 di luar B1"}


def test_k07_what_is_corrected_must_be_there(run, agency, tmp_path):
    who = ("correct", "--by", make_user(Role.DATA_PROCESSOR, agency).email)
    fact = ("--field", "nilai_kontrak", "--value", "900", "--reason", "x")

    for argv in (
        (*who, "--package", "99", *fact),
        (*who, "--accept", 99),
        (*who, "--package", "1", *fact, "--evidence", tmp_path / "tidak-ada.pdf"),
    ):
        code, _, messages = run(*argv)
        assert code == Exit.REFUSED
        assert "K-07" in messages
    assert run(*who, "--package", "1")[0] == Exit.USAGE


def test_without_findings_it_says_so(run, capsys):
    assert main(["findings", *WHO, "--rule", "P-99"]) == Exit.DONE
    assert "Tidak ada temuan" in capsys.readouterr().out
