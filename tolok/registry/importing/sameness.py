"""Whether two spellings of a cell say the same: pulls of one table come in several formats."""

import re
from typing import Final

ZERO: Final = re.compile(r"-?0(\.0+)?")
ESCAPED: Final = re.compile(r"\\[nrt]|\s+")


def says_the_same(old: str, new: str) -> bool:
    """Blank or zero, other line breaks, or another order of a list are no change of a fact.

    The CSV of ISB writes a missing number as 0, drops or escapes the line breaks of the JSON, and
    gives lists (officers, RUP codes, sources of funds) in any order, sometimes repeating a member.
    """
    return old == new or _core(old) == _core(new)


def _core(text: str) -> tuple[str, ...]:
    if not text or ZERO.fullmatch(text):
        return ()
    plain = ESCAPED.sub("", text)
    return tuple(sorted(set(re.split("[;,]", plain))))
