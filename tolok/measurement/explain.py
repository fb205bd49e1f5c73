"""Where a figure comes from: the rows that make it, those left out, and what is not settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Protocol

from tolok.core.formula.corners import DISPUTED
from tolok.core.formula.formula import Filter, Formula
from tolok.core.formula.listing import Listed, listing_query, read_row
from tolok.core.formula.measure import Measure
from tolok.core.indicator import Indicator
from tolok.core.problem import Problem, RefusedError
from tolok.measurement.engine import BeyondDigitsError, Session, Snapshot, opened
from tolok.measurement.groups import condition_of
from tolok.measurement.intervals import doubts
from tolok.measurement.values import Value, measured
from tolok.registry.dictionary import dictionary

WHOLE: Final[Mapping[str, str]] = MappingProxyType({})


class Source(Protocol):
    """A published row: file of the import and row in it."""

    @property
    def file(self) -> str: ...
    @property
    def row(self) -> int: ...


Sources = Mapping[str, Sequence[Source]]  # package -> where its facts come from


@dataclass(frozen=True)
class UsedRow:
    """What one package adds to numerator and denominator."""

    package: str
    name: str
    numerator: Decimal
    denominator: Decimal | None


@dataclass(frozen=True)
class LeftOutRow:
    package: str
    name: str
    reason: str


@dataclass(frozen=True)
class OpenRow:
    """A package that may still move the value, and what would settle it."""

    package: str
    facts: tuple[str, ...]  # "lengkapi tanggal BAST", "pastikan nilai kontrak"


@dataclass(frozen=True)
class Explanation:
    """The value and its rows; summing `rows` gives its numerator and denominator."""

    value: Value
    rows: tuple[UsedRow, ...]
    left_out: tuple[LeftOutRow, ...]
    open: tuple[OpenRow, ...]


def explain(
    snapshot: Snapshot,
    indicator: Indicator,
    *,
    where: Filter | None = None,
    group: Mapping[str, str] = WHOLE,
    excluded: Mapping[str, str] = WHOLE,
) -> Explanation:
    """The rows behind the value of the whole, or of one group such as {"triwulan": "2"}."""
    measure = indicator.measure(dictionary(), where=where, excluded=excluded)
    if measure is not None:
        measure = replace(measure, place=condition_of(group, measure.reference))
    with opened(snapshot) as session:
        (value,) = measured(session, [(indicator, measure)], snapshot=snapshot)
        if measure is None:
            return Explanation(value, (), (), ())
        listed = _listed(session, measure, excluded)
        unsettled = open_rows(session, measure)
    return Explanation(
        value=replace(value, group=group),
        rows=tuple(used_row(one, measure.formula) for one in listed if one.used),
        left_out=tuple(
            LeftOutRow(one.package, one.name, one.reason) for one in listed if not one.used
        ),
        open=unsettled,
    )


def as_result(found: Explanation, sources: Sources) -> dict[str, object]:
    """As it is handed to other programs: the value, its rows with their sources, those left out."""
    return {
        "code": found.value.code,
        "value": found.value.value,
        "numerator": found.value.numerator,
        "denominator": found.value.denominator,
        "rows": [
            {
                "package": row.package,
                "numerator": row.numerator,
                "denominator": row.denominator,
                "sources": [
                    {"file": one.file, "row": one.row} for one in sources.get(row.package, ())
                ],
            }
            for row in found.rows
        ],
        "left_out": [{"package": row.package, "reason": row.reason} for row in found.left_out],
    }


def _listed(session: Session, measure: Measure, excluded: Mapping[str, str]) -> list[Listed]:
    query = listing_query(measure, dictionary(), dialect="duckdb")
    try:
        answer = session.rows(query.text)
    except BeyondDigitsError:
        raise RefusedError(_too_large(measure.code)) from None
    return [read_row(query, cells, excluded) for cells in answer]


def _too_large(code: str) -> Problem:
    """M-03: a row whose amount has too many digits is a mistake in the data or the formula."""
    message = "Ada baris yang angkanya terlalu besar untuk dihitung. Periksa rumus dan data."
    return Problem("M-03", code, message)


def used_row(one: Listed, formula: Formula) -> UsedRow:
    return UsedRow(one.package, one.name, *formula.sums(one.amounts))


def open_rows(session: Session, measure: Measure) -> tuple[OpenRow, ...]:
    by_package = doubts(session, [measure], ("kd_paket",))[measure.code] or {}
    return tuple(
        OpenRow(str(package), facts)
        for (package,), doubt in sorted(by_package.items())
        if (facts := tuple(sorted(_verb(state) + one.lacking for one, state in +doubt.settles)))
    )


def _verb(state: int) -> str:
    return "pastikan " if state == DISPUTED else "lengkapi "
