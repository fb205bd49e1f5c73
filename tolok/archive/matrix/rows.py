"""The cells laid out: a row for each document, or for each satker of one document."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tolok.archive.matrix.cells import Cell, Registers
from tolok.archive.matrix.expectations import in_order
from tolok.archive.matrix.tally import State, Tally, together
from tolok.documents.catalogue import TITLES


@dataclass(frozen=True)
class Wanted:
    """What the person chose to see; an empty choice leaves nothing out."""

    document: str = ""
    unit: int | None = None
    period: str | None = None  # "" is the whole year
    state: State | None = None
    text: str = ""


@dataclass(frozen=True)
class Row:
    """A document, or a satker; and what stands where for each period."""

    document: str  # "" where all cells are of one document and the row is a satker
    unit: int | None  # none: the agency, or all satker together
    label: str
    note: str
    spread: bool  # over several satker
    cells: tuple[tuple[str, Tally | None], ...]  # by period; none: nothing is expected here


@dataclass(frozen=True)
class Matrix:
    periods: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Tally


def chosen(cells: Iterable[Cell], registers: Registers, wanted: Wanted) -> list[Cell]:
    """The cells the person asked for, in the order of the catalogue and of the satker."""
    order = {code: at for at, code in enumerate(TITLES)}
    units = {unit: at for at, unit in enumerate(registers.units)}
    found = (cell for cell in cells if _is_wanted(cell, registers, wanted))
    return sorted(found, key=lambda one: (order[one.document], units.get(one.unit or 0, -1)))


def _is_wanted(cell: Cell, registers: Registers, wanted: Wanted) -> bool:
    return (
        wanted.document in ("", cell.document)
        and wanted.unit in (None, cell.unit)
        and wanted.period in (None, cell.period)
        and (wanted.state is None or bool(cell.tally.counts.get(wanted.state)))
        and wanted.text.casefold() in _words(cell, registers).casefold()
    )


def _words(cell: Cell, registers: Registers) -> str:
    unit = registers.units[cell.unit].name if cell.unit else ""
    return f"{cell.document} {TITLES[cell.document]} {unit}"


def laid_out(cells: Sequence[Cell], registers: Registers, *, by_unit: bool) -> Matrix:
    """By satker where one document was chosen, else by document."""
    periods = tuple(in_order({cell.period for cell in cells}))
    groups: dict[tuple[str, int | None], dict[str, list[Cell]]] = {}
    for cell in cells:
        key = ("", cell.unit) if by_unit else (cell.document, None)
        groups.setdefault(key, defaultdict(list))[cell.period].append(cell)
    rows = tuple(_row(key, found, registers, periods) for key, found in groups.items())
    return Matrix(periods, rows, together(cell.tally for cell in cells))


def _row(
    key: tuple[str, int | None],
    found: dict[str, list[Cell]],
    registers: Registers,
    periods: tuple[str, ...],
) -> Row:
    document, unit = key
    label, note = (document, TITLES[document]) if document else _unit(unit, registers)
    shown = tuple((one, _tally(found[one]) if one in found else None) for one in periods)
    spread = any(cell.unit for cells in found.values() for cell in cells) and not unit
    return Row(document, unit, label, note, spread, shown)


def _tally(cells: list[Cell]) -> Tally:
    """One cell keeps its paper; several are counted."""
    if len(cells) == 1:
        return cells[0].tally
    return replace(together(cell.tally for cell in cells), paper=None)


def _unit(unit: int | None, registers: Registers) -> tuple[str, str]:
    if unit is None:
        return "Instansi", ""
    return registers.units[unit].name, registers.units[unit].code
