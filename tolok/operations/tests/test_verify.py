import json

import pytest

from tolok import cli
from tolok.operations.verify import verify
from tolok.organisation.actions import register_agency
from tolok.registry import store
from tolok.registry.models import Snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(django_capture_on_commit_callbacks):
    """Registered, and noted beside the database as a committed action is."""
    with django_capture_on_commit_callbacks(execute=True):
        return register_agency("D999", "Kabupaten Contoh")


def rules():
    return [problem.rule for problem in verify().problems]


def test_what_nobody_touched_is_sound(agency, tmp_path):
    (tmp_path / "impor.json").write_text("[]")
    store.keep_file(tmp_path / "impor.json")

    found = verify()

    assert (found.entries, found.files, found.problems) == (1, 1, ())


def test_a_kept_file_that_was_altered_is_found_h_07(tmp_path):
    (tmp_path / "impor.json").write_text("[]")
    kept = store.kept_file(store.keep_file(tmp_path / "impor.json"))
    kept.chmod(0o644)
    kept.write_text("[1]")

    assert rules() == ["H-07"]


def test_a_snapshot_that_is_gone_is_found_h_08(agency):
    Snapshot.objects.create(agency=agency, year=2025, sha256="a" * 64, packages=1)

    assert rules() == ["H-08"]


def test_the_command_ends_with_4_and_names_each_problem(agency, home, capsys):
    Snapshot.objects.create(agency=agency, year=2025, sha256="a" * 64, packages=1)
    (home / "secret_key").write_text("k" * 50)

    code = cli.main(["verify", "--format", "json"])

    told = capsys.readouterr()
    assert code == 4
    assert json.loads(told.out)["problems"][0]["rule"] == "H-08"
    assert told.err.startswith("H-08 ")
