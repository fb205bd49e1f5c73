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
    over = Fraction(1) if denominator is None else Fraction(denominator)
    return rounded(factor * Fraction(numerator) / over)


def rounded(value: Fraction) -> Decimal:
    """Half away from zero at ten decimals, without trailing zeros."""
    scaled = abs(value) * 10**PLACES
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    places = PLACES
    while places and whole % 10 == 0:
        whole, places = whole // 10, places - 1
    sign = int(value < 0 and whole != 0)
    return Decimal((sign, tuple(map(int, str(whole))), -places))
