"""R-19: how ISB's CSV tells the same row otherwise than its JSON, and the way back.

Seen by comparing both forms of the same rows: a missing number is written 0 (or "null"), and a
line break inside a text is written as the two characters backslash and n.
"""

import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from typing import Final

# Columns in which JSON never says 0, so that a 0 can only be a missing value.
_NEVER_ZERO: Final = (
    "tahun_anggaran",
    "nilai_penawaran",
    "nilai_terkoreksi",
    "nilai_negosiasi",
    "nilai_kontrak",
    "total_realisasi",
    "progres_pekerjaan",
    "tipe_swakelola",
    "tipe_swakelola_nama",
    "kd_penyedia",
    "kd_*_lokal",
)
# Columns in which a 0 is missing where another column's value is missing.
_ZERO_ALONG_WITH: Final = {
    "nilai_pdn_kontrak": "nilai_kontrak",
    "nilai_umk_kontrak": "nilai_kontrak",
    "belanja_*": "tahun_anggaran",
    "total_belanja": "tahun_anggaran",
}
_ESCAPES: Final = {"\\n": "\n", "\\r": "\r", "\\t": "\t"}
_ESCAPE: Final = re.compile(r"\\[nrt]")

Cells = Sequence[str]


def as_in_json(columns: Cells) -> Callable[[Cells], list[str]]:
    """For rows under these columns: the cells as the JSON form has them."""
    never_zero = [at for at, name in enumerate(columns) if _fits(name, _NEVER_ZERO)]
    along_with = [
        (at, columns.index(other))
        for at, name in enumerate(columns)
        for pattern, other in _ZERO_ALONG_WITH.items()
        if fnmatchcase(name, pattern) and other in columns
    ]

    def restored(cells: Cells) -> list[str]:
        found = [_restored(cell) for cell in cells]
        if len(found) == len(columns):
            for at in never_zero:
                found[at] = "" if found[at] == "0" else found[at]
            for at, other in along_with:
                found[at] = "" if found[at] == "0" and not found[other] else found[at]
        return found

    return restored


def _fits(name: str, patterns: Cells) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _restored(cell: str) -> str:
    if cell == "null":
        return ""
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0]], cell) if "\\" in cell else cell
