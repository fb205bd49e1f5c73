"""Indicators by their versions: what an agency may change, and what it has changed so far."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tolok.core.indicator import Indicator
from tolok.core.indicator.reading import KEYS
from tolok.core.problem import Problem
from tolok.measurement.catalogue import FOLDER, shipped
from tolok.measurement.in_force import every_indicator
from tolok.measurement.models import IndicatorVersion
from tolok.organisation.models import Agency


@dataclass(frozen=True)
class Entry:
    """An indicator as the catalogue lists it."""

    indicator: Indicator
    version: IndicatorVersion | None  # None: as it ships
    is_shipped: bool  # by its code
    in_force: bool  # in the year looked at

    @property
    def origin(self) -> str:
        if self.version is None:
            return "bawaan"
        what = "bawaan yang diubah" if self.is_shipped else "buatan sendiri"
        return f"{what}, versi {self.version.number}"


@dataclass(frozen=True)
class Change:
    """One version, and which attributes it changed."""

    version: IndicatorVersion
    changed: str  # "rumus, saringan"


def catalogue(agency: Agency, year: int) -> list[Entry]:
    """Those in force and those that were retired."""
    versions = {one.code: one for one in IndicatorVersion.objects.newest(agency)}
    codes = {one.code for one in shipped()}
    return [
        Entry(one, versions.get(one.code), one.code in codes, one.valid_in(year))
        for one in every_indicator(agency)
    ]


def attributes_of(agency: Agency, code: str) -> dict[str, Any]:
    """As they stand now, days as text; empty when there is no such indicator."""
    version = IndicatorVersion.objects.newest(agency).filter(code=code).first()
    return dict(version.attributes) if version else _shipped_attributes(code)


def history(agency: Agency, code: str) -> list[Change]:
    """Every version, the newest first, with what it changed from the one before."""
    versions = IndicatorVersion.objects.filter(agency=agency, code=code).order_by("number")
    changes: list[Change] = []
    before: Mapping[str, Any] = _shipped_attributes(code)
    for version in versions.select_related("made_by"):
        changes.insert(0, Change(version, _changed(before, version.attributes)))
        before = version.attributes
    return changes


def code_taken(code: str) -> Problem:
    """M-07: a code means one indicator; a second of the same code would be its next version."""
    message = f"Kode {code} sudah dipakai. Pilih kode lain, atau ubah indikator itu."
    return Problem("M-07", "code", message)


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    if not before:
        return "indikator baru"
    keys = [key for key in KEYS if before.get(key) != after.get(key)]
    return ", ".join(KEYS[key] for key in keys)


def _shipped_attributes(code: str) -> dict[str, Any]:
    if code not in {one.code for one in shipped()}:
        return {}
    given = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    return {key: str(value) if isinstance(value, date) else value for key, value in given.items()}
