"""The versions of the rules under which a year runs, written down when it is opened.

Rooms above say which versions they have:

    # tolok/measurement/apps.py, in ready():
    frozen.register("indikator", versions_in_force)  # (agency, year) -> {"B1": "3f0c…", …}
"""

import hashlib
import json
from collections.abc import Callable, Mapping

from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency

Versions = Callable[[Agency, int], Mapping[str, str]]
SOURCES: dict[str, Versions] = {}


def register(name: str, versions: Versions) -> None:
    SOURCES[name] = versions


def freeze(year: FiscalYear) -> tuple[dict[str, dict[str, str]], str]:
    """The versions in force now, and the SHA-256 of their canonical JSON."""
    found = in_force(year)
    text = json.dumps(found, sort_keys=True, separators=(",", ":"))
    return found, hashlib.sha256(text.encode()).hexdigest()


def in_force(year: FiscalYear) -> dict[str, dict[str, str]]:
    rules = {name: dict(versions(year.agency, year.year)) for name, versions in SOURCES.items()}
    return rules | ({"sop": {year.sop: year.sop_version}} if year.sop else {})


def changed_since(year: FiscalYear) -> tuple[str, ...]:
    """What has another version today than when the year was opened: "indikator B1"."""
    now = in_force(year)
    return tuple(
        f"{name} {code}"
        for name, versions in sorted(year.rulebook.items())
        for code in sorted(versions.keys() | now.get(name, {}).keys())
        if versions.get(code) != now.get(name, {}).get(code)
    )
