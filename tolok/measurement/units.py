"""The tables of groups behind one indicator: work units by quarter, methods, kinds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.indicator import Indicator
from tolok.measurement.charts import NO_NAME, rows_page
from tolok.measurement.made_of import short_note
from tolok.measurement.showing import QUARTER_NAMES, QUARTERS, interval_text
from tolok.measurement.values import Value

UNIT: Final = "kd_satker"
NOTHING: Final = "tidak ada"


@dataclass(frozen=True)
class Cell:
    """One value and the rows it leads to."""

    label: str
    value: Value | None  # None: no row of the group is in scope
    note: str  # what it is made of
    reason: str  # why it is missing
    href: str


@dataclass(frozen=True)
class UnitRow:
    """A work unit: its quarters, its year, and the interval of its year."""

    name: str
    quarters: tuple[Cell, ...]
    year: Cell
    interval: str


@dataclass(frozen=True)
class GroupRow:
    """A method or a kind of procurement: its year."""

    name: str
    year: Cell
    interval: str


def group_rows(indicator: Indicator, found: Sequence[Value], by: str) -> list[GroupRow]:
    """The largest first."""
    return [
        GroupRow(
            name=one.group[by] or NO_NAME,
            year=_cell(indicator, "Setahun", one),
            interval=interval_text(one, indicator.decimals),
        )
        for one in sorted(found, key=lambda one: -one.rows)
    ]


def unit_rows(
    indicator: Indicator,
    units: Sequence[Value],
    quarters: Sequence[Value],
    names: Callable[[str], str],
) -> list[UnitRow]:
    """In the order of `units`; `quarters` are values by unit and quarter."""
    placed = {(one.group[UNIT], one.group["triwulan"]): one for one in quarters}
    return [
        unit_row(
            indicator,
            names(unit.group[UNIT]),
            unit,
            {number: placed.get((unit.group[UNIT], number)) for number in QUARTERS},
        )
        for unit in units
    ]


def unit_row(
    indicator: Indicator, name: str, year: Value, quarters: Mapping[str, Value | None]
) -> UnitRow:
    cells = (
        _cell(indicator, label, quarters.get(number))
        for label, number in zip(QUARTER_NAMES, QUARTERS, strict=True)
    )
    return UnitRow(
        name=name,
        quarters=tuple(cells),
        year=_cell(indicator, "Setahun", year),
        interval=interval_text(year, indicator.decimals),
    )


def _cell(indicator: Indicator, label: str, value: Value | None) -> Cell:
    if value is None:
        return Cell(label, None, NOTHING, NOTHING, "")
    href = rows_page(indicator.code, value.group)
    return Cell(label, value, short_note(value, indicator) or NOTHING, value.reason, href)
