"""The canonical tables that every source's files end up in (`tables.toml`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

_HERE: Final = Path(__file__).parent


class Kind(StrEnum):
    """What a column holds; the value is the word in the TOML files."""

    TEXT = "teks"
    CODE = "kode"
    MONEY = "uang"
    DECIMAL = "desimal"
    INTEGER = "angka"
    DATE = "tanggal"
    MOMENT = "saat"
    FLAG = "ya_tidak"


@dataclass(frozen=True)
class Column:
    """One column of a canonical table."""

    name: str
    kind: Kind


@dataclass(frozen=True)
class Table:
    """One canonical table, named as ISB names it."""

    name: str
    label: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]  # these make a row the same row in the next pull
    body: str | None  # the column with the government body's code
    year: str | None  # the column with the fiscal year
    complete: bool  # a file is the whole table; otherwise it only adds or replaces rows

    def kind_of(self, column: str) -> Kind:
        """TEXT for a column that this table does not know."""
        return next((known.kind for known in self.columns if known.name == column), Kind.TEXT)


@cache
def tables() -> Mapping[str, Table]:
    """All canonical tables by name; read once, never changed."""
    entries = _entries()
    types = entries["types"].items()
    patterns = [(pattern, Kind(kind)) for kind, names in types for pattern in names]
    return MappingProxyType(
        {
            name: _table(name, entry, patterns)
            for name, entry in entries.items()
            if name not in {"types", "pulled"}
        }
    )


@cache
def pull_columns() -> frozenset[str]:
    """Columns that differ from pull to pull although the row says the same."""
    return frozenset(_entries()["pulled"]["columns"])


def _entries() -> dict[str, Any]:
    return tomllib.loads((_HERE / "tables.toml").read_text(encoding="utf-8"))


def _table(name: str, entry: dict[str, Any], patterns: list[tuple[str, Kind]]) -> Table:
    if entry.get("columns_from") == "fields":
        columns = _workbook_columns()
    else:
        columns = tuple(Column(column, _kind(column, patterns)) for column in entry["columns"])
    return Table(
        name=name,
        label=entry["label"],
        columns=columns,
        key=tuple(entry["key"]),
        body=entry.get("body"),
        year=entry.get("year"),
        complete=entry["complete"],
    )


def _kind(column: str, patterns: list[tuple[str, Kind]]) -> Kind:
    """An exact name wins over a pattern: "tgl_akhir" is a moment, "tgl_akhir_*" are days."""
    for pattern, kind in patterns:
        if pattern == column:
            return kind
    return next((kind for pattern, kind in patterns if fnmatchcase(column, pattern)), Kind.TEXT)


def _workbook_columns() -> tuple[Column, ...]:
    """Tolok's own workbook has the package fields that the dictionary puts there."""
    fields = tomllib.loads((_HERE / "fields.toml").read_text(encoding="utf-8"))
    return tuple(
        Column(name, _WORKBOOK_KIND.get(name, Kind(field["type"])))
        for name, field in fields.items()
        if field.get("in_workbook")
    )


_WORKBOOK_KIND: Final = dict.fromkeys(
    ("kd_paket", "kd_rup", "kd_satker", "npwp_penyedia"), Kind.CODE
)
"""Codes are text to the formulas, but a spreadsheet keeps them as numbers."""
