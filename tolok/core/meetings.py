"""Who is one person on a list of attendance, and who said what in typed remarks."""

import re
from dataclasses import dataclass
from typing import Final

_NOT_LETTERS: Final = re.compile(r"[^\w]+")
_BEFORE: Final = frozenset({"dr", "drs", "dra", "ir", "h", "hj", "prof", "bapak", "ibu"})


def identity(name: str, unit: str) -> str:
    """The same for one person however the name is typed: titles, capitals and marks left out.

    Two people of one name in two units stay two.
    """
    words = _words(name.partition(",")[0])
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    return f"{' '.join(words)}|{' '.join(_words(unit))}"


def _words(text: str) -> list[str]:
    return _NOT_LETTERS.sub(" ", text.casefold()).split()


@dataclass(frozen=True)
class Said:
    """One remark, and whose it was."""

    speaker: str  # "" where nobody is named
    words: str


def remarks_in(text: str) -> tuple[Said, ...]:
    """One remark a line; who spoke stands before the colon: "Dinas Kesehatan: kode RUP …"."""
    return tuple(_said(line.strip()) for line in text.splitlines() if line.strip())


def _said(line: str) -> Said:
    speaker, colon, words = line.partition(":")
    if colon and words.strip():
        return Said(speaker.strip(), words.strip())
    return Said("", line)
