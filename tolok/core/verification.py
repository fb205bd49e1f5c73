"""Verification codes of papers: "7K3M-9QXF", seven random signs and one that checks them.

The signs leave out what is misread on paper (0 and O; 1, I and L; U, taken for V). The check
sign is Luhn's for 30 signs: it finds every single misread sign and nearly every swapped pair.
"""

from collections.abc import Sequence
from typing import Final
from unicodedata import category

from tolok.core.problem import Problem

SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_SIGNS: Final = 7
_HALF: Final = 4
_BETWEEN: Final = ("Zs", "Pd", "Cc")  # spaces, dashes, line ends


def code_of(random_signs: Sequence[str]) -> str:
    """The code of seven signs that the caller has drawn."""
    drawn = "".join(random_signs)
    whole = drawn + _check_sign(drawn)
    return f"{whole[:_HALF]}-{whole[_HALF:]}"


def read_code(typed: str) -> str | Problem:
    """The code as people type it: small letters, spaces and dashes do not matter.

    KV-01: eight of the signs in use. KV-02: the last sign checks the others.
    """
    signs = "".join(sign for sign in typed.upper() if category(sign) not in _BETWEEN)
    if len(signs) != RANDOM_SIGNS + 1 or not set(signs) <= set(SIGNS):
        message = "Kode verifikasi terdiri atas 8 huruf dan angka, misalnya 7K3M-9QXF."
        return Problem("KV-01", "kode", message)
    if _check_sign(signs[:-1]) != signs[-1]:
        message = "Ada huruf atau angka yang salah ketik. Bandingkan lagi dengan naskahnya."
        return Problem("KV-02", "kode", message)
    return f"{signs[:_HALF]}-{signs[_HALF:]}"


def _check_sign(signs: str) -> str:
    """Luhn mod N: every second sign counts twice, its two digits in base 30 added up."""
    base, total = len(SIGNS), 0
    for place, sign in enumerate(reversed(signs)):
        value = SIGNS.index(sign) * (2 if place % 2 == 0 else 1)
        total += value // base + value % base
    return SIGNS[-total % base]
