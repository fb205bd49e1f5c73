"""`tolok documents render F5 --facts LIST --out FOLDER`: many files, also after a `kill -9`."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tolok.cli import main
from tolok.documents.catalogue import document
from tolok.documents.text import text_of


@pytest.fixture
def facts(tmp_path):
    def write(count, **changed):
        example = document("F5").example_json()
        many = [example | {"supplier": f"CV Uji {at:03}"} for at in range(count)]
        for at, other in changed.items():
            many[int(at[1:])] |= other
        file = tmp_path / "fakta.json"
        file.write_text(json.dumps(many))
        return file

    return write


def render(facts, out):
    return main(["documents", "render", "F5", "--facts", str(facts), "--out", str(out)])


def files_of(out):
    return {file.name: file.read_bytes() for file in out.glob("*.docx")}


def test_a_list_of_facts_becomes_as_many_files(facts, tmp_path):
    code = render(facts(3), tmp_path / "hasil")

    made = [text_of(data) for _, data in sorted(files_of(tmp_path / "hasil").items())]
    assert code == 0
    assert [f"CV Uji {at:03}" in text for at, text in enumerate(made)] == [True] * 3


def test_the_hashes_stand_beside_the_files(facts, tmp_path):
    render(facts(2), tmp_path / "hasil")

    listed = (tmp_path / "hasil" / "F5.sha256").read_text().splitlines()
    assert listed == [
        f"{hashlib.sha256(data).hexdigest()}  {name}"
        for name, data in sorted(files_of(tmp_path / "hasil").items())
    ]


def test_wrong_facts_are_named_by_their_place_and_the_others_made(facts, tmp_path, capsys):
    code = render(facts(3, _1={"supplier": 7}), tmp_path / "hasil")

    assert code == 3
    assert "DK-03 [2] supplier: " in capsys.readouterr().err
    assert [name[:7] for name in sorted(files_of(tmp_path / "hasil"))] == ["F5-0001", "F5-0003"]


def test_files_that_are_there_stay_and_an_altered_one_is_made_again(facts, tmp_path, capsys):
    out = tmp_path / "hasil"
    render(facts(3), out)
    before = files_of(out)
    first, *others = sorted(out.glob("*.docx"))
    times = [file.stat().st_mtime_ns for file in others]
    first.write_bytes(b"setengah")
    capsys.readouterr()

    render(facts(3), out)

    assert "1 berkas F5 ditulis" in capsys.readouterr().err
    assert files_of(out) == before
    assert [file.stat().st_mtime_ns for file in others] == times


def test_killed_in_the_middle_it_leaves_no_half_file_and_goes_on(facts, tmp_path, capsys):
    out, many = tmp_path / "hasil", facts(60)
    command = ["documents", "render", "F5", "--facts", str(many), "--out", str(out)]
    running = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "tolok", *command], stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 60
    while len(list(out.glob("*.docx"))) < 5 and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    half_way = files_of(out)

    render(many, out)

    whole = files_of(out)
    assert 5 <= len(half_way) < 60
    assert len(whole) == 60
    assert {name: whole[name] for name in half_way} == half_way
    assert f"{60 - len(half_way)} berkas F5 ditulis" in capsys.readouterr().err
