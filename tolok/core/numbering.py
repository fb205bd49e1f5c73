"""Letter numbers by a pattern of the office: `{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}`.

    pattern_problems("{kode}/{urut:3}/{tahun}")  # ()
    letter_number("{kode}/{urut:3}/{tahun}", Numbered(7, date(2026, 3, 2), "800.1.11.1"))
    # "800.1.11.1/007/2026"

`{urut}` is the sequence, `{urut:4}` with leading zeros; `{kode}` the classification code, `{unit}`
the code of the unit that issues; `{bulan}`, `{bulan_romawi}` and `{tahun}` come from the date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tolok.core.problem import Problem

TOKENS: Final = ("kode", "urut", "unit", "bulan", "bulan_romawi", "tahun")
LONGEST_PATTERN: Final = 100  # signs
MOST_DIGITS: Final = 8
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TOKEN: Final = re.compile(r"\{([^{}]*)\}")
_DIGITS_WANTED: Final = re.compile(r"urut:([0-9]+)")
_LISTED: Final = ", ".join(f"{{{token}}}" for token in TOKENS)


@dataclass(frozen=True)
class Numbered:
    """What a number is made of."""

    sequence: int  # from 1, anew every year
    day: date  # of the letter
    classification: str = ""  # "800.1.11.1"
    unit: str = ""  # "B.PBJ-III"


def pattern_problems(pattern: str) -> tuple[Problem, ...]:
    """All that keeps a text from being a pattern (NS-01 to NS-06)."""
    if not pattern.strip() or len(pattern) > LONGEST_PATTERN or not pattern.isprintable():
        return (_problem("NS-01", f"Pola kosong, lebih dari {LONGEST_PATTERN} tanda, atau memuat"
                         " tanda yang tidak tercetak. Tuliskan pola nomor naskah."),)  # fmt: skip
    if "{" in (rest := _TOKEN.sub("", pattern)) or "}" in rest:
        return (_problem("NS-01", f"Kurung kurawal pada “{pattern}” tidak berpasangan."),)
    names = _TOKEN.findall(pattern)
    found = [problem for name in names if (problem := _token_problem(name))]
    return tuple(found) or _whole_problems(pattern, names)


def uses(pattern: str, token: str) -> bool:
    return token in {name.partition(":")[0] for name in _TOKEN.findall(pattern)}


def letter_number(pattern: str, of: Numbered) -> str:
    """The number as it stands on the letter; the pattern is one without problems."""

    def value(found: re.Match[str]) -> str:
        name, _, digits = found[1].partition(":")
        if name == "urut":
            return str(of.sequence).zfill(int(digits or 0))
        return _values(of)[name]

    return _TOKEN.sub(value, pattern)


def gaps(sequences: Iterable[int]) -> list[tuple[int, int]]:
    """What was leapt over between 1 and the last, as first and last of each gap."""
    found, before = [], 0
    for sequence in sorted(sequences):
        if sequence > before + 1:
            found.append((before + 1, sequence - 1))
        before = sequence
    return found


def _values(of: Numbered) -> dict[str, str]:
    return {
        "kode": of.classification,
        "unit": of.unit,
        "bulan": f"{of.day.month:02}",
        "bulan_romawi": _ROMAN[of.day.month - 1],
        "tahun": str(of.day.year),
    }


def _token_problem(name: str) -> Problem | None:
    """NS-02: only the listed tokens; NS-03: the digits of {urut} are 1 to 8."""
    if name in TOKENS:
        return None
    wanted = _DIGITS_WANTED.fullmatch(name)
    if wanted is None:
        return _problem("NS-02", f"“{{{name}}}” tidak dikenal. Yang ada: {_LISTED}, {{urut:4}}.")
    if 1 <= int(wanted[1]) <= MOST_DIGITS:
        return None
    return _problem("NS-03", f"“{{{name}}}”: jumlah angka nomor urut 1 sampai {MOST_DIGITS}.")


def _whole_problems(pattern: str, names: list[str]) -> tuple[Problem, ...]:
    """Two letters of one series never get the same number.

    NS-04: the sequence stands in the number, once. NS-05: so does the year, as each starts
    again from 1. NS-06: no digit may stand next to the sequence, or 1 and 11 run together.
    """
    found = []
    if [name.partition(":")[0] for name in names].count("urut") != 1:
        found.append(_problem("NS-04", "Pola memuat {urut} tepat satu kali."))
    if "tahun" not in names:
        message = "Pola harus memuat {tahun}: nomor urut mulai lagi dari 1 setiap tahun."
        found.append(_problem("NS-05", message))
    if re.search(r"[0-9}]\{urut|\{urut[^}]*\}[0-9{]", pattern):
        message = "Beri tanda pemisah, misalnya / atau -, sebelum dan sesudah {urut}."
        found.append(_problem("NS-06", message))
    return tuple(found)


def _problem(rule: str, message: str) -> Problem:
    return Problem(rule, "pola", message)
