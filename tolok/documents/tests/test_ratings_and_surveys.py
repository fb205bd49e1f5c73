"""Ratings of Pokja, surveys on paper, the survey's worksheet, the calculation of an indicator."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from tolok.core.numbers import round_half_up
from tolok.documents.catalogue import document
from tolok.documents.facts import Missing
from tolok.documents.render import render
from tolok.documents.text import text_of

NOT_RATED = Missing("belum dinilai PPK")
EMPTY = "Belum ada paket selesai pada periode ini."


def example(code):
    return document(code), document(code).example()


def workbook(one, facts):
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(one, facts, "xlsx")))
    return [cell for row in book.get_sheet_by_index(0).to_python() for cell in row]


# --- Ratings


@pytest.mark.parametrize("code", ["F5", "F8"])
def test_an_aspect_without_points_makes_no_value_and_never_a_zero(code):
    form, facts = example(code)
    first = replace(facts.aspects[0], rating=NOT_RATED, predicate="", score=NOT_RATED)
    rest = facts.aspects[1:]
    waiting = replace(facts, aspects=(first, *rest), value=NOT_RATED, category=NOT_RATED)

    text, cells = text_of(render(form, waiting)), workbook(form, waiting)

    assert "NILAI KINERJA | 100 | belum dinilai PPK | belum dinilai PPK" in text
    assert cells.count("belum dinilai PPK") == 4


@pytest.mark.parametrize("code", ["F9", "F10", "F11"])
def test_the_example_of_a_recap_adds_up(code):
    _, facts = example(code)

    by_weight = sum(aspect.weight * aspect.mean for aspect in facts.result.aspects) / 100

    assert sum(share.packages for share in facts.result.shares) == facts.result.rated
    assert round_half_up(by_weight) == round_half_up(facts.result.mean)
    assert round_half_up(facts.result.mean / 3 * 100) == round_half_up(facts.result.index)


@pytest.mark.parametrize("code", ["F9", "F10", "F11"])
def test_a_recap_without_packages_says_so(code):
    form, facts = example(code)

    nothing = replace(facts, rows=())

    assert EMPTY in text_of(render(form, nothing))
    assert EMPTY in workbook(form, nothing)


def test_a_package_that_waits_for_its_rating_prints_why():
    form, facts = example("F9")

    lines = text_of(render(form, facts)).splitlines()

    waiting = next(line for line in lines if line.startswith("8."))
    assert "– | – | – | – | – | – | Belum dinilai" in waiting


# --- Surveys


@pytest.mark.parametrize("code", ["F12", "F13"])
def test_each_code_has_a_sheet_of_its_own(code):
    form, facts = example(code)
    codes = tuple(f"{at:04}-ABCD" for at in range(5))

    text = text_of(render(form, replace(facts, codes=codes)))

    assert [text.count(one) for one in codes] == [1] * 5
    assert text.count("U9 Pengaduan dan saran") == 5


@pytest.mark.parametrize("code", ["F12", "F13"])
def test_without_codes_there_is_one_sheet_with_its_code_left_open(code):
    form, facts = example(code)

    text = text_of(render(form, replace(facts, codes=(), online="", background=())))

    assert text.count("Kode lembar") == 1
    assert "____–____" in text
    assert "Tentang Saudara" not in text


def test_the_golden_survey_of_29_respondents_gives_91_48():
    _, facts = example("F14")

    totals = [sum(row.scores[at] for row in facts.rows) for at in range(9)]

    assert totals == [105, 101, 100, 116, 102, 105, 106, 105, 115]
    assert round_half_up(Decimal(sum(totals)) / 29 / 9 * 25) == facts.ikm == Decimal("91.48")
    assert facts.letter == "A"


def test_the_weight_that_was_used_is_printed():
    form, facts = example("F14")

    exact = text_of(render(form, facts))
    rounded = text_of(render(form, replace(facts, weighting="0,11")))

    assert "bobot (1/9, tanpa pembulatan)" in exact
    assert "bobot (0,11, dibulatkan)" in rounded


def test_tidak_relevan_is_printed_and_is_no_number_in_the_workbook():
    form, facts = example("F14")
    first = replace(facts.rows[0], scores=(Missing("TR"), *facts.rows[0].scores[1:]))

    changed = replace(facts, rows=(first, *facts.rows[1:]))

    assert "1. | R001 | TR | " in text_of(render(form, changed))
    assert "TR" in workbook(form, changed)


# --- Calculation of an indicator


def test_an_indicator_that_divides_nothing_prints_no_denominator():
    form, facts = example("HITUNG")
    rows = tuple(replace(row, denominator=None) for row in facts.rows)
    counted = replace(facts, rows=rows, denominator="", denominator_total=None, factor=1)

    text = text_of(render(form, counted))

    assert "JUMLAH | 859.580.000 | –" in text
    assert "÷ (" not in text
