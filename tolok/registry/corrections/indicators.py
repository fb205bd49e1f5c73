"""Indicators a person may mean when keeping a package out of one."""

import tomllib
from functools import cache
from importlib import resources


@cache
def shipped_indicators() -> tuple[tuple[str, str], ...]:
    """Code and name of each indicator Tolok ships; an agency may have more of its own."""
    files = (resources.files("tolok.rulebook") / "indicators").iterdir()
    texts = (file.read_text("utf-8") for file in files if file.name.endswith(".toml"))
    return tuple(sorted((one["code"], one["name"]) for one in map(tomllib.loads, texts)))
