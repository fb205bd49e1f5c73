"""What a chart is made from, and what it answers with."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.safestring import SafeString

from tolok.core.numbers import format_number

DASH: Final = "—"


@dataclass(frozen=True)
class Bar:
    """One quarter, one work unit, one class of a distribution."""

    label: str
    value: Decimal | int | None  # None leaves a gap and prints a dash
    note: str = ""  # what stands below the value: "40 dari 48", or why there is none
    href: str = ""  # where the bar leads
    marked: bool = False  # stands out; say in the caption why
    lowest: Decimal | None = None  # the interval the value may truly lie in
    highest: Decimal | None = None

    @property
    def uncertain(self) -> bool:
        return self.lowest is not None and self.highest is not None and self.lowest != self.highest


@dataclass(frozen=True)
class Line:
    """A value to compare the bars with."""

    value: Decimal | int
    label: str  # "target 90,0", "2024: 81,0"


@dataclass(frozen=True)
class Scale:
    """What the bars measure, and what they are compared with."""

    unit: str  # "%", "hari", "paket"
    places: int = 1
    target: Line | None = None  # a solid line
    baseline: Line | None = None  # a dotted line

    def text(self, value: Decimal | int | None) -> str:
        return DASH if value is None else format_number(value, self.places)


@dataclass(frozen=True)
class Column:
    name: str
    is_number: bool


@dataclass(frozen=True)
class ChartTable:
    """The numbers of a chart, for those who would rather read, and for screen readers."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Column, str], ...], ...]  # each cell with its column


@dataclass(frozen=True)
class Chart:
    """Ready for ui/chart.html."""

    title: str  # the answer in a sentence where there is one: "Turun tiap triwulan"
    svg: SafeString
    narrow: SafeString  # the same for a phone; empty where the first suits both
    table: ChartTable


def table_of(bars: Sequence[Bar], scale: Scale, first: str) -> ChartTable:
    """The numbers as the chart shows them; columns that nothing fills are left out."""
    columns = {
        Column(first, is_number=False): [bar.label for bar in bars],
        Column(f"Nilai ({scale.unit})", is_number=True): [scale.text(bar.value) for bar in bars],
        Column("Rentang", is_number=True): [_range(bar, scale) for bar in bars],
        Column("Keterangan", is_number=False): [bar.note for bar in bars],
    }
    filled = {column: cells for column, cells in columns.items() if any(cells)}
    rows = zip(*filled.values(), strict=True)
    return ChartTable(tuple(filled), tuple(tuple(zip(filled, row, strict=True)) for row in rows))


def _range(bar: Bar, scale: Scale) -> str:
    return f"{scale.text(bar.lowest)}\u2013{scale.text(bar.highest)}" if bar.uncertain else ""
