"""Quirk 20: what hides in the cells of the public list comes out as columns of its own."""

import re
from collections.abc import Sequence
from typing import Final

COLUMNS: Final = (
    "kd_tender",
    "nama_paket",
    "instansi",
    "tahap",
    "hps",
    "hps_teks",
    "mtd_kualifikasi",
    "mtd_pemilihan",
    "mtd_evaluasi",
    "kategori",
    "tahun_anggaran",
    "generasi_spse",
    "nilai_kontrak",
    "tender_ulang",
    "tanda_1",
    "tanda_2",
    "tanda_3",
)
_POSITIONS: Final = 14
_MARK: Final = re.compile(r"<span[^>]*>(.*?)</span>", re.DOTALL | re.IGNORECASE)
_CATEGORY: Final = re.compile(r"(?P<name>.*?) - TA (?P<year>.*)", re.DOTALL)
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


def named_row(cells: Sequence[str]) -> list[str]:
    """One row of the list in the order of COLUMNS.

    R-20: the HPS is rounded text ("990 Jt") and kept as it came beside its number; "Tender
    Ulang" is a label in the title; the fiscal year stands behind the category; a contract that
    was not made is empty, never zero.
    """
    cell = [*cells, *[""] * _POSITIONS][:_POSITIONS]
    marks = [mark.casefold() for mark in _MARK.findall(cell[1])]
    category = _CATEGORY.fullmatch(cell[8])
    year = _YEAR.search(category["year"]) if category else None
    return [
        cell[0],
        _MARK.sub("", cell[1]),
        *cell[2:5],
        cell[4],
        *cell[5:8],
        category["name"] if category else cell[8],
        year[0] if year else "",
        cell[9],
        cell[10] if cell[10].startswith("Rp") else "",
        "1" if any("ulang" in mark for mark in marks) else "0",
        *cell[11:14],
    ]
