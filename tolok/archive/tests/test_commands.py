import json

import pytest

from tolok.archive.files import kept_file
from tolok.archive.testing import drafted, issued, make_paper
from tolok.cli import main
from tolok.people.testing import make_user
from tolok.terminal import Exit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prepared(monkeypatch):
    monkeypatch.setenv("TOLOK_SECRET_KEY", "k" * 50)


def test_the_papers_of_a_year_are_listed(capsys):
    paper = make_paper()

    main(["papers", "list", "--agency", "X101", "--year", "2025", "--format", "json"])

    assert [one["code"] for one in json.loads(capsys.readouterr().out)["papers"]] == [paper.code]


def test_a_draft_is_issued_and_its_file_verified(capsys, tmp_path):
    paper, by = drafted("F1"), make_user().email

    done = main(["papers", "issue", paper.code, "--date", "3 Maret 2025", "--by", by])
    file = kept_file(paper.files.get().sha256)

    assert done == Exit.DONE
    assert "800.1.11.1/1/UKPBJ/III/2025" in capsys.readouterr().out
    assert main(["papers", "verify", paper.code, str(file)]) == Exit.DONE


def test_another_file_and_an_unknown_code_are_told(tmp_path, capsys):
    file = tmp_path / "lain.docx"
    file.write_bytes(b"lain")
    paper = issued()

    assert main(["papers", "verify", paper.code, str(file)]) == Exit.DAMAGED
    assert main(["papers", "verify", "7K3M-9QXF"]) == Exit.REFUSED
    assert main(["papers", "verify", paper.code, str(tmp_path / "hilang")]) == Exit.REFUSED


@pytest.mark.parametrize("asked", [("7K3M-9QXF", "03/03/2025"), ("7K3M-9QXF", " ")])
def test_what_cannot_be_issued_is_refused(asked, capsys):
    code, day = asked

    assert main(["papers", "issue", code, "--date", day, "--by", "x@contoh.id"]) == Exit.REFUSED
    assert "NK-12" in capsys.readouterr().err
