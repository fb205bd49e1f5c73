"""A column decides what "1.234" means in it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.numbers import NumberForm, decide_column, format_number, read_column

COMMA, POINT = NumberForm.DECIMAL_COMMA, NumberForm.DECIMAL_POINT
UNDECIDED, MIXED = NumberForm.UNDECIDED, NumberForm.MIXED


@pytest.mark.parametrize(
    ("column", "form"),
    [
        (["1.234", "1.234.567"], COMMA),
        (["1.234", "1.234.567,89"], COMMA),
        (["1.234", "85,5"], COMMA),
        (["1.234", "0,855"], COMMA),
        (["1.234", "1234,567"], COMMA),
        (["1.234", "Rp 5.000"], COMMA),
        (["1.000 Jt", "274,5 Jt"], COMMA),
        (["1.234", "1,234,567"], POINT),
        (["1.234", "1234.56"], POINT),
        (["1.234", "0.855"], POINT),
        (["1.234", "IDR 5,000"], POINT),
        (["1.234", "1.2345E+9"], POINT),
        (["1.234", "1.235", "17", "", "n/a", "salah", None, 5.5], UNDECIDED),
        (["1.234", "1 234 567"], UNDECIDED),
        ([], UNDECIDED),
        (["1.234", "1234.56", "1.234.567,89"], MIXED),
    ],
)
def test_the_unambiguous_cells_prove_the_form_of_the_column(column, form):
    assert decide_column(column) is form


def test_a_decided_column_reads_its_ambiguous_cells():
    column = ["1.234", "1.234.567,89", "-", 7]

    assert read_column(column) == [Decimal(1234), Decimal("1234567.89"), None, Decimal(7)]


def test_an_undecided_column_refuses_only_its_ambiguous_cells():
    first, plain, second = read_column(["1.234", "17", "5.000"])

    assert plain == 17
    assert first.rule == second.rule == "N-01"


def test_a_column_that_proves_both_forms_refuses_its_ambiguous_cells():
    ambiguous, comma, point = read_column(["1.234", "1.234,5", "1234.5"])

    assert ambiguous.rule == "N-02"
    assert comma == point == Decimal("1234.5")


@given(
    st.lists(st.decimals(0, 10**12, places=2), min_size=1),
    st.sampled_from([COMMA, POINT]),
)
def test_a_column_written_in_one_form_with_decimals_is_read_back_whole(numbers, form):
    swap = str.maketrans(",.", ".,") if form is POINT else {}
    column = [format_number(number, 2).translate(swap) for number in numbers]

    assert decide_column(column) is form
    assert read_column(column) == numbers


@given(st.permutations(["1.234", "1.234,5", "x", "", "17"]))
def test_the_order_of_the_cells_does_not_matter(column):
    assert decide_column(column) is COMMA
