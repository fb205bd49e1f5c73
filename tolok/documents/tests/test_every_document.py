"""What must be true of every document; a new folder is tested by being there."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from tolok.core.problem import RefusedError
from tolok.documents.building.make import built
from tolok.documents.catalogue import TITLES, documents
from tolok.documents.facts import facts_from_json, facts_to_json
from tolok.documents.render import render
from tolok.documents.rendering.pdf import libreoffice, make_pdfs
from tolok.documents.renew import expected
from tolok.documents.testing import with_a_turned_switch, with_other_leaves, with_rows
from tolok.documents.text import text_of

ALL = pytest.mark.parametrize("document", documents(), ids=lambda one: one.code)
WITH_TEMPLATE = pytest.mark.parametrize(
    "document", [one for one in documents() if "docx" in one.formats], ids=lambda one: one.code
)
UNFILLED = re.compile(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bnan\b|\bTrue\b|\bFalse\b")


def words_and_pictures(data):
    """The text, and the words for those who do not see the pictures."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
        )
    return text_of(data) + "\n".join(re.findall(r'descr="([^"]*)"', xml))


# --- Folder, catalogue, title


@ALL
def test_folder_catalogue_and_title_say_the_same(document):
    number = document.code[1:]
    start = f"f{int(number):02}" if number.isdigit() else document.code.lower().replace("-", "_")
    assert document.folder.name.startswith(f"{start}_")
    assert document.title == TITLES[document.code]
    assert document.title in text_of(render(document, document.example(), with_pages=False))


@WITH_TEMPLATE
def test_the_template_that_ships_is_what_its_script_makes(document):
    assert document.template.read_bytes() == built(document), "run: tolok.documents.renew"


@WITH_TEMPLATE
def test_a_document_says_whether_it_has_a_contents_list(document):
    with zipfile.ZipFile(document.template) as archive:
        body = archive.read("word/document.xml").decode()

    assert document.has_contents == (' TOC \\o "1-' in body)


@WITH_TEMPLATE
def test_a_template_has_no_macro_and_nothing_from_outside(document):
    with zipfile.ZipFile(document.template) as archive:
        parts = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}

    assert [name for name in parts if name.endswith((".bin", ".vml"))] == []
    assert [name for name, text in parts.items() if 'TargetMode="External"' in text] == []
    assert [name for name, text in parts.items() if re.search("DDE|INCLUDE|macro", text)] == []


# --- The example


@ALL
def test_the_example_gives_the_golden_text(document):
    golden = (document.folder / "expected.txt").read_text(encoding="utf-8")

    assert expected(document, document.example()) == golden


@ALL
def test_nothing_is_left_unfilled(document):
    for kind in document.formats:
        assert (
            UNFILLED.search(text_of(render(document, document.example(), kind, with_pages=False)))
            is None
        )


@ALL
def test_facts_written_to_json_and_read_back_are_the_same(document):
    facts = document.example()

    assert facts_from_json(document, facts_to_json(facts)) == facts


@ALL
def test_the_same_facts_give_the_same_bytes(document):
    for kind in document.formats:
        first, second = (
            render(document, document.example(), kind, with_pages=False) for _ in range(2)
        )
        assert first == second


def test_workbooks_inside_slides_do_not_tell_the_second_they_were_made_in():
    slides = next(one for one in documents() if one.code == "PRESENTASI")
    with zipfile.ZipFile(io.BytesIO(render(slides, slides.example()))) as deck:
        books = [deck.read(name) for name in deck.namelist() if name.endswith(".xlsx")]

    for book in books:
        properties = zipfile.ZipFile(io.BytesIO(book)).read("docProps/core.xml").decode()
        assert properties.count("2026-01-01T00:00:00Z") == properties.count("<dcterms:")
    assert books


@ALL
def test_a_final_copy_has_no_mark_of_a_draft(document):
    data = document.example_json()
    data["issue"] = {"status": "final", "code": "7K3M-9QXD", "address": "tolok.example/v"}

    text = text_of(render(document, facts_from_json(document, data), with_pages=False))

    assert "KONSEP" not in text


# --- Every fact is printed


@ALL
@pytest.mark.parametrize("kind", [str, int, Decimal, date], ids=lambda kind: kind.__name__)
def test_every_fact_is_printed(document, kind):
    facts, changed = with_other_leaves(document.example(), kind, document.not_printed)

    text = words_and_pictures(render(document, facts, with_pages=False))

    assert [one for one in changed if not one.is_in(text)] == []


@ALL
def test_every_switch_changes_the_text(document):
    before = text_of(render(document, document.example(), with_pages=False))

    for path, facts in with_a_turned_switch(document.example(), document.not_printed):
        assert text_of(render(document, facts, with_pages=False)) != before, path


@ALL
def test_texts_that_look_like_markup_are_printed_as_they_are(document):
    hostile = "<w:t>&amp;</w:t> {{ 7*7 }} ]]>"
    facts, changed = with_other_leaves(document.example(), str, document.not_printed)
    data = facts_to_json(facts)
    first = next(
        one for one in changed if one.forms[0] in text_of(render(document, facts, with_pages=False))
    )

    other = facts_from_json(document, put(data, first.forms[0], hostile))
    text = text_of(render(document, other, with_pages=False))

    assert hostile.casefold() in text.casefold()


def put(data, word, other):
    if isinstance(data, dict):
        return {name: put(value, word, other) for name, value in data.items()}
    if isinstance(data, list):
        return [put(value, word, other) for value in data]
    return other if data == word else data


# --- As pages


@pytest.mark.slow
@ALL
def test_the_pdf_holds_every_word(document, tmp_path):
    facts, changed = with_other_leaves(document.example(), str, document.not_printed)

    text = "\n".join(page.extract_text() for page in pdf_of(document, facts, tmp_path).pages)

    drawn = words_and_pictures(render(document, facts))
    said = re.sub(r"\s", "", text + drawn[len(text_of(render(document, facts))) :])
    assert [one for one in changed if not one.is_in(said)] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("document", "field"),
    [(one, field) for one in documents() for field in one.long_tables],
    ids=lambda value: getattr(value, "code", value),
)
def test_a_table_of_300_rows_repeats_its_head(document, field, tmp_path):
    facts, marks = with_rows(document.example(), field)
    heads = head_words(render(document, facts), marks[0])

    pages = [squeezed(page.extract_text()) for page in pdf_of(document, facts, tmp_path).pages]

    long = [page for page in pages if any(mark in page for mark in marks)]
    assert len(long) > 1
    assert [mark for mark in marks if not any(mark in page for page in long)] == []
    assert [at for at, page in enumerate(long) if not all(word in page for word in heads)] == []


def pdf_of(document, facts, folder):
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    file = folder / f"{document.code}.{document.formats[0]}"
    file.write_bytes(render(document, facts))
    try:
        return PdfReader(make_pdfs([file], folder)[0])
    except RefusedError as refusal:
        if file.suffix == ".docx":
            raise
        pytest.skip(str(refusal))


def head_words(data, mark):
    """The words of the head rows of the table in which the mark stands."""
    for table in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        if heads and mark in "".join(table.itertext()):
            return [squeezed(one.text) for row in heads for one in row.iter(qn("w:t")) if one.text]
    raise AssertionError("the rows stand in no table with a head")


def squeezed(text):
    return re.sub(r"\s", "", text)
