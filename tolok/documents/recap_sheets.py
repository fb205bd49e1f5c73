"""A recap of ratings as a sheet: categories above, rows below, and what they give together.

Columns: five about the row, one for each aspect from F on, then those of the recap itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.documents.facts import Missing
from tolok.documents.formulas import letter, quoted, reason_of
from tolok.documents.ratings import Recap
from tolok.documents.sheets import Book, Formula, Sheet, Value

_FIRST: Final = 6  # the column of the first aspect
_EMPTY: Final = "Belum ada paket selesai pada periode ini."


@dataclass(frozen=True)
class Span:
    """The rows of the table, first to last."""

    first: int
    last: int

    def of(self, column: str) -> str:
        return f"{column}{self.first}:{column}{self.last}"


class RecapSheet:
    """Written from the top down; knows where the aspects and the categories stand."""

    def __init__(self, book: Book, name: str, facts: Recap, behind: Sequence[str]) -> None:
        """`behind`: the heads behind the aspects."""
        self.facts, self.result = facts, facts.result
        self.violations = "Pelanggaran terbukti"  # what a value of 0 means
        self._behind = behind
        widths = (6, 40, 24, 28, 14, *[13] * len(self.result.aspects), *[13] * len(behind))
        self.sheet: Sheet = book.sheet(name, widths=widths, landscape=True)

    def title(self, title: str, *about: tuple[str, str]) -> None:
        self.sheet.row([title], "title")
        self.sheet.row([f"TAHUN ANGGARAN {self.facts.year}"], "label")
        self.sheet.skip()
        for label, value in (*about, ("Periode", self.facts.period)):
            self.sheet.row(["", label, value], "label")
        self.sheet.skip()
        self._bands()

    def _bands(self) -> None:
        """Bounds are cells; shares are written beside them when the rows are known."""
        self.sheet.row(["", "Kategori", "Mulai dari", "Paket dinilai", "Persen"], "head")
        first = self.sheet.next_row
        for band in self.result.shares:
            self.sheet.row(["", band.name, band.least], ["text", "text", "number"])
        self.bands = Span(first, self.sheet.next_row - 1)
        self.sheet.skip()

    def heads(self, *words: str) -> None:
        """The head row, and the weights below it."""
        aspects = self.result.aspects
        head = self.sheet.row([*words, *(one.name for one in aspects), *self._behind], "head")
        self.sheet.repeat(head, head)
        weights: list[Value] = [one.weight for one in aspects]
        empty = [""] * (_FIRST - 3)
        self._weights = self.sheet.row(
            ["", "Bobot (%)", *empty, *weights, *[""] * len(self._behind)], "total"
        )

    # --- Places

    def aspect(self, at: int) -> str:
        return letter(_FIRST + at)

    def behind(self, at: int) -> str:
        return letter(_FIRST + len(self.result.aspects) + at)

    def points(self, row: int) -> str:
        return f"{self.aspect(0)}{row}:{self.aspect(len(self.result.aspects) - 1)}{row}"

    def weighted(self, row: int) -> str:
        """The row's points by their weights: a value, or a sum of values."""
        first, last = self.aspect(0), self.aspect(len(self.result.aspects) - 1)
        weights = f"${first}${self._weights}:${last}${self._weights}"
        return f"SUMPRODUCT({weights},{self.points(row)})/100"

    def category(self, cell: str, name: str | Missing) -> Formula:
        first, last = self.bands.first, self.bands.last
        found = f"LOOKUP({cell},$C${first}:$C${last},$B${first}:$B${last})"
        otherwise = quoted(name.reason) if isinstance(name, Missing) else '""'
        return Formula(f"=IF(ISNUMBER({cell}),{found},{otherwise})", name)

    # --- Rows

    def row(self, values: Sequence[Value], behind: Sequence[str]) -> int:
        """A row of the table, five cells, the aspects, and those behind in their styles."""
        fifth = "rupiah" if isinstance(values[_FIRST - 2], Decimal) else "text"
        styles = ["centre", "text", "text", "text", fifth, *["input"] * len(self.result.aspects)]
        return self.sheet.row(values, [*styles, *behind])

    def total(self, values: Sequence[Value]) -> int:
        styles = ["total_text" if isinstance(one, str) else "total" for one in values]
        return self.sheet.row(values, styles)

    def nothing(self) -> None:
        self.sheet.row(["", _EMPTY], "label")

    def end(self, counts: Sequence[str], *, rated: str, packages: str, mean: str) -> None:
        """Shares beside the categories; coverage, mean, index and basis below the table."""
        for at, (share, count) in enumerate(zip(self.result.shares, counts, strict=True)):
            row = self.bands.first + at
            percent = f"=IF({rated}=0,{reason_of(share.percent)},D{row}/{rated}*100)"
            self.sheet.write(row, 4, Formula(f"={count}", share.packages), "whole")
            self.sheet.write(row, 5, Formula(percent, share.percent), "percent")
        self.sheet.skip()
        self._figures(rated, packages, mean)
        basis = f"Dasar: {self.facts.legal_basis}. Instrumen versi {self.facts.instrument}."
        self.sheet.row(["", basis], "note")

    def _figures(self, rated: str, packages: str, mean: str) -> None:
        one, top = self.result, self.bands.last
        coverage = f"=IF({packages}=0,{reason_of(one.coverage)},{rated}/{packages}*100)"
        index = f"=IF(ISNUMBER({mean}),{mean}/C{top}*100,{mean})"
        figures: list[tuple[str, Value, str]] = [
            ("Paket selesai", Formula(f"={packages}", one.packages), "whole"),
            ("Paket dinilai", Formula(f"={rated}", one.rated), "whole"),
            ("Cakupan penilaian", Formula(coverage, one.coverage), "percent"),
            (self.violations, one.violations, "whole"),
            ("Nilai rata-rata", Formula(f"={mean}", one.mean), "number"),
            ("Kategori", self.category(mean, one.category), "text"),
            ("Indeks kinerja (rata-rata ÷ 3 × 100)", Formula(index, one.index), "number"),
        ]
        for label, value, style in figures:
            self.sheet.row(["", label, value], ["text", "text", style])


def mean_of(cells: str, value: Decimal | Missing) -> Formula:
    return Formula(f"=IF(COUNT({cells})=0,{reason_of(value)},AVERAGE({cells}))", value)
