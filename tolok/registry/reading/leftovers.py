"""Cells that no machine wrote, read by the core readers: each different text once."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tolok.core.blank import is_blank
from tolok.core.dates import Moment, read_date, read_moment
from tolok.core.numbers import NumberForm, decide_column, read_number, round_half_up
from tolok.core.problem import Problem
from tolok.registry.reading import refusals
from tolok.registry.reading.rows import TYPED, shown
from tolok.registry.tables import Kind

_DECIMALS: Final = {Kind.MONEY: 2, Kind.DECIMAL: 4}

Reading = str | Problem | None
"""A value in the spelling SQL casts; None: an empty cell; a Problem: why it is refused."""


def read_leftovers(
    kind: Kind, cells: Sequence[str], *, column: Sequence[str], spreadsheet: bool
) -> list[Reading]:
    """What each cell holds; `column` is all that the column holds, which decides "1.234"."""
    if kind in {Kind.MONEY, Kind.DECIMAL, Kind.INTEGER}:
        form = decide_column(cell for cell in column if not cell.startswith(TYPED))
        return [_number(kind, cell, form) for cell in cells]
    if kind is Kind.FLAG:
        return [None if is_blank(cell) else refusals.not_yes_or_no(shown(cell)) for cell in cells]
    return [_moment(kind, shown(cell), spreadsheet=spreadsheet) for cell in cells]


def _number(kind: Kind, cell: str, form: NumberForm) -> Reading:
    if cell.startswith(TYPED):
        form = NumberForm.DECIMAL_POINT
    value = read_number(shown(cell), form)
    if not isinstance(value, Decimal):
        return value
    if kind is Kind.INTEGER:
        return refusals.not_whole(shown(cell)) if value % 1 else f"{value:.0f}"
    return format(round_half_up(value, _DECIMALS[kind]), "f")


def _moment(kind: Kind, cell: str, *, spreadsheet: bool) -> Reading:
    if kind is Kind.DATE:
        day = read_date(cell, spreadsheet=spreadsheet)
        return day if isinstance(day, Problem) or day is None else day.isoformat()
    found = read_moment(cell, spreadsheet=spreadsheet)
    return found.local.isoformat() if isinstance(found, Moment) else found
