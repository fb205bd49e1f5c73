"""What V7 asks for, read from `v7.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_SOURCE: Final = Path(__file__).with_name("v7.toml")


@dataclass(frozen=True)
class Requirement:
    """One thing asked for, and what proves it."""

    code: str
    asked: str
    papers: tuple[str, ...]
    periods: tuple[str, ...] = ()
    signed: bool = False
    every: bool = False
    only: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Level:
    name: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True)
class Variable:
    """V7: where its requirements come from, and its levels from the lower to the higher."""

    source: str
    levels: tuple[Level, ...]


@cache
def v7() -> Variable:
    found = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))
    levels = (
        Level(told["name"], tuple(_requirement(one) for one in told["requirements"]))
        for told in found["levels"]
    )
    return Variable(found["source"], tuple(levels))


def _requirement(told: dict[str, Any]) -> Requirement:
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Requirement(**told | lists)
