"""A rating form as a workbook: change a rating, and its value and category follow."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from tolok.documents.facts import Missing
from tolok.documents.formulas import reason_of
from tolok.documents.ratings import Aspect, Band
from tolok.documents.sheets import Formula, Sheet, Value


class Rating(Protocol):
    """What F5 and F8 have in common."""

    @property
    def aspects(self) -> Sequence[Aspect]: ...
    @property
    def total_weight(self) -> int: ...
    @property
    def value(self) -> Decimal | Missing: ...
    @property
    def category(self) -> str | Missing: ...
    @property
    def bands(self) -> Sequence[Band]: ...
    @property
    def legal_basis(self) -> str: ...
    @property
    def instrument(self) -> str: ...


def fill_rating(sheet: Sheet, facts: Rating) -> None:
    """Below the header: aspects, value, category, and on what it all rests."""
    sheet.skip()
    rows = aspect_rows(sheet, facts.aspects)
    total = total_row(sheet, rows, "NILAI KINERJA", weight=facts.total_weight, value=facts.value)
    sheet.skip()
    category_rows(sheet, facts.bands, total, facts.category)
    sheet.row(["", f"Dasar: {facts.legal_basis}. Instrumen versi {facts.instrument}."], "note")


def aspect_rows(sheet: Sheet, aspects: Sequence[Aspect]) -> list[int]:
    """Head and one row for each aspect: C weight, D points, F score."""
    words: list[Value] = ["No", "Aspek kinerja", "Bobot (%)", "Angka", "Predikat", "Nilai akhir"]
    head = sheet.row(words, "head")
    sheet.repeat(head, head)
    return [_aspect(sheet, at, aspect) for at, aspect in enumerate(aspects, 1)]


def _aspect(sheet: Sheet, number: int, aspect: Aspect) -> int:
    at = sheet.next_row
    reason = reason_of(aspect.score)
    score = Formula(f"=IF(ISNUMBER(D{at}),C{at}*D{at}/100,{reason})", aspect.score)
    values: list[Value] = [
        number,
        aspect.name,
        aspect.weight,
        aspect.rating,
        aspect.predicate,
        score,
    ]
    return sheet.row(values, ["centre", "text", "whole", "input", "centre", "number"])


def total_row(
    sheet: Sheet, rows: Sequence[int], label: str, *, weight: int, value: Decimal | Missing
) -> int:
    """Only the table's own rows are added up, and only when each has its points."""
    sums: tuple[Value, Value] = (weight, value)
    if rows:
        scores, first, last = f"F{rows[0]}:F{rows[-1]}", rows[0], rows[-1]
        rated = f"=IF(COUNT({scores})<{len(rows)},{reason_of(value)},SUM({scores}))"
        sums = (Formula(f"=SUM(C{first}:C{last})", weight), Formula(rated, value))
    cells: list[Value] = ["", label, sums[0], "", "", sums[1]]
    return sheet.row(cells, ["total_text", "total_text", "total", "total", "total", "total"])


def category_rows(sheet: Sheet, bands: Sequence[Band], total: int, category: str | Missing) -> None:
    """The legend's bounds are cells, so that another instrument needs no other formula."""
    sheet.row(["", "Kategori", "Mulai dari"], ["head", "head", "head"])
    rows = [sheet.row(["", band.name, band.least], ["text", "text", "number"]) for band in bands]
    found = f"LOOKUP(F{total},C{rows[0]}:C{rows[-1]},B{rows[0]}:B{rows[-1]})"
    known = f"=IF(ISNUMBER(F{total}),{found},{reason_of(category)})"
    sheet.row(["", "Kategori nilai ini", Formula(known, category)], "total_text")
