"""What an uploaded file may not hold, told before anything in it is opened."""

import zipfile

import pytest

from tolok.core.problem import RefusedError
from tolok.documents.checking.container import MOST_BYTES, MOST_MEMBERS, need_small
from tolok.documents.checking.inside import check
from tolok.documents.checking.testing import at_end

RELATIONS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"
ENTITY = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relation(kind, target, mode="External"):
    words = f'<Relationship Id="rX" Type="{TYPES}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return {"edits": {RELATIONS: at_end(words)}}


def in_body(xml):
    def edit(old):
        return old.replace("<w:body>", f"<w:body><w:p><w:r>{xml}</w:r></w:p>", 1)

    return {"edits": {BODY: edit}}


def field(code):
    return (
        '<w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        f'{code}</w:r><w:r><w:fldChar w:fldCharType="end"/>'
    )


def instruction(*pieces):
    return "".join(f'<w:instrText xml:space="preserve">{one}</w:instrText>' for one in pieces)


def rules(found):
    return {problem.rule for problem in found.problems}


@pytest.mark.parametrize(
    "change",
    [
        {"added": {"word/vbaProject.bin": b"x"}},
        {"added": {"word/embeddings/oleObject1.bin": b"x"}},
        {"added": {"word/activeX/activeX1.bin": b"x"}},
        {"added": {"word/media/logo.svg": b"<svg/>"}},
        {"added": {"word/media/logo.emf": b"x"}},
        relation("oleObject", "embeddings/x.xml", "Internal"),
        relation("aFChunk", "x.xml", "Internal"),
        relation("subDocument", "x.xml", "Internal"),
        relation("frame", "http://contoh.example/f.htm"),
        relation("vbaProject", "x.xml", "Internal"),
        relation("extensibility", "customUI/customUI.xml", "Internal"),
        in_body("<w:object/>"),
        in_body('<w:altChunk r:id="rX"/>'),
        in_body("<w:control/>"),
        {"edits": {"word/settings.xml": at_end("<w:mailMerge/>")}},
        {
            "edits": {
                "[Content_Types].xml": lambda xml: xml.replace(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                    "application/vnd.ms-word.document.macroEnabled.main",
                )
            }
        },
    ],
)
def test_what_runs_or_belongs_to_another_program_is_refused(found, change):
    assert "TP-03" in rules(found(**change))


@pytest.mark.parametrize(
    "change",
    [
        relation("image", "http://127.0.0.1:9/p.png"),
        relation("image", "file:///etc/passwd"),
        relation("image", "\\\\server\\x.png", "Internal"),
        relation("attachedTemplate", "http://127.0.0.1:9/t.dotm"),
        relation("hyperlink", "file:///etc/passwd"),
        relation("hyperlink", "javascript:alert(1)"),
        relation("header", "http://127.0.0.1:9/h.xml"),
        in_body(
            '<w:pict><v:shape xmlns:v="urn:v"><v:imagedata src="http://x/"/></v:shape></w:pict>'
        ),
        in_body(field(instruction(" DDEAUTO c:\\\\cmd.exe "))),
        in_body(field(instruction("DD", "EAUTO x"))),
        in_body(field(instruction("INCLUDETEXT x"))),
        in_body(field(instruction('INCLUDEPICTURE "http://127.0.0.1:9/"'))),
        in_body(field(instruction("PAGE {% if year == 2031 %}"))),
        in_body(field("<w:t>{#</w:t>" + instruction("PAGE"))),
        in_body(field(field(instruction("QUOTE 68 68 69")) + instruction("PAGE"))),
        in_body(field(instruction('HYPERLINK "file:///etc/passwd"'))),
        in_body(instruction("LINK Excel.Sheet x")),
        in_body('</w:r><w:fldSimple w:instr=" DATABASE x "/><w:r>'),
    ],
)
def test_what_would_be_fetched_or_computed_is_refused(found, change):
    assert rules(found(**change)) == {"TP-05"}


@pytest.mark.parametrize(
    "change",
    [
        relation("hyperlink", "https://contoh.example/"),
        in_body(field(instruction(" PAGE "))),
        in_body(field(instruction(' HYPERLINK "https://contoh.example/" '))),
    ],
)
def test_page_numbers_and_links_to_pages_stay(found, change):
    assert not found(**change).problems


@pytest.mark.parametrize(
    ("member", "edit"),
    [
        (BODY, lambda xml: xml.replace("<w:document", f"{ENTITY}<w:document", 1)),
        ("word/styles.xml", lambda xml: xml.replace("<w:styles", "<!DOCTYPE r><w:styles", 1)),
        ("[Content_Types].xml", lambda xml: xml.replace("<Types", "<!DOCTYPE r><Types", 1)),
        (BODY, lambda xml: xml[:-30]),
    ],
)
def test_entities_and_broken_xml_are_refused(found, member, edit):
    assert rules(found(edits={member: edit})) == {"TP-06"}


@pytest.mark.parametrize(
    "added",
    [
        {"word/media/x.xml": b"PK\x03\x04abc"},
        {"../../keluar.xml": b"<x/>"},
        {"word/besar.xml": b"<x>" + b" " * (2 << 20) + b"</x>"},
        {f"word/x{at}.xml": b"<x/>" for at in range(MOST_MEMBERS)},
        {"word/raksasa.xml": b"<x>" + b" " * (61 << 20) + b"</x>"},
    ],
)
def test_an_archive_that_is_a_trap_is_refused(f5, tmp_path, added):
    path = tmp_path / "templat.docx"
    with zipfile.ZipFile(f5.template) as old, zipfile.ZipFile(path, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, data in added.items():
            new.writestr(name, data)

    assert rules(check(f5, path)) == {"TP-02"}


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_file_that_is_no_word_file_is_refused(f5, tmp_path, data):
    (tmp_path / "templat.docx").write_bytes(data)

    assert rules(check(f5, tmp_path / "templat.docx")) == {"TP-01"}


def test_a_file_too_large_is_refused_unopened(tmp_path):
    with (tmp_path / "templat.docx").open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    with pytest.raises(RefusedError) as refused:
        need_small(tmp_path / "templat.docx")

    assert refused.value.problems[0].rule == "TP-02"


@pytest.mark.parametrize(
    "picture",
    [
        b"bukan gambar",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xea`\x00\x00\xea`\x01\x00\x00\x00\x00"
        b"\x00\x00\x00\x00\x00\x00\x00\x00IEND\xaeB`\x82",
    ],
)
def test_a_picture_that_is_none_or_a_flood_is_refused(found, picture):
    assert rules(found(added={"word/media/x.png": picture})) == {"TP-04"}
