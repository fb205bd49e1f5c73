"""The data dictionary of packages, read once from `fields.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from tolok.core.formula.dictionary import Dictionary, Field, FieldType

FIELDS_FILE: Final = Path(__file__).with_name("fields.toml")

SQL_TYPES: Final = {
    FieldType.TEXT: "VARCHAR",
    FieldType.NUMBER: "BIGINT",
    FieldType.MONEY: "DECIMAL(20,2)",
    FieldType.DATE: "DATE",
    FieldType.YES_NO: "BOOLEAN",
}


@cache
def dictionary() -> Dictionary:
    return Dictionary.from_mapping(tomllib.loads(FIELDS_FILE.read_text(encoding="utf-8")))


def snapshot_columns() -> dict[str, str]:
    """The columns of a snapshot with their SQL types, in the order of the file.

    A field whose facts may be disputed has two more columns: between which values it lies.
    """
    columns = {}
    for field in dictionary().fields.values():
        columns[field.name] = SQL_TYPES[field.type]
        if field.uncertain:
            for bound in bounds_of(field):
                columns[bound] = SQL_TYPES[field.type]
    return columns


def bounds_of(field: Field) -> tuple[str, str]:
    return f"{field.name}_terendah", f"{field.name}_tertinggi"
