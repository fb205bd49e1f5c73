"""The kept values of an agency's year: computed once after each change, then only read."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.indicator import Indicator
from tolok.measurement.keeping import from_json
from tolok.measurement.models import Measurement
from tolok.measurement.values import Value

GROUPINGS: Final[tuple[tuple[str, ...], ...]] = ((), ("triwulan",), ("kd_satker",))


@dataclass(frozen=True)
class YearValues:
    """By indicator code: the year's value, by quarter, by work unit."""

    whole: Mapping[str, Value]
    quarters: Mapping[str, tuple[Value, ...]]
    units: Mapping[str, tuple[Value, ...]]


def basis_of(indicators: Sequence[Indicator], exclusions: Mapping[str, Mapping[str, str]]) -> str:
    """Names everything beside the snapshot that the values depend on."""
    parts = [[(one.code, one.version, one.needs) for one in indicators], exclusions]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def read_kept(measurement: Measurement) -> YearValues:
    """One query."""
    rows = measurement.indicators.values_list("values", flat=True)
    values = [from_json(kept) for row in rows for kept in row]
    return YearValues(
        whole={one.code: one for one in values if not one.group},
        quarters=_grouped(values, "triwulan"),
        units=_grouped(values, "kd_satker"),
    )


def _grouped(values: Sequence[Value], by: str) -> Mapping[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = {}
    for value in values:
        if by in value.group:
            found.setdefault(value.code, []).append(value)
    return {code: tuple(ones) for code, ones in found.items()}
