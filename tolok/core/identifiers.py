"""Numbers that name a taxpayer, an official or a row, in one normal form."""

import re
from typing import Final

_NPWP_DIGITS: Final = 16
_LEAST_DIGITS: Final = 12  # what a spreadsheet leaves of 00xxxxxxxxxxxx: it drops leading zeros
_PLAIN: Final = re.compile(r"[0-9]+(?:\.0+)?")
_PUNCTUATED: Final = re.compile(
    r"[0-9]{2}\.[0-9]{3}\.[0-9]{3}\.[0-9][-. ]?[0-9]{3}[-. ]?[0-9]{3}", re.ASCII
)
_NIP_DIGITS: Final = 18


_ROW_DIGITS: Final = 18  # what any database's whole numbers hold


def row_number(text: str) -> int | None:
    """The number of a row as an address or a form names it; what no row could have is none."""
    plain = text.isascii() and text.isdigit() and len(text) <= _ROW_DIGITS
    return int(text) if plain else None


def npwp16(*written: str | None) -> str | None:
    """R-25: the NPWP in 16 digits from the first text that holds one, else None.

    A number of 15 digits gets a leading zero (PMK 112/PMK.03/2022). "02.942.721.8-701.000",
    029427218701000 and the float 29427218701000.0 without its zeros are one and the same;
    "__.___.___._-___.___" and zeros alone are none.
    """
    return next(filter(None, map(_npwp16, written)), None)


def nip_digits(written: str | None) -> str:
    """R-24: the digits of a NIP without blanks; nothing is guessed or padded.

    "19710205 2007011018" is one of 18 digits. One that its source has rounded
    (198908112011011000) or cut to 17 digits stays as it came.
    """
    return re.sub(r"\s", "", written or "")


def is_whole_nip(digits: str) -> bool:
    """18 digits; a rounded one ends in zeros and cannot be told from this alone."""
    return len(digits) == _NIP_DIGITS and digits.isascii() and digits.isdigit()


def format_nip(digits: str) -> str:
    """ "19700610 199201 1 002", as papers print it; a number of another length as it is."""
    if not is_whole_nip(digits):
        return digits
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def _npwp16(written: str | None) -> str | None:
    text = (written or "").strip()
    if _PLAIN.fullmatch(text):
        digits = text.partition(".")[0]
    elif _PUNCTUATED.fullmatch(text):
        digits = re.sub(r"[^0-9]", "", text)
    else:
        return None
    if not _LEAST_DIGITS <= len(digits) <= _NPWP_DIGITS or not digits.strip("0"):
        return None
    return digits.zfill(_NPWP_DIGITS)
