"""Numbers as Indonesian readers write them, and the one rounding."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"  # keeps an amount on one line


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """The one rounding of the program: half goes away from zero, as hand calculation does."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)  # never "-0"


def format_number(value: Decimal | int, places: int | None = None) -> str:
    """1.234.567,89. Without `places` the decimals are shown as they are."""
    exact = Decimal(value) if places is None else round_half_up(Decimal(value), places)
    return f"{exact:,f}".translate(_SWAP_MARKS)


def format_rupiah(value: Decimal | int, places: int = 2, *, space: bool = False) -> str:
    """Rp1.234.567,89 (EYD); a unit may choose the space, which then never breaks the line."""
    amount = round_half_up(Decimal(value), places)
    sign = "-" if amount < 0 else ""
    gap = NO_BREAK_SPACE if space else ""
    return f"{sign}Rp{gap}{format_number(abs(amount))}"


def format_percent(value: Decimal | int, places: int | None = None) -> str:
    """85,5 % for the value 85.5: percentages are kept in hundredths everywhere."""
    return f"{format_number(value, places)}{NO_BREAK_SPACE}%"


_SWAP_MARKS: Final = str.maketrans(",.", ".,")
