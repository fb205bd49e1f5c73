"""The rows behind a value, a page at a time: thousands are counted where they lie, not read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from tolok.core.formula.listing import Listed, ListingQuery, listing_query, read_row
from tolok.core.formula.measure import Measure
from tolok.core.indicator import Indicator
from tolok.measurement.engine import Row, Session, opened
from tolok.measurement.explain import LeftOutRow, OpenRow, UsedRow, open_rows, used_row
from tolok.measurement.groups import condition_of
from tolok.measurement.intervals import doubts
from tolok.measurement.values import Value, measured
from tolok.registry.dictionary import dictionary
from tolok.registry.models import Snapshot

AnyRow: TypeAlias = UsedRow | LeftOutRow | OpenRow
BEFORE_THE_AMOUNTS: Final = ("package", "name", "used", "included")
TAKEN_OUT: Final = "dikecualikan dengan alasan"


class Part(StrEnum):
    """Which of the rows in scope; the value is the word in addresses."""

    USED = "dihitung"
    LEFT_OUT = "tidak-dihitung"
    OPEN = "belum-pasti"


@dataclass(frozen=True)
class Asked:
    """Whose rows: those of one indicator's value for the whole or for one group."""

    snapshot: Snapshot
    indicator: Indicator
    group: Mapping[str, str]  # {"triwulan": "2", "kd_satker": "1.01."}
    excluded: Mapping[str, str]  # package -> why a person took it out

    def measure(self) -> Measure | None:
        measure = self.indicator.measure(dictionary(), excluded=self.excluded)
        if measure is None:
            return None
        return replace(measure, place=condition_of(self.group, measure.reference))


@dataclass(frozen=True)
class Summary:
    """The value, and how many rows stand in each part."""

    value: Value
    reasons: Mapping[str, int]  # why rows were left out -> how many, the most frequent first
    open: int  # rows whose facts may still move the value

    def count(self, part: Part) -> int:
        match part:
            case Part.USED:
                return self.value.rows
            case Part.LEFT_OUT:
                return self.value.left_out
            case Part.OPEN:
                return self.open


def left_out(asked: Asked) -> Mapping[str, int]:
    """Why rows were left out -> how many, the most frequent reason first."""
    measure = asked.measure()
    if measure is None:
        return {}
    with opened(asked.snapshot) as session:
        return _reasons(session, measure)


def summary(asked: Asked) -> Summary:
    measure = asked.measure()
    with opened(asked.snapshot) as session:
        (value,) = measured(session, [(asked.indicator, measure)], snapshot=asked.snapshot)
        value = replace(value, group=asked.group)
        if measure is None:
            return Summary(value, {}, 0)
        unsettled = doubts(session, [measure], ())[measure.code] or {}
        return Summary(
            value=value,
            reasons=_reasons(session, measure),
            open=sum(doubt.count for doubt in unsettled.values()),
        )


def rows_of(asked: Asked, part: Part, count: int) -> "Sequence[AnyRow]":
    """All of a part, read as they are asked for."""
    if part is not Part.OPEN:
        return Listing(asked, part, count)
    measure = asked.measure()
    with opened(asked.snapshot) as session:
        return open_rows(session, measure) if measure else ()


class Listing(Sequence[AnyRow]):
    """Rows used or left out, in the order of their codes; only a slice is ever read."""

    def __init__(self, asked: Asked, part: Part, count: int) -> None:
        self.asked = asked
        self.part = part
        self.count_ = count

    def __len__(self) -> int:
        return self.count_

    def __getitem__(self, place: slice) -> Sequence[AnyRow]:  # type: ignore[override]
        measure = self.asked.measure()
        if measure is None:
            return ()
        with opened(self.asked.snapshot) as session:
            found = list(self._read(session, measure, place))
        if self.part is Part.USED:
            return [used_row(one, measure.formula) for one in found]
        return [LeftOutRow(one.package, one.name, one.reason) for one in found]

    def _read(self, session: Session, measure: Measure, place: slice) -> Iterator[Listed]:
        query = listing_query(measure, dictionary(), dialect="duckdb")
        wanted = "used" if self.part is Part.USED else "NOT used"
        text = _select(query, "*", f"WHERE {wanted} ORDER BY package, name")
        page = f"{text} LIMIT {place.stop - place.start} OFFSET {place.start}"
        for cells in session.rows(page):
            yield read_row(query, cells, self.asked.excluded)


def _reasons(session: Session, measure: Measure) -> Mapping[str, int]:
    """Rows alike in what they fail and what they lack are counted together."""
    query = listing_query(measure, dictionary(), dialect="duckdb")
    alike = ", ".join(["included", *_columns(query)[len(BEFORE_THE_AMOUNTS) + query.sums :]])
    counted: Counter[str] = Counter()
    for included, *seen, count in session.rows(
        _select(query, f"{alike}, COUNT(*)", f"WHERE NOT used GROUP BY {alike}")
    ):
        cells: Row = ("", "", False, included, *[0] * query.sums, *seen)
        reason = read_row(query, cells, {}).reason if included is not False else TAKEN_OUT
        counted[reason] += count
    return dict(counted.most_common())


def _select(query: ListingQuery, columns: str, rest: str) -> str:
    names = ", ".join(_columns(query))
    return f"SELECT {columns} FROM ({query.text}) AS listed({names}) {rest}"  # noqa: S608 - every part was compiled from checked nodes


def _columns(query: ListingQuery) -> list[str]:
    """The columns of a listing by name."""
    number = query.sums + len(query.conditions) + len(query.facts)
    return [*BEFORE_THE_AMOUNTS, *(f"c{place}" for place in range(number))]
