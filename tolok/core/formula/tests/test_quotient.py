"""The one division and the one rounding at the end."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.formula.quotient import quotient, rounded


@pytest.mark.parametrize(
    ("factor", "above", "below", "expected"),
    [
        (100, "1", "3", "33.3333333333"),
        (100, "2", "3", "66.6666666667"),
        (1, "-1", "8", "-0.125"),
        (1, "5", None, "5"),
        (Fraction(1, 3), "1", None, "0.3333333333"),
        (1, "1", "20000000000", "0.0000000001"),
        (1, "-1", "20000000000", "-0.0000000001"),
        (1, "1", "20000000001", "0"),
        (1, "99999999999999999999999999999999.99", "1", "99999999999999999999999999999999.99"),
    ],
)
def test_half_is_rounded_away_from_zero_at_ten_decimals(factor, above, below, expected):
    value = quotient(Fraction(factor), Decimal(above), below and Decimal(below))

    assert format(value, "f") == expected


def test_nothing_is_divided_by_zero():
    assert quotient(Fraction(100), Decimal(5), Decimal(0)) is None


@given(one=st.fractions(), other=st.fractions())
def test_rounding_never_changes_which_of_two_values_is_larger(one, other):
    lower, higher = sorted([one, other])

    assert rounded(lower) <= rounded(higher)
