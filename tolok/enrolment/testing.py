"""Short ways for tests to make a workbook of persons and offices."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tolok.enrolment.columns import COLUMNS, OFFICES, PERSONS
from tolok.registry.reading.testing import write_sheets

SARI: Final = ("sari@contoh.id", "Sari Wulan", "198800002010000001", "Penata (III/c)")
COORDINATES: Final = (SARI[0], "Koordinator", "", "", "SK 1/2026", "2/1/2026", "")


def write_roster(
    path: Path,
    persons: Sequence[Sequence[object]] = (SARI,),
    offices: Sequence[Sequence[object]] = (COORDINATES,),
) -> Path:
    """A filled-in template."""
    heads = {name: [column.label for column in columns] for name, columns in COLUMNS.items()}
    return write_sheets(
        path, {PERSONS: [heads[PERSONS], *persons], OFFICES: [heads[OFFICES], *offices]}
    )
