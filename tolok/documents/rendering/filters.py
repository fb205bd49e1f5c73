"""What a template may do with a fact; a value that is missing prints its reason everywhere."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from tolok.core.dates import WEEKDAYS, format_date, format_date_short
from tolok.core.numbers import format_number, format_percent, format_rupiah
from tolok.core.words import number_in_words, rupiah_in_words
from tolok.documents.rendering.plain import Reason

_NO_BREAK: Final = "\u00a0"
_NIP_GROUPS: Final = (8, 6, 1, 3)
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def tanggal_panjang(day: date) -> str:
    """6 Januari 2026, on one line."""
    return format_date(day).replace(" ", _NO_BREAK)


def hari_tanggal(day: date) -> str:
    """Selasa, 6 Januari 2026."""
    return f"{WEEKDAYS[day.weekday()]}, {tanggal_panjang(day)}"


def tanggal_kata(day: date) -> str:
    """tanggal enam bulan Januari tahun dua ribu dua puluh enam: minutes (berita acara)."""
    number, month, year = format_date(day).split()
    return (
        f"tanggal {number_in_words(int(number))} bulan {month} tahun {number_in_words(int(year))}"
    )


def hari(day: date) -> str:
    """Selasa."""
    return WEEKDAYS[day.weekday()]


def rupiah(value: Decimal | int, places: int = 2) -> str:
    """Rp1.874.500.000,00."""
    return format_rupiah(value, places)


def angka(value: Decimal | int, places: int | None = None) -> str:
    """1.234,56; `angka(2)` rounds to two decimals."""
    return format_number(value, places)


def persen(value: Decimal | int, places: int | None = None) -> str:
    """85,5 % for 85.5."""
    return format_percent(value, places)


def nip(digits: str) -> str:
    """18 digits as 8 6 1 3, on one line; anything else as it is."""
    if len(digits) != sum(_NIP_GROUPS):
        return digits
    parts, at = [], 0
    for size in _NIP_GROUPS:
        parts.append(digits[at : at + size])
        at += size
    return _NO_BREAK.join(parts)


def romawi(number: int) -> str:
    """IV for 4."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def huruf(number: int) -> str:
    """c for 3; after z comes aa."""
    text = ""
    while number:
        number, at = divmod(number - 1, 26)
        text = chr(ord("a") + at) + text
    return text


def atau(value: Any, otherwise: str) -> Any:
    """The value, or these words where it is empty (never for a zero)."""
    return otherwise if value is None or value in ("", []) else value


def kosong(value: object) -> bool:
    """`{% if x is kosong %}`: the value could not be computed; printing it gives the reason."""
    return isinstance(value, Reason)


def _for_values(change: Callable[..., str]) -> Callable[..., str]:
    def filtered(value: Any, *more: Any) -> str:
        return value if isinstance(value, Reason) else change(value, *more)

    return filtered


FILTERS: Final = {
    "atau": atau,
    **{
        change.__name__: _for_values(change)
        for change in (
            *(tanggal_panjang, hari_tanggal, tanggal_kata, hari),
            *(rupiah, angka, persen, nip, romawi, huruf),
        )
    },
    "tanggal_pendek": _for_values(format_date_short),
    "terbilang": _for_values(number_in_words),
    "terbilang_rupiah": _for_values(rupiah_in_words),
}
TESTS: Final = {"kosong": kosong}
