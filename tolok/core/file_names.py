"""File names as pages, headers and terminals may show them."""

import unicodedata
from typing import Final

_LONGEST: Final = 240
_HIDDEN: Final = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # controls, direction marks, surrogates


def printable(name: str) -> str:
    """The name without characters that steer a terminal, a header or the reading direction."""
    shown = "".join("�" if unicodedata.category(sign) in _HIDDEN else sign for sign in name)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
