"""What is wrong in a template is named with the paragraph it stands in."""

import pytest

from tolok.documents.catalogue import document
from tolok.documents.checking.inside import check
from tolok.documents.text import text_of

SUPPLIER = "{{ supplier }}"


def in_body(old, new):
    return {"word/document.xml": lambda xml: xml.replace(old, new, 1)}


def only(found):
    assert len(found.problems) == 1, found.problems
    return found.problems[0]


def test_the_shipped_template_has_nothing_wrong(f5):
    found = check(f5, f5.template)

    assert (found.problems, found.warnings) == ((), ())
    assert found.preview.startswith(b"PK")


def test_an_unknown_field_is_named_with_its_cell_and_those_spelled_alike(found):
    problem = only(found(edits=in_body(SUPPLIER, "{{ suplier }}")))

    assert (problem.rule, problem.where) == ("TP-09", "tabel 2, baris 2, kolom 3 “{{ suplier }}”")
    assert "Mungkin maksudnya: supplier" in problem.message


def test_a_field_of_a_row_is_looked_for_in_the_row(found):
    paragraph = "{% for one in aspects %}{{ one.nama }}{{ one.nmae }}{% endfor %}"

    problems = found(paragraph=paragraph).problems

    assert [problem.where for problem in problems] == [f"paragraf 1 “{paragraph[:50]}…”"] * 2
    assert "“aspects.nama” tidak dikenal" in problems[0].message
    assert "Mungkin maksudnya: aspects.name" in problems[1].message


@pytest.mark.parametrize(
    ("member", "word", "where"),
    [
        ("header1", " KONSEP", "kepala halaman, paragraf 2"),
        ("footer1", "Halaman ", "kaki halaman, tabel 1, baris 1, kolom 2"),
    ],
)
def test_headers_and_footers_are_read_too(found, member, word, where):
    edit = {f"word/{member}.xml": lambda xml: xml.replace(word, f"{word}{{{{ salah }}}}", 1)}

    problem = only(found(edits=edit))

    assert problem.rule == "TP-09"
    assert problem.where.startswith(where)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Nama: {{ supplier", "“{{” dibuka tetapi tidak ditutup dengan “}}”"),
        ("Nama: supplier }}", "“}}” tanpa pembukanya"),
        ("{{ supplier| }}", "“{{ supplier| }}” tidak dapat dibaca"),
        ("{{ supplier name }}", "“{{ supplier name }}” tidak dapat dibaca"),
        ("{% if terminated %}ya", "“{% if terminated %}” tanpa {% endif %} sesudahnya"),
        ("{% endfor %}", "“{% endfor %}” tanpa {% for … %} sebelumnya"),
        ("{% for x in aspects %}{% endif %}", "“{% endif %}” tanpa {% if … %} sebelumnya"),
        ("{% ulangi aspects %}", "tidak dapat dibaca"),
    ],
)
def test_a_tag_that_cannot_be_read_is_named_with_its_paragraph(found, words, told):
    problem = found(paragraph=words).problems[0]

    assert problem.rule == "TP-07"
    assert problem.where == f"paragraf 1 “{words}”"
    assert told in problem.message


def test_all_broken_tags_are_named_at_once(found):
    problems = found(paragraph="{{ a b }} dan {{ c d }}").problems

    assert [problem.rule for problem in problems] == ["TP-07", "TP-07"]


def test_a_tag_that_word_cut_into_pieces_is_whole_again(found):
    pieces = "{</w:t></w:r><w:r><w:t>{ supp</w:t></w:r><w:r><w:t>lier }</w:t></w:r><w:r><w:t>}"

    assert not found(paragraph=pieces).problems


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("{{ kop }}", "dict tidak dapat dicetak"),
        ("{{ supplier|rupiah }}", "tidak dapat dicetak"),
        ("{{ terminated }}", "Nilai ya/tidak"),
        ("{{ year / 0 }}", "tidak dapat dicetak"),
        ("{% if year == 2026 %}{{ aspects[99].name }}{% endif %}", "tidak dapat dicetak"),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_paragraph(found, words, why):
    problem = only(found(paragraph=words))

    assert (problem.rule, problem.where) == (
        "TP-10",
        f"paragraf 1 “{words[:50]}{'…' * (len(words) > 50)}”",
    )
    assert why in problem.message


@pytest.mark.parametrize("words", ["None", "nilai nan", "{{ '{' ~ '{' }} supplier"])
def test_nothing_unfilled_is_left_in_the_result(found, words):
    problem = only(found(paragraph=words))

    assert problem.rule == "TP-11"
    assert "masih memuat" in problem.message


def test_what_the_shipped_template_prints_and_this_one_does_not_is_a_warning(found):
    checked = found(edits=in_body("{{ location }}", "sesuai kontrak"))

    assert not checked.problems
    assert [(one.rule, one.where) for one in checked.warnings] == [("TP-12", "location")]
    assert checked.preview


def test_the_preview_says_that_it_is_an_example(f5):
    assert "CONTOH – diisi dengan data contoh" in text_of(check(f5, f5.template).preview)


def test_facts_of_long_reports_are_followed_through_their_loops():
    report = document("LAP-CAPAIAN")

    assert not check(report, report.template).warnings
