"""The abbreviations of the interface: one data file, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def abbreviations() -> Mapping[str, str]:
    """What each abbreviation stands for."""
    return dict(_glossary()["abbreviations"])


@cache
def names() -> frozenset[str]:
    """Words in capitals that stand for themselves."""
    return frozenset(_glossary()["names"]["words"])


def _glossary() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("glossary.toml").read_text(encoding="utf-8"))
