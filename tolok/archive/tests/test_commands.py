import json
import zipfile

import pytest

from tolok.archive.files import kept_file
from tolok.archive.models import Paper
from tolok.archive.testing import drafted, issued, make_paper
from tolok.cli import main
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import document
from tolok.organisation.testing import make_work_unit
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


class TestMany:
    @pytest.fixture(autouse=True)
    def year(self):
        return make_year(year=2025)

    def facts(self, folder, *items):
        file = folder / "daftar.json"
        file.write_text(json.dumps(list(items)))
        return str(file)

    def make(self, file, *more):
        who = ("--agency", "X101", "--year", "2025")
        return main(["papers", "make", "HADIR", "--facts", file, *who, *more])

    def test_a_list_of_facts_becomes_drafts_and_a_zip(self, tmp_path, capsys):
        example = document("HADIR").example_json()
        make_work_unit(code="1.01.")
        items = ({"title": f"Hadir {at}", "subject": at, "facts": example} for at in "12")
        file = self.facts(tmp_path, *items, {"title": "Dinas", "unit": "1.01.", "facts": example})

        done = self.make(file, "--out", str(tmp_path / "hadir.zip"), "--format", "json")

        assert done == Exit.DONE
        assert json.loads(capsys.readouterr().out)["made"] == 3
        assert Paper.objects.filter(unit__code="1.01.").count() == 1
        with zipfile.ZipFile(tmp_path / "hadir.zip") as archive:
            assert len(archive.namelist()) == 4

    def test_what_cannot_be_made_is_named_and_the_rest_made(self, tmp_path, capsys):
        example = document("HADIR").example_json()
        items = ({"title": "A", "facts": example}, {"title": "B", "facts": {}})

        done = self.make(self.facts(tmp_path, *items))

        assert done == Exit.PARTLY
        assert "[2] B ditolak:\nDK-02" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ('{"title": 1}', "bukan daftar"),
            ("[1]", '"title" dan "facts"'),
            ('[{"title": "A", "facts": {}, "unit": "9"}]', "Satker 9 tidak terdaftar"),
            ("[", "tidak dapat dibaca"),
        ],
    )
    def test_a_list_that_is_none_is_refused(self, content, told, tmp_path, capsys):
        (tmp_path / "daftar.json").write_text(content)

        assert self.make(str(tmp_path / "daftar.json")) == Exit.REFUSED
        assert capsys.readouterr().err.startswith("BN-05")
        assert Paper.objects.count() == 0

    def test_a_year_that_was_not_opened_is_refused(self, capsys):
        who = ("--agency", "X101", "--year", "2031")

        assert main(["papers", "complete", *who]) == Exit.REFUSED
        assert capsys.readouterr().err.startswith("BN-06")

    def test_what_is_missing_is_told(self, capsys):
        make_paper("F1", Paper.Status.ISSUED)

        main(["papers", "complete", "--agency", "X101", "--year", "2025", "--format", "json"])

        cells = json.loads(capsys.readouterr().out)["cells"]
        assert {"document": "F1", "unit": "", "period": "", "expected": 1, "terbit": 1} in cells

    def test_the_papers_of_a_year_become_one_zip(self, tmp_path):
        issued("HADIR")
        make_paper("F1")
        out = tmp_path / "naskah.zip"

        who = ("--agency", "X101", "--year", "2025", "--document", "HADIR")
        done = main(["papers", "bundle", *who, "--out", str(out)])

        assert done == Exit.DONE
        with zipfile.ZipFile(out) as archive:
            assert [name[:6] for name in archive.namelist()][3:] == ["HADIR/", "SHA256"]
        assert list(tmp_path.glob("*naskah*")) == [out]
