"""Facts as plain data: all that a template, which may be hostile, ever gets to see."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from tolok.documents.facts import Missing
from tolok.documents.parts import Picture


class Reason(str):
    """Why a value is missing; every filter lets it through, so the paper prints it."""

    __slots__ = ()


class PictureName(str):
    """Stands for a picture in the template; the filter `gambar` knows its bytes."""

    __slots__ = ()


class Plain:
    """Facts turned to dicts, lists and leaves; the pictures are kept aside."""

    def __init__(self, facts: Any) -> None:
        self.pictures: dict[str, Picture] = {}
        self.context: Mapping[str, Any] = self._dict(facts)

    def _dict(self, value: Any) -> dict[str, Any]:
        """Fields and properties: what a facts class computes for its paper is printed as well."""
        kind: Any = type(value)
        return {name: self._plain(getattr(value, name)) for name in _names(kind)}

    def _plain(self, value: Any) -> Any:
        match value:
            case Missing():
                return Reason(value.reason)
            case Picture():
                name = PictureName(f"gambar-{len(self.pictures) + 1}")
                self.pictures[name] = value
                return name
            case tuple() | list():
                return [self._plain(one) for one in value]
            case str() | int() | Decimal() | date() | None:
                return value
        if not is_dataclass(value):
            raise TypeError(f"{type(value).__name__} is no fact")
        return self._dict(value)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    properties = (
        name
        for name in dir(kind)
        if isinstance(getattr(kind, name), property) and not name.startswith("_")
    )
    return (*(field.name for field in fields(kind)), *properties)
