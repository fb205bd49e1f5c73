"""Numbers in words (terbilang), as contracts and receipts write them beside the digits."""

from decimal import Decimal
from typing import Final

from tolok.core.numbers import round_half_up

_ONES: Final = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
_SCALES: Final = ("", "ribu", "juta", "miliar", "triliun")
LIMIT: Final = 1_000 ** len(_SCALES)  # 1,000 trillion: what no amount of ours reaches


def number_in_words(value: Decimal | int) -> str:
    """1234 is "seribu dua ratus tiga puluh empat", 2.50 is "dua koma lima nol".

    Decimals are read digit by digit, as they are written. A number of 1,000 trillion or more has
    no name here: ValueError.
    """
    whole, _, decimals = f"{abs(Decimal(value)):f}".partition(".")
    words = _whole_in_words(int(whole))
    if decimals:
        words += " koma " + " ".join(_ONES[int(digit)] for digit in decimals)
    return f"minus {words}" if value < 0 else words


def rupiah_in_words(amount: Decimal | int) -> str:
    """Rp1.500,50 is "seribu lima ratus rupiah lima puluh sen"."""
    rounded = round_half_up(Decimal(amount))
    rupiah, sen = divmod(int(abs(rounded) * 100), 100)
    words = f"{_whole_in_words(rupiah)} rupiah"
    if sen:
        words += f" {_whole_in_words(sen)} sen"
    return f"minus {words}" if rounded < 0 else words


def _whole_in_words(number: int) -> str:
    if number >= LIMIT:
        raise ValueError(f"{number} is beyond the named numbers")
    if number < len(_ONES):
        return _ONES[number]
    parts: list[str] = []
    for scale in reversed(range(len(_SCALES))):
        group, number = divmod(number, 1_000**scale)
        if group:
            parts += _group_in_words(group, _SCALES[scale])
    return " ".join(parts)


def _group_in_words(group: int, scale: str) -> list[str]:
    if group == 1 and scale == "ribu":
        return ["seribu"]
    return [*_below_thousand(group), *([scale] if scale else [])]


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [] if not hundreds else ["seratus"] if hundreds == 1 else [_ONES[hundreds], "ratus"]
    return [*words, *(_below_hundred(rest) if rest else [])]


def _below_hundred(number: int) -> list[str]:
    if number < len(_ONES):
        return [_ONES[number]]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return [_ONES[ones], "belas"]
    return [_ONES[tens], "puluh", *([_ONES[ones]] if ones else [])]
