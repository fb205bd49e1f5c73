"""`tolok documents check`, as a person types it."""

import json

from tolok.cli import main
from tolok.documents.catalogue import document
from tolok.documents.checking.testing import template_with

F5 = document("F5")


def check(path, *more):
    return main(["documents", "check", "f5", "--template", str(path), *more])


def test_a_good_template_is_done_and_its_preview_written(tmp_path, capsys):
    code = check(F5.template, "--out", str(tmp_path / "contoh.docx"))

    assert code == 0
    assert "dapat dipakai" in capsys.readouterr().out
    assert (tmp_path / "contoh.docx").read_bytes().startswith(b"PK")


def test_what_is_wrong_is_told_by_paragraph_and_ends_with_one(tmp_path, capsys):
    path = template_with(F5, tmp_path / "templat.docx", paragraph="{{ suplier }}")

    code = check(path, "--format", "json")

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert code == 1
    assert (problem["rule"], problem["where"]) == ("TP-09", "paragraf 1 “{{ suplier }}”")


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert check(tmp_path / "tidak-ada.docx") == 1
    assert "tidak-ada.docx" in capsys.readouterr().err


def test_rendering_with_a_template_of_ones_own_checks_it_first(tmp_path, capsys):
    path = template_with(F5, tmp_path / "templat.docx", added={"word/vbaProject.bin": b"x"})
    places = ("--template", str(path), "--out", str(tmp_path / "f5.docx"))

    code = main(["documents", "render", "F5", "--example", *places])

    assert code == 1
    assert "TP-03" in capsys.readouterr().err
    assert not (tmp_path / "f5.docx").exists()
