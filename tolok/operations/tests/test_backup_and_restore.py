"""The real commands on real homes, on SQLite and on PostgreSQL."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import postgresql
from tests.commands import ROOT, tolok
from tolok import cli

INIT = ["init", "--agency", "D999", "--name", "Kabupaten Contoh"]


def database_url(database):
    return postgresql.new_database() if database == "postgresql" else ""


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """An installation that has been at work, on either database; tests only read it."""

    @cache
    def make(database):
        home = tmp_path_factory.mktemp("running") / "home"
        at = {"TOLOK_HOME": home, "DATABASE_URL": database_url(database)}
        assert tolok(*INIT, "--year", "2025", **at).code == 0
        (home / "snapshots").mkdir()
        (home / "snapshots" / "catatan.txt").write_text("berkas")
        file = home.parent / "c.zip"
        made = tolok("backup", file, "--format", "json", **at)
        assert (made.code, made.json["file"]) == (0, str(file))
        return SimpleNamespace(home=home, at=at, file=file)

    return make


@pytest.mark.both_databases(slow="postgresql")
def test_all_that_is_kept_comes_back_from_a_backup(running, tmp_path, database):
    new = {"TOLOK_HOME": tmp_path / "baru", "DATABASE_URL": database_url(database)}

    restored = tolok("restore", running(database).file, "--verify", **new)

    assert (restored.code, restored.err) == (0, "")
    assert (tmp_path / "baru" / "snapshots" / "catatan.txt").read_text() == "berkas"
    assert "sudah ada" in tolok(*INIT, "--year", "2025", **new).out  # agency and year are there
    assert "siap" in tolok(*INIT, "--year", "2026", **new).out  # new rows get new numbers
    verified = tolok("verify", "--format", "json", **new)
    assert (verified.code, verified.json["problems"]) == (0, [])
    assert verified.json["entries"] >= 3  # the agency and its two years


@pytest.mark.both_databases(slow="postgresql")
def test_a_trail_that_lost_rows_is_not_restored_when_verified(running, tmp_path, database):
    source = running(database)
    tampered = tmp_path / "home"
    shutil.copytree(source.home, tampered, dirs_exist_ok=True)
    (tampered / "audit_head").write_text(f"{9:020d} {'0' * 64}\n")  # it knows of nine rows
    tolok("backup", tmp_path / "c.zip", **source.at | {"TOLOK_HOME": tampered})

    new = {"TOLOK_HOME": tmp_path / "baru", "DATABASE_URL": database_url(database)}
    refused = tolok("restore", tmp_path / "c.zip", "--verify", **new)

    assert (refused.code, refused.err[:2]) == (4, "J-")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["c.zip", "home"]
    assert tolok("restore", tmp_path / "c.zip", **new).code == 0  # the database stayed empty


BUSY = """
import itertools, django
django.setup()
from tolok.organisation.actions import register_agency
for number in itertools.count():
    register_agency(f"K{number}", "Kota Contoh")
    print(number, flush=True)
"""


@pytest.fixture
def at_work():
    """`at_work(environment)`: somebody registers one agency after the other, until the end."""
    people = []

    def start(environment):
        everything = {**os.environ, **{name: str(value) for name, value in environment.items()}}
        everything["DJANGO_SETTINGS_MODULE"] = "tolok.settings"
        command = [sys.executable, "-c", BUSY]
        person = subprocess.Popen(  # noqa: S603  our own code
            command, cwd=ROOT, env=everything, stdout=subprocess.PIPE
        )
        people.append(person)
        person.stdout.readline()  # the first is done

    yield start
    for person in people:
        assert person.poll() is None  # still at work: nobody was locked out
        person.kill()
        person.communicate()


@pytest.mark.both_databases(slow="postgresql")
def test_a_backup_made_while_people_work_is_whole(running, at_work, tmp_path, database):
    source = running(database)
    at_work(source.at)

    backup = tolok("backup", tmp_path / "c.zip", **source.at)

    new = {"TOLOK_HOME": tmp_path / "baru", "DATABASE_URL": database_url(database)}
    assert backup.code == 0
    assert tolok("restore", tmp_path / "c.zip", "--verify", **new).code == 0


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[:-1], lambda whole: whole[1:], lambda _: b""]
)
def test_a_damaged_backup_is_refused_with_4_and_leaves_the_target_h_02(
    damage, running, tmp_path, home, capsys
):
    (tmp_path / "c.zip").write_bytes(damage(running("sqlite").file.read_bytes()))

    code = cli.main(["restore", str(tmp_path / "c.zip"), "--verify"])

    assert (code, capsys.readouterr().err[:4]) == (4, "H-02")
    assert list(home.iterdir()) == []
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["c.zip", "home"]


def test_a_restore_never_mixes_with_what_is_there_h_05(running, home, capsys):
    (home / "berkas").touch()

    code = cli.main(["restore", str(running("sqlite").file)])

    assert (code, capsys.readouterr().err[:4]) == (1, "H-05")
    assert [entry.name for entry in home.iterdir()] == ["berkas"]


def test_a_missing_backup_cannot_be_restored_h_04(capsys):
    assert cli.main(["restore", "tidak-ada.zip"]) == 1
    assert capsys.readouterr().err.startswith("H-04 ")


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("lebih baru", {"migrations": [["registry", "9999_later"]]}),
        ("DATABASE_URL", {"database": "oracle"}),
    ],
)
def test_a_backup_of_another_kind_is_refused_h_06(said, other, running, monkeypatch, capsys):
    own = {"format": 1, "migrations": [], "database": "sqlite"}
    monkeypatch.setattr("tolok.operations.archive.read_manifest", lambda _: own | other)

    code = cli.main(["restore", str(running("sqlite").file)])

    told = capsys.readouterr().err
    assert (code, told[:4]) == (1, "H-06")
    assert said in told


def test_a_backup_is_never_written_over_h_03(running, tmp_path, capsys):
    at = running("sqlite").at
    (tmp_path / "c.zip").write_text("yang lama")

    over = tolok("backup", tmp_path / "c.zip", **at)
    nowhere = tolok("backup", Path("/tidak/ada/c.zip"), **at)

    assert (over.code, nowhere.code) == (1, 1)
    assert over.err.startswith("H-03 ")
    assert (tmp_path / "c.zip").read_text() == "yang lama"
