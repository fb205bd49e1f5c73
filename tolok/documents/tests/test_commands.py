"""`tolok documents list` and `render`, as a person types them."""

import json

import pytest
from pypdf import PdfReader

from tolok.cli import main
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import TITLES, document, documents
from tolok.documents.rendering.pdf import libreoffice, make_pdfs
from tolok.documents.text import text_of


def test_the_list_names_code_title_and_formats(capsys):
    code = main(["documents", "list", "--format", "json"])

    found = json.loads(capsys.readouterr().out)["documents"]
    assert code == 0
    assert {"code": "F5", "title": TITLES["F5"], "formats": ["docx", "xlsx"]} in found


def test_the_list_is_in_the_order_of_the_sop(capsys):
    main(["documents", "list"])

    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert codes == [code for code in TITLES if code in codes]


def test_one_document_is_made_from_a_file_of_facts(tmp_path):
    data = document("F5").example_json() | {"supplier": "CV Fakta Lain"}
    (tmp_path / "fakta.json").write_text(json.dumps(data))

    places = ("--facts", str(tmp_path / "fakta.json"), "--out", str(tmp_path / "f5.docx"))
    code = main(["documents", "render", "f5", *places])

    assert code == 0
    assert "CV Fakta Lain" in text_of((tmp_path / "f5.docx").read_bytes())


def test_the_ending_of_the_name_decides_the_format(tmp_path):
    main(["documents", "render", "F5", "--example", "--out", str(tmp_path / "f5.xlsx")])

    assert "NILAI KINERJA" in text_of((tmp_path / "f5.xlsx").read_bytes())


def test_all_examples_are_written_and_begin_with_their_code(tmp_path):
    code = main(["documents", "render", "all", "--example", "--out", str(tmp_path / "contoh")])

    names = [path.name for path in (tmp_path / "contoh").iterdir()]
    assert code == 0
    assert "F5-formulir-isian-kinerja-penyedia-per-paket.docx" in names
    assert len(names) == sum(len(one.formats) for one in documents())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["F99", "--example", "--out", "x.docx"], "DK-04"),
        (["F5", "--example", "--out", "x.pptx"], "DK-10"),
        (["F5", "--facts", "tidak-ada.json", "--out", "x.docx"], "DK-11"),
    ],
)
def test_what_cannot_be_made_is_refused_and_says_why(
    arguments, told, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)

    code = main(["documents", "render", *arguments])

    assert code == 1
    assert capsys.readouterr().err.startswith(told)
    assert list(tmp_path.glob("x.*")) == []


def test_all_needs_the_examples(tmp_path, capsys):
    assert main(["documents", "render", "all", "--facts", "f.json", "--out", str(tmp_path)]) == 2


def test_without_libreoffice_a_pdf_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))

    code = main(["documents", "render", "F5", "--example", "--out", str(tmp_path / "f5.pdf")])

    assert code == 1
    told = capsys.readouterr().err
    assert told.startswith("DK-07")
    assert "libreoffice-writer" in told


def test_examples_without_a_pdf_are_written_and_the_reason_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))

    code = main(["documents", "render", "all", "--example", "--out", str(tmp_path), "--pdf"])

    assert code == 3
    assert "DK-07" in capsys.readouterr().err
    assert len(list(tmp_path.glob("*.docx"))) > 0


@pytest.mark.slow
def test_a_pdf_is_made_beside_the_word_file(tmp_path):
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")

    main(["documents", "render", "F5", "--example", "--out", str(tmp_path / "f5.docx"), "--pdf"])

    assert "Halaman 1 dari 1" in PdfReader(tmp_path / "f5.pdf").pages[0].extract_text()


@pytest.mark.slow
def test_what_libreoffice_cannot_read_is_named(tmp_path):
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    with pytest.raises(RefusedError) as refused:
        make_pdfs([tmp_path / "tidak-ada.docx"], tmp_path)

    assert refused.value.problems[0].rule == "DK-08"
