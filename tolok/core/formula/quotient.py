"""Exact numbers in the end: sums of 38 digits added without loss, one division, one rounding."""

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

EXACT: Final = Context(prec=120)  # far more digits than any sum has
PLACES: Final = 10  # of a value; pages show fewer


def quotient(factor: Fraction, numerator: Decimal, denominator: Decimal | None) -> Decimal | None:
    """factor times numerator over denominator; None when the denominator is 0: no value."""
    if denominator == 0:
        return None
    above, per_above = numerator.as_integer_ratio()
    below, per_below = (denominator if denominator is not None else _ONE).as_integer_ratio()
    return _rounded(factor.numerator * above * per_below, factor.denominator * per_above * below)


def rounded(value: Fraction) -> Decimal:
    """Half away from zero at ten decimals, without trailing zeros."""
    return _rounded(value.numerator, value.denominator)


def _rounded(above: int, below: int) -> Decimal:
    negative = (above < 0) is not (below < 0)
    above, below = abs(above) * 10**PLACES, abs(below)
    whole, places = (2 * above + below) // (2 * below), PLACES
    while places and whole % 10 == 0:
        whole, places = whole // 10, places - 1
    return Decimal(whole if not negative else -whole).scaleb(-places, EXACT)


_ONE: Final = Decimal(1)
