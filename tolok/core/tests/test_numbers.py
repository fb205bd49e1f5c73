"""How single cells are read. Each row of the tables can be checked by hand."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.numbers import LIMIT, NumberForm, read_number, read_percent
from tolok.core.problem import Problem

EMPTY = None

# What people and systems write -> the number, None for an empty cell, or the rule that refuses it.
NUMBERS = {
    "1.234.567,89": "1234567.89",
    "Rp 1.234.567,89": "1234567.89",
    "Rp1.234.567,-": "1234567",
    "Rp. 1.234.567": "1234567",
    "1,234,567.89": "1234567.89",
    "1234567.89": "1234567.89",
    "1.234": "N-01",
    "1,234": "N-01",
    "1.234,00": "1234",
    "(1.000)": "N-01",
    "-1.000": "N-01",
    "1.000-": "N-01",
    "1 234 567": "1234567",
    "1\u00a0234\u00a0567": "1234567",
    "1\u202f234\u202f567": "1234567",
    "1 juta": "1000000",
    "1,5 miliar": "1500000000",
    "1,5 M": "1500000000",
    "IDR 5.000": "5000",
    "5e3": "5000",
    "1E+09": "1000000000",
    "∞": "N-05",
    "NaN": "N-05",
    "١٢٣٤": "N-10",
    "１２３": "N-10",  # noqa: RUF001 - fullwidth digits, as some keyboards write them
    "½": "N-10",
    "0x10": "N-03",
    "85%": "N-08",
    "85,5 %": "N-08",
    "85.5%": "N-08",
    "0,855": "0.855",
    "n/a": EMPTY,
    "-": EMPTY,
    "—": EMPTY,
    "#REF!": "N-05",
    "#DIV/0!": "N-05",
    "TRUE": "N-03",
    "ya": "N-03",
    "": EMPTY,
    " ": EMPTY,
    "1..2": "N-04",
    "1,2,3": "N-04",
    "999999999999999999999": "N-07",
    "1e309": "N-07",
    "-0": "0",
    "00123": "N-06",
    "0123456789012345678": "N-06",
    # The public SPSE lists
    "990 Jt": "990000000",
    "274,5 Jt": "274500000",
    "1,2 M": "1200000000",
    "1,2 T": "1200000000000",
    "9.9 Jt": "9900000",
    "1.000 Jt": "N-01",
    "Rp 327.544,00": "327544",
    "Nilai Kontrak belum dibuat": "N-03",
    # Signs and money
    "-Rp1.234,50": "-1234.50",
    "Rp -1.234": "-1234",
    "(1.234,50)": "-1234.50",
    "1.234,50-": "-1234.50",
    "\u22121.234,5": "-1234.5",
    "+5": "5",
    "--5": "N-03",
    "(-5)": "N-03",
    "(5": "N-03",
    "Rp1.000": "1000",
    "Rp1,000": "1000",
    "Rp 1.234 M": "N-01",
    "5.000 rupiah": "5000",
    "Rp -": EMPTY,
    "IDR": EMPTY,
    # Marks
    "1.234.56": "N-04",
    "1,234.567.890": "N-04",
    "12 34": "N-04",
    "1 234,567": "1234.567",
    "1234.567": "1234.567",
    "12.3456": "12.3456",
    ",500": "0.500",
    "0.123": "0.123",
    "1.234.": "N-03",
    "satu juta": "N-03",
    "21/03/2024": "N-03",
    "1" * 61: "N-03",
    # Spreadsheets and programs
    "1.23456789E9": "1234567890",
    "1.23457E+11": "N-09",
    "2.5e-3": "0.0025",
    "1e-99": "N-07",
    "0." + "1" * 30: "N-07",
    "1.000000000001": "1.000000000001",
}


def outcome(reading):
    return reading.rule if isinstance(reading, Problem) else reading


def expected(agreed):
    return agreed if agreed is EMPTY or agreed.startswith("N-") else Decimal(agreed)


@pytest.mark.parametrize("text", NUMBERS, ids=repr)
def test_a_cell_on_its_own_gives_the_agreed_value_or_the_rule_that_refuses_it(text):
    assert outcome(read_number(text)) == expected(NUMBERS[text])


def test_the_table_covers_every_number_of_the_collection(shared):
    collection = json.loads((shared / "data/bad/angka_tanggal_id.json").read_text())

    assert set(collection["angka"]) - set(NUMBERS) == set()


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("(1.000)", "-1000", "-1"),
        ("1.000-", "-1000", "-1"),
        ("1.000 Jt", "1000000000", "1000000"),
        ("1.234.567,89", "1234567.89", "1234567.89"),
        ("1234567.89", "1234567.89", "1234567.89"),
    ],
)
def test_the_form_of_the_column_settles_an_ambiguous_cell_and_no_other(text, comma, point):
    assert read_number(text, NumberForm.DECIMAL_COMMA) == Decimal(comma)
    assert read_number(text, NumberForm.DECIMAL_POINT) == Decimal(point)


def test_an_ambiguous_cell_shows_both_meanings_and_how_to_write_each():
    problem = read_number("1.234")

    assert problem.rule == "N-01"
    assert "“1.234” bermakna ganda: 1234 (pemisah ribuan) atau 1,234 (desimal)" in problem.message
    assert "Tulis 1234 bila ribuan, 1,2340 bila desimal." in problem.message


def test_in_a_column_with_both_forms_the_refusal_asks_for_one_form():
    problem = read_number("1.234", NumberForm.MIXED)

    assert problem.rule == "N-02"
    assert "Samakan cara penulisan satu kolom" in problem.message


@pytest.mark.parametrize(
    ("text", "percent"),
    [("85%", "85"), ("85,5 %", "85.5"), ("85.5%", "85.5"), ("85,5", "85.5"), ("12 persen", "12")],
)
def test_a_percentage_is_kept_in_hundredths_with_or_without_its_sign(text, percent):
    assert read_percent(text) == Decimal(percent)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (5, "5"),
        (0.1, "0.1"),
        (5600000000.0, "5600000000"),
        (1e15, "1000000000000000"),
        (-0.0, "0"),
        (Decimal("1E+9"), "1000000000"),
    ],
)
def test_a_number_the_file_gives_as_a_number_is_taken_without_binary_noise(typed, number):
    assert str(read_number(typed)) == number
    assert str(read_percent(typed)) == number


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        (True, "N-03"),
        ([1], "N-03"),
        (float("nan"), "N-05"),
        (float("-inf"), "N-05"),
        (Decimal("NaN"), "N-05"),
        (10**16, "N-07"),
    ],
)
def test_a_typed_value_that_is_no_amount_is_refused(typed, rule):
    assert read_number(typed).rule == rule


def test_nothing_is_nothing_and_not_zero():
    assert read_number(None) is None
    assert read_percent("n/a") is None


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_reads_the_same_as_text_and_as_number(number):
    assert read_number(str(number)) == read_number(number) == number


@given(st.text(max_size=80))
def test_any_text_gives_a_number_within_the_limit_or_nothing_or_a_problem(text):
    reading = read_number(text)

    assert reading is None or isinstance(reading, Problem) or abs(reading) < LIMIT


@given(st.text("0123456789.,-+ ()eERpM%", max_size=25), st.sampled_from(NumberForm))
def test_no_form_changes_what_a_cell_means_on_its_own(text, form):
    alone = read_number(text)

    if not (isinstance(alone, Problem) and alone.rule == "N-01"):
        assert read_number(text, form) == alone
