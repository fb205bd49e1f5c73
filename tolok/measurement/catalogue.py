"""The indicators that ship with the program: one file each under rulebook/indicators/."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import tolok.rulebook
from tolok.core.formula.dictionary import Dictionary
from tolok.core.indicator import Indicator, read_indicator
from tolok.core.problem import Problem, RefusedError
from tolok.registry.dictionary import dictionary

FOLDER: Final = Path(tolok.rulebook.__file__).with_name("indicators")


@cache
def shipped() -> tuple[Indicator, ...]:
    """All of them, in the order of their codes; a wrong file stops with file and key named."""
    return read_folder(FOLDER, dictionary())


def read_folder(folder: Path, fields: Dictionary) -> tuple[Indicator, ...]:
    """Every .toml file of a folder; `RefusedError` tells the problems of all files at once."""
    problems: list[Problem] = []
    found: dict[str, Indicator] = {}
    for path in sorted(folder.glob("*.toml")):
        result = _read(path, fields)
        if isinstance(result, tuple):
            problems.extend(result)
        else:
            found[result.code] = result
    if problems:
        raise RefusedError(*problems)
    return tuple(found[code] for code in sorted(found))


def _read(path: Path, fields: Dictionary) -> Indicator | tuple[Problem, ...]:
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        return (_not_toml(path, str(trouble)),)
    indicator = read_indicator(given, fields, where=path.name)
    if isinstance(indicator, Indicator) and indicator.code != path.stem:
        return (_misnamed(path, indicator.code),)
    return indicator


def _not_toml(path: Path, trouble: str) -> Problem:
    """IK-06: an indicator's file is TOML in UTF-8."""
    return Problem("IK-06", path.name, f"Berkas indikator tidak terbaca sebagai TOML: {trouble}.")


def _misnamed(path: Path, code: str) -> Problem:
    """IK-07: the file bears the code of its indicator, so that one search finds it."""
    return Problem("IK-07", path.name, f"Nama berkas harus {code}.toml, sama dengan kodenya.")
