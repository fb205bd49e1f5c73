"""The charts of one indicator: the course of the year, and who stands above and below."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from tolok.core.achievement import Direction
from tolok.core.indicator import Indicator
from tolok.core.numbers import format_number
from tolok.measurement.made_of import short_note
from tolok.measurement.showing import QUARTER_NAMES, QUARTERS
from tolok.measurement.values import Value
from tolok.ui import charts

MOST_BARS: Final = 10
NO_NAME: Final = "tidak tercatat"
QUERY: Final = {
    "triwulan": "tw",
    "kd_satker": "satker",
    "mtd_pemilihan": "metode",
    "jenis_pengadaan": "jenis",
}  # grouping -> how addresses of the rows page call it


@dataclass(frozen=True)
class Charted:
    """An indicator whose groups are drawn beside the value of the whole."""

    indicator: Indicator
    whole: Value

    def course(self, quarters: Mapping[str, Value]) -> charts.Chart:
        values = [quarters.get(number) for number in QUARTERS]
        bars = [
            self._bar(label, value, number, "triwulan") if value else charts.Bar(label, None)
            for label, value, number in zip(QUARTER_NAMES, values, QUARTERS, strict=True)
        ]
        return charts.quarter_bars(course_title(values), bars, self._scale())

    def groups(
        self, found: Sequence[Value], by: str, names: Callable[[str], str], first: str
    ) -> charts.Chart | None:
        """The groups with most rows, the worst on top; None where there is nothing to compare."""
        known = [value for value in found if value.value is not None]
        if len(known) < 2:  # noqa: PLR2004 - one bar compares with nothing
            return None
        largest = sorted(known, key=lambda one: -one.rows)[:MOST_BARS]
        bars = [
            self._bar(names(one.group[by]), one, one.group[by], by, marked=self._is_worse(one))
            for one in self.worst_first(largest)
        ]
        title = group_title(first, bars, len(known))
        return charts.unit_bars(title, bars, self._scale(with_whole=True), first)

    def worst_first(self, found: Iterable[Value]) -> list[Value]:
        """Those without a value come last."""
        return sorted(found, key=self._goodness)

    def _bar(
        self, label: str, value: Value, key: str, by: str, *, marked: bool = False
    ) -> charts.Bar:
        return charts.Bar(
            label=label,
            value=value.value,
            note=short_note(value, self.indicator) or "tidak ada",
            href=rows_page(self.indicator.code, {by: key}),
            marked=marked,
            lowest=value.lowest,
            highest=value.highest,
        )

    def _scale(self, *, with_whole: bool = False) -> charts.Scale:
        places, value = self.indicator.decimals, self.whole.value
        line = None
        if with_whole and value is not None:
            line = charts.Line(value, f"instansi {format_number(value, places)}")
        return charts.Scale(self.indicator.unit, places, target=line)

    def _goodness(self, one: Value) -> tuple[bool, Decimal]:
        value = one.value or Decimal(0)
        less_is_better = self.indicator.direction is Direction.MINIMISE
        return one.value is None, -value if less_is_better else value

    def _is_worse(self, one: Value) -> bool:
        """Than the agency as a whole; in a range neither side is worse."""
        if one.value is None or self.whole.value is None:
            return False
        match self.indicator.direction:
            case Direction.MAXIMISE:
                return one.value < self.whole.value
            case Direction.MINIMISE:
                return one.value > self.whole.value
            case Direction.RANGE:
                return False


def course_title(values: Sequence[Value | None]) -> str:
    """How the year went, where it went one way."""
    known = [one.value for one in values if one is not None and one.value is not None]
    steps = list(pairwise(known))
    if len(known) < 2:  # noqa: PLR2004 - one quarter is no course
        return "Nilai tiap triwulan"
    if all(earlier < later for earlier, later in steps):
        return "Naik tiap triwulan"
    if all(earlier > later for earlier, later in steps):
        return "Turun tiap triwulan"
    return "Sama tiap triwulan" if len(set(known)) == 1 else "Naik turun menurut triwulan"


def group_title(first: str, bars: Sequence[charts.Bar], known: int) -> str:
    """ "3 dari 10 unit kerja lebih buruk daripada instansi"."""
    worse = sum(bar.marked for bar in bars)
    shown = f"{len(bars)} {first.lower()}"
    if len(bars) < known:
        shown = f"{shown} terbesar"
    return f"{worse} dari {shown} lebih buruk daripada seluruh instansi" if worse else first


def rows_page(code: str, group: Mapping[str, str]) -> str:
    """The address of the rows behind one value."""
    page = reverse("measurement:rows", args=[code])
    query = urlencode({QUERY[by]: key or NO_NAME for by, key in group.items()})
    return f"{page}?{query}" if query else page
