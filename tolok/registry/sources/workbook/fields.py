"""The columns of Tolok's own workbook: the package fields that the dictionary puts there."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tolok.registry.tables import Kind, tables

TABLE: Final = "Tolok-DataPaket"
_FIELDS: Final = Path(__file__).parents[2] / "fields.toml"


@dataclass(frozen=True)
class WorkbookField:
    """One column as its user meets it."""

    name: str
    label: str
    kind: Kind
    means: str
    choices: tuple[str, ...]


@cache
def workbook_fields() -> tuple[WorkbookField, ...]:
    """In the dictionary's order."""
    entries = tomllib.loads(_FIELDS.read_text(encoding="utf-8"))
    return tuple(
        WorkbookField(
            name=column.name,
            label=entries[column.name]["label"],
            kind=column.kind,
            means=entries[column.name]["means"],
            choices=tuple(entries[column.name].get("choices", ())),
        )
        for column in tables()[TABLE].columns
    )


@cache
def names_by_label() -> Mapping[str, str]:
    """Label in lower case -> the field's name."""
    return {field.label.casefold(): field.name for field in workbook_fields()}
