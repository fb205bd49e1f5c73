"""What an empty cell looks like: missing is never zero and never an error."""

from typing import Final

_EMPTY: Final = frozenset(
    {"", "-", "--", "---", "\u2013", "\u2014", "n/a", "n.a.", "na"}
    | {"null", "(null)", "none", "nil", "kosong", "(kosong)", "(blank)", "tidak ada", "belum ada"}
)
_EDGES: Final = " \t\r\n\v\f\u00a0\u2007\u2009\u202f\u200b\ufeff"
_SHOWN: Final = 40


def trim(text: str) -> str:
    """The text without blanks of any kind at its ends (no-break, zero-width, byte order mark)."""
    return text.strip(_EDGES)


def is_blank(text: str) -> bool:
    """Nothing was filled in: an empty cell, a dash, "n/a", "tidak ada"."""
    return text.casefold() in _EMPTY


def quoted(text: str) -> str:
    """The text as a message shows it: in quotes, and cut where it would flood the page."""
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN]}…”"


def lines_of(text: str) -> tuple[str, ...]:
    """One entry a line; empty lines are none."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
