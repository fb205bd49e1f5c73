"""Values as JSON and back, to the last digit."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from decimal import Decimal
from typing import Any

from tolok.measurement.intervals import Settle
from tolok.measurement.values import Value

NUMBERS = ("value", "lowest", "highest", "numerator", "denominator")


def as_json(value: Value) -> dict[str, Any]:
    kept = asdict(value) | {"group": dict(value.group)}
    return kept | {name: _text(getattr(value, name)) for name in NUMBERS}


def from_json(kept: Mapping[str, Any]) -> Value:
    numbers = {name: _number(kept[name]) for name in NUMBERS}
    settles = tuple(Settle(**settle) for settle in kept["settles"])
    known = {one.name: kept[one.name] for one in fields(Value)}
    return Value(**(known | numbers | {"settles": settles}))


def _text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
