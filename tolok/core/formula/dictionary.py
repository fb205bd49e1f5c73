"""The data dictionary: which facts a formula may name, and what is known about each."""

import difflib
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from tolok.core.problem import Problem, RefusedError


class FieldType(StrEnum):
    """What kind of fact a field holds; only facts of one kind are compared or added."""

    TEXT = "teks"
    NUMBER = "angka"
    MONEY = "uang"
    DATE = "tanggal"
    YES_NO = "ya_tidak"


@dataclass(frozen=True, eq=False, repr=False)
class Field:
    """One fact about a package (or a plan or budget row), as registry/fields.toml tells it.

    Like its dictionary it is made once, so it is compared and hashed by identity.
    """

    name: str  # in formulas and in the snapshot
    label: str  # on pages
    type: FieldType
    _: KW_ONLY
    code: str = ""  # in our own program
    unit: str = ""
    means: str = ""
    missing: str = ""  # what a package without it lacks: "belum ada …"
    columns: tuple[str, ...] = ()  # where published tables hold it: "table.column"
    choices: tuple[str, ...] = ()  # the closed set of a text field
    uncertain: bool = False  # the snapshot also holds <name>_terendah and <name>_tertinggi
    lowest: str = ""  # the least a missing value could be, as a row expression
    highest: str = ""
    editable: bool = False
    in_workbook: bool = False

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def lacking(self) -> str:
        """What to write after "belum ada" or "lengkapi"."""
        return self.missing or self.label


@dataclass(frozen=True, eq=False)
class Dictionary:
    """All fields by name. Made once; compared and hashed by identity."""

    fields: Mapping[str, Field] = field(default_factory=dict)

    @classmethod
    def from_mapping(cls, parsed: Mapping[str, object]) -> Self:
        """From a parsed fields.toml; raises `RefusedError` naming field and key."""
        problems: list[Problem] = []
        found = {name: _read_field(name, table, problems) for name, table in parsed.items()}
        if problems:
            raise RefusedError(*problems)
        return cls(MappingProxyType({name: one for name, one in found.items() if one}))

    def __getitem__(self, name: str) -> Field:
        return self.fields[name]

    def get(self, name: str) -> Field | None:
        return self.fields.get(name)

    def nearest(self, name: str) -> str | None:
        """The field whose name resembles a mistyped one the most."""
        return nearest(name, self.fields)


def nearest(name: str, names: Mapping[str, object]) -> str | None:
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)
    return close[0] if close else None


def _read_field(name: str, table: object, problems: list[Problem]) -> Field | None:
    if not isinstance(table, Mapping) or not name.isascii() or not name.isidentifier():
        problems.append(_bad(name, "bukan kolom: perlu nama sederhana dan isian label, type"))
        return None
    wrong = [key for key, value in table.items() if not _fits(key, value)]
    missing = [key for key in ("label", "type") if key not in table]
    if wrong or missing:
        reasons = [f"isian “{key}” tidak dikenal atau salah bentuk" for key in wrong]
        reasons += [f"isian “{key}” belum ada" for key in missing]
        problems.extend(_bad(name, reason) for reason in reasons)
        return None
    return _made(name, table)


def _made(name: str, table: Mapping[str, object]) -> Field:
    def text(key: str) -> str:
        return str(table.get(key, ""))

    def listed(key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        return tuple(map(str, value)) if isinstance(value, list) else ()

    return Field(
        name,
        text("label"),
        FieldType(text("type")),
        code=text("code"),
        unit=text("unit"),
        means=text("means"),
        missing=text("missing"),
        columns=listed("columns"),
        choices=listed("choices"),
        uncertain=bool(table.get("uncertain")),
        lowest=text("lowest"),
        highest=text("highest"),
        editable=bool(table.get("editable")),
        in_workbook=bool(table.get("in_workbook")),
    )


def _fits(key: str, value: object) -> bool:
    if key == "type":
        return value in list(FieldType)
    if key in _LISTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, str if key in _TEXTS else bool if key in _FLAGS else ())


def _bad(name: str, reason: str) -> Problem:
    """F-31: the data dictionary itself is wrong; nothing can be measured with it."""
    return Problem("F-31", f"fields.toml, [{name}]", f"Kamus data: {reason}.")


_TEXTS: Final = {"label", "code", "unit", "means", "missing", "lowest", "highest"}
_LISTS: Final = {"columns", "choices"}
_FLAGS: Final = {"uncertain", "editable", "in_workbook"}
