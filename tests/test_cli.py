import os
import subprocess
import sys
import time

import pytest

from tests.commands import ROOT, tolok
from tolok import cli
from tolok.core.problem import Problem, RefusedError

ISSUED = """
    init import findings correct measure explain demo generate backup restore serve worker
    doctor verify version
"""


def test_help_answers_at_once_because_django_is_not_loaded():
    started = time.perf_counter()
    help_text = tolok("--help")
    seconds = time.perf_counter() - started

    assert help_text.code == 0
    assert seconds < 0.5


def test_gathering_the_commands_loads_neither_django_nor_the_engine():
    code = (
        "import sys, tolok.cli; tolok.cli.command_line();"
        "print([name for name in ('django.apps', 'duckdb', 'sqlglot') if name in sys.modules])"
    )

    loaded = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True)  # noqa: S603

    assert loaded.strip() == "[]"


def test_every_command_is_there_and_says_what_it_does():
    help_text = tolok("--help", COLUMNS=200).out

    missing = [name for name in ISSUED.split() if f"\n    {name} " not in help_text]

    assert missing == []


def test_djangos_own_commands_run_under_ours(capsys):
    assert cli.main(["diffsettings", "--output", "unified"]) == 0

    assert "TOLOK_HOME" in capsys.readouterr().out


def test_an_unknown_command_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(["berangkat"])

    assert end.value.code == 2
    assert "berangkat" in capsys.readouterr().err


def test_no_command_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as end:
        cli.main([])

    assert end.value.code == 2


def test_a_refusal_is_told_on_stderr_and_ends_with_1(monkeypatch, capsys, home):
    (home / "secret_key").write_text("k" * 50)
    monkeypatch.setattr(cli.tolok.operations.commands, "run_verify", refuse)

    code = cli.main(["verify"])

    told = capsys.readouterr()
    assert (code, told.out) == (1, "")
    assert told.err == "X-01 baris 7: Melebihi pagu.\n"


def refuse(args):
    raise RefusedError(Problem("X-01", "baris 7", "Melebihi pagu."))


def test_a_command_before_init_is_refused_with_h_01(capsys):
    code = cli.main(["verify"])

    assert code == 1
    assert capsys.readouterr().err.startswith("H-01 ")


def test_a_wrong_setting_stops_the_start_with_a_sentence():
    answer = tolok("doctor", TOLOK_SECRET_KEY="x" * 8)

    assert answer.code == 1
    assert "Kunci rahasia" in answer.err
    assert "Traceback" not in answer.err


def test_version_prints_json(capsys):
    assert cli.main(["version", "--format", "json"]) == 0

    assert '"version": "' in capsys.readouterr().out


def test_a_reader_that_has_seen_enough_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "w") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "tolok", "version"],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, b"")
