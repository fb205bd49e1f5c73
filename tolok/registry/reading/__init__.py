"""Reading uploaded files safely: `read_all` is the door, everything behind it may die trying."""

from tolok.registry.reading.limits import DEFAULT, Limits
from tolok.registry.reading.read_all import read_all
from tolok.registry.reading.read_workbook import read_workbook
from tolok.registry.reading.results import FileReading, PlainSheet, RefusedRow, RowRefusal

__all__ = [
    "DEFAULT",
    "FileReading",
    "Limits",
    "PlainSheet",
    "RefusedRow",
    "RowRefusal",
    "read_all",
    "read_workbook",
]
