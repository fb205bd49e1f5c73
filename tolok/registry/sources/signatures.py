"""How the tables of all sources are told apart: by their header, never by the file's name."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from tolok.registry.sources.isb.csv_habits import as_in_json
from tolok.registry.sources.spse_list import rows as public_list
from tolok.registry.sources.workbook.fields import names_by_label
from tolok.registry.tables import tables

SOURCES: Final = {
    "isb": "isb",
    "inaproc": "inaproc",
    "spse-list": "spse_list",
    "workbook": "workbook",
}
"""Source code -> its folder."""

Row = Sequence[str]


@dataclass(frozen=True)
class Shape:
    """Rows without a header: what their columns look like, and how they get their names."""

    patterns: Mapping[int, re.Pattern[str]]  # position -> what every value there looks like
    columns: Row
    named: Callable[[Row], list[str]]

    def fits(self, rows: Sequence[Row]) -> bool:
        return bool(rows) and all(
            position < len(row) and pattern.fullmatch(row[position])
            for row in rows
            for position, pattern in self.patterns.items()
        )


@dataclass(frozen=True)
class Signature:
    """By which one table of one source is recognised."""

    source: str
    table: str
    has: frozenset[str]  # canonical names, as all columns here
    lacks: frozenset[str] = frozenset()
    only: bool = False  # true: the header holds nothing but the table's own columns
    rename: Mapping[str, str] = field(default_factory=dict)  # the source's name -> canonical
    shape: Shape | None = None
    csv_repair: Callable[[Row], Callable[[Row], list[str]]] | None = None  # by its columns

    def canonical(self, header: Row) -> list[str]:
        """The header in canonical names; a column that the table does not know keeps its own."""
        present = {column.casefold() for column in header}
        return [self._canonical(column, present) for column in header]

    def _canonical(self, column: str, present: set[str]) -> str:
        folded = column.casefold()
        renamed = self.rename.get(folded, folded)
        if renamed != folded and renamed in present:
            renamed = folded  # the file has a column of the canonical name already
        return renamed if renamed in _columns_of(self.table) or renamed in self.has else column

    def fits(self, header: Row) -> bool:
        columns = frozenset(column.casefold() for column in self.canonical(header) if column)
        return (
            self.shape is None
            and self.has <= columns
            and not self.lacks & columns
            and (not self.only or columns <= _columns_of(self.table) | self.has)
        )


def recognise(header: Row) -> list[Signature]:
    """The signatures that this header fits: one, or none, or too many."""
    return [signature for signature in signatures() if signature.fits(header)]


def recognise_rows(rows: Sequence[Row]) -> list[Signature]:
    """The same for rows that come without a header."""
    return [found for found in signatures() if found.shape and found.shape.fits(rows)]


@cache
def signatures() -> tuple[Signature, ...]:
    """Every table of every source; read once, never changed."""
    return tuple(signature for code in SOURCES for signature in _signatures_of(code))


@cache
def source_name(code: str) -> str:
    """What people call the source."""
    return str(_read(code)["name"])


@cache
def _columns_of(table: str) -> frozenset[str]:
    return frozenset(column.name for column in tables()[table].columns)


@cache
def _read(code: str) -> dict[str, Any]:
    path = Path(__file__).parent / SOURCES[code] / "source.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _signatures_of(code: str) -> list[Signature]:
    """A source's own entries, over those of the source it resembles."""
    source = _read(code)
    entries = _entries(source.get("same_as")) | _entries(code)
    has, lacks = frozenset(source.get("has", ())), frozenset(source.get("lacks", ()))
    return [
        replace(found, has=found.has | has, lacks=found.lacks | lacks)
        for table, entry in entries.items()
        for found in [_signature(code, table, entry)]
    ]


def _entries(code: str | None) -> dict[str, dict[str, Any]]:
    if code is None:
        return {}
    return {name: entry for name, entry in _read(code).items() if isinstance(entry, dict)}


def _signature(code: str, table: str, entry: dict[str, Any]) -> Signature:
    return Signature(
        source=code,
        table=table,
        has=frozenset(entry.get("has", ())),
        lacks=frozenset(entry.get("lacks", ())),
        only=entry.get("only", False),
        rename=names_by_label() if entry.get("labels") else entry.get("rename", {}),
        shape=_shape(entry["shape"]) if "shape" in entry else None,
        csv_repair=as_in_json if code == "isb" else None,
    )


def _shape(patterns: Mapping[str, str]) -> Shape:
    return Shape(
        patterns={int(at): re.compile(pattern, re.DOTALL) for at, pattern in patterns.items()},
        columns=public_list.COLUMNS,
        named=public_list.named_row,
    )
