"""The kept values of an agency's year: computed once after each change, then only read."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from tolok.core.indicator import Indicator
from tolok.measurement.keeping import from_json
from tolok.measurement.models import Measurement
from tolok.measurement.values import Value

GROUPINGS: Final[tuple[tuple[str, ...], ...]] = ((), ("triwulan",), ("kd_satker",))


@dataclass(frozen=True)
class YearValues:
    """By indicator code: the year's value, by quarter, by work unit.

    Thousands are kept and a page shows a few of them, so they are read when they are asked for.
    """

    kept: Mapping[str, Sequence[Mapping[str, Any]]]

    @cached_property
    def whole(self) -> Mapping[str, Value]:
        return {code: value for code in self.kept for value in self.of(code)}

    @cached_property
    def quarters(self) -> Mapping[str, tuple[Value, ...]]:
        return {code: self.of(code, "triwulan") for code in self.kept}

    @cached_property
    def units(self) -> Mapping[str, tuple[Value, ...]]:
        return {code: self.of(code, "kd_satker") for code in self.kept}

    def of(self, code: str, *by: str) -> tuple[Value, ...]:
        """The values of one indicator in one grouping."""
        found = (kept for kept in self.kept.get(code, ()) if tuple(kept["group"]) == by)
        return tuple(map(from_json, found))


def basis_of(indicators: Sequence[Indicator], exclusions: Mapping[str, Mapping[str, str]]) -> str:
    """Names everything beside the snapshot that the values depend on."""
    parts = [[(one.code, one.version, one.needs) for one in indicators], exclusions]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def read_kept(measurement: Measurement) -> YearValues:
    """One query."""
    return YearValues(dict(measurement.indicators.values_list("code", "values")))
