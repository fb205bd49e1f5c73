"""The matrix as a workbook: a row for each cell that is shown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from tolok.archive.matrix.cells import Cell, Registers
from tolok.archive.matrix.expectations import period_label
from tolok.archive.matrix.tally import State
from tolok.documents.catalogue import TITLES
from tolok.registry.workbook import Column

COLUMNS: Final = (
    Column("Kode", 16),
    Column("Dokumen", 60),
    Column("Langkah SOP", 12),
    Column("Kode satker", 16),
    Column("Satuan kerja", 40),
    Column("Periode", 12),
    Column("Diharapkan", 12),
    *(Column(state.word, 16) for state in State),
)


def rows_of(cells: Iterable[Cell], registers: Registers) -> Iterator[Sequence[Any]]:
    for cell in cells:
        unit = registers.units[cell.unit] if cell.unit else None
        about = (unit.code, unit.name) if unit else ("", "Instansi")
        counts = (cell.tally.counts.get(state, 0) for state in State)
        title, period = TITLES[cell.document], period_label(cell.period)
        yield (cell.document, title, cell.step, *about, period, cell.tally.expected, *counts)
