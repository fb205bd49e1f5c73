"""Numbers as they are printed, and the one rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.numbers import (
    NumberForm,
    format_number,
    format_percent,
    format_rupiah,
    read_number,
    read_percent,
    round_half_up,
)

AMOUNTS = st.decimals(-(10**13), 10**13, places=2)
INDONESIAN = NumberForm.DECIMAL_COMMA


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("1234567.89", None, "1.234.567,89"),
        ("1234567.891", 2, "1.234.567,89"),
        ("1234", None, "1.234"),
        ("1234.5", 2, "1.234,50"),
        ("-1234.5", 0, "-1.235"),
        ("-0.004", 2, "0,00"),
        ("1E+3", None, "1.000"),
    ],
)
def test_numbers_have_dots_between_thousands_and_a_decimal_comma(value, places, printed):
    assert format_number(Decimal(value), places) == printed


def test_rupiah_stands_close_to_its_amount_unless_the_unit_wants_a_space():
    amount = Decimal("1234567.89")

    assert format_rupiah(amount) == "Rp1.234.567,89"
    assert format_rupiah(amount, space=True) == "Rp\u00a01.234.567,89"
    assert format_rupiah(-amount) == "-Rp1.234.567,89"
    assert format_rupiah(amount, 0) == "Rp1.234.568"
    assert format_rupiah(Decimal("-0.001")) == "Rp0,00"


def test_a_percentage_keeps_its_sign_on_the_same_line():
    assert format_percent(Decimal("85.5")) == "85,5\u00a0%"
    assert format_percent(Decimal("6.2255"), 2) == "6,23\u00a0%"


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("2.5", 0, "3"),
        ("107.142857", 1, "107.1"),
        ("-0.001", 2, "0.00"),
    ],
)
def test_half_goes_away_from_zero(value, places, rounded):
    assert str(round_half_up(Decimal(value), places)) == rounded


@given(AMOUNTS)
def test_what_is_printed_reads_back_as_the_same_number(amount):
    assert read_number(format_number(amount), INDONESIAN) == amount
    assert read_number(format_rupiah(amount)) == amount
    assert read_number(format_rupiah(amount, space=True)) == amount
    assert read_percent(format_percent(amount), INDONESIAN) == amount


@given(AMOUNTS, st.integers(0, 4))
def test_rounding_moves_a_value_by_at_most_half_a_unit(amount, places):
    half = Decimal("0.5").scaleb(-places)

    assert abs(round_half_up(amount, places) - amount) <= half
