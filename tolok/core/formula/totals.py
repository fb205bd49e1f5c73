"""The sums of many indicators in one query: grouped once, read once, equal sums asked once."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tolok.core.formula.dictionary import Dictionary, Field, FieldType
from tolok.core.formula.measure import Measure
from tolok.core.formula.nodes import Fact, Node, all_of, conjuncts
from tolok.core.formula.shape import Aggregate
from tolok.core.formula.sql import Dialect, sql

TABLE: Final = "snapshot"
Key = TypeVar("Key", bound=Hashable)
PERIODS: Final[Mapping[str, str]] = {
    "bulan": "EXTRACT(MONTH FROM {date})",
    "triwulan": "EXTRACT(QUARTER FROM {date})",
    "semester": "CASE WHEN EXTRACT(MONTH FROM {date}) <= 6 THEN 1 ELSE 2 END",
    "tahun": "EXTRACT(YEAR FROM {date})",
}
OUTSIDE_THE_YEAR: Final = -1  # the reference date lies in another year
WITHOUT_A_DATE: Final = 0


@dataclass(frozen=True)
class Places:
    """In which columns of the answer the sums of one indicator stand."""

    in_scope: int
    used: int
    sums: tuple[int, ...]  # in the order of the formula's aggregates


@dataclass(frozen=True)
class TotalsQuery:
    """One SELECT; its first columns are the keys of the group, in the order of `by`."""

    text: str
    by: tuple[str, ...]
    places: Mapping[str, Places]


@dataclass
class _Columns:
    """The columns gathered so far; an expression that is already there is not asked twice."""

    dialect: Dialect
    asked: tuple[Node, ...]  # of every row: what all measures ask of theirs
    sums: dict[str, int] = field(default_factory=dict)  # SQL -> number of the column
    distinct: dict[tuple[str, str], int] = field(default_factory=dict)  # condition, value

    def counted(self, condition: Node | None) -> int:
        return self._column(f"COUNT(*){self._where(condition)}")

    def summed(self, measure: Measure, aggregate: Aggregate) -> int:
        used = measure.used
        if aggregate.how == "count" or aggregate.of is None:
            return self.counted(all_of(used, aggregate.of))
        value = sql(aggregate.of, self.dialect, all_known=True)
        if aggregate.how == "sum":
            return self._column(f"SUM({value}){self._where(used)}")
        condition = sql(used, self.dialect) if used else "TRUE"
        return self._number(self.distinct, (condition, value))

    def _where(self, condition: Node | None) -> str:
        """What is asked of every row is not asked again."""
        rest = all_of(*(part for part in conjuncts(condition) if part not in self.asked))
        return f" FILTER (WHERE {sql(rest, self.dialect)})" if rest else ""

    def _column(self, text: str) -> int:
        return self._number(self.sums, text)

    def _number(self, known: dict[Key, int], key: Key) -> int:
        taken = len(self.sums) + len(self.distinct)
        return known.setdefault(key, taken)


def totals_query(
    measures: Sequence[Measure], dictionary: Dictionary, *, by: tuple[str, ...], dialect: Dialect
) -> TotalsQuery:
    """The query for measures that share the date by which rows are placed in periods."""
    columns = _Columns(dialect, _asked_by_all(measures))
    places = {measure.code: _places(measure, columns, offset=len(by)) for measure in measures}
    keys = [group_key(name, measures[0].reference, dictionary, dialect) for name in by]
    return TotalsQuery(_text(columns, keys), by, places)


def _asked_by_all(measures: Sequence[Measure]) -> tuple[Node, ...]:
    first, *others = (conjuncts(one.scope) for one in measures)
    return tuple(part for part in first if all(part in other for other in others))


def group_key(name: str, reference: Field, dictionary: Dictionary, dialect: Dialect) -> str:
    """A text field, the fiscal year, or a period: a number, 0 and -1 as said above."""
    date, year = (sql(Fact(one), dialect) for one in (reference, dictionary["tahun_anggaran"]))
    if name in PERIODS:
        number = PERIODS[name].format(date=date)
        return (
            f"CASE WHEN {date} IS NULL THEN {WITHOUT_A_DATE} "
            f"WHEN EXTRACT(YEAR FROM {date}) <> {year} THEN {OUTSIDE_THE_YEAR} ELSE {number} END"
        )
    column = sql(Fact(dictionary[name]), dialect)
    return f"COALESCE({column}, {0 if dictionary[name].type is FieldType.NUMBER else repr('')})"


def _places(measure: Measure, columns: _Columns, *, offset: int) -> Places:
    return Places(
        in_scope=offset + columns.counted(measure.scope),
        used=offset + columns.counted(measure.used),
        sums=tuple(offset + columns.summed(measure, one) for one in measure.formula.aggregates),
    )


def _text(columns: _Columns, keys: Sequence[str]) -> str:
    """Distinct counts are sub-queries of their own: measured, that is several times faster."""
    names = [f"k{number}" for number in range(len(keys))]
    listed = [f"{key} AS {name}" for key, name in zip(keys, names, strict=True)]
    sums = [f"{text} AS c{number}" for text, number in columns.sums.items()]
    asked = all_of(*columns.asked)
    where = sql(asked, columns.dialect) if asked else ""
    main = select([*listed, *sums], TABLE, where=where, by=len(names))
    if not columns.distinct:
        return main
    parts = [f"m AS ({main})"]
    for (condition, value), number in columns.distinct.items():
        values = select([*listed, f"{value} AS x"], TABLE, where=condition, distinct=True)
        counted = select([*names, f"COUNT(*) AS c{number}"], f"({values}) v", by=len(names))
        parts.append(f"d{number} AS ({counted})")
    return f"WITH {', '.join(parts)} {_joined(columns, names)}"


def _joined(columns: _Columns, names: Sequence[str]) -> str:
    using = f"USING ({', '.join(names)})" if names else "ON TRUE"
    placed = {number: f"m.c{number}" for number in columns.sums.values()}
    placed |= {number: f"COALESCE(d{number}.c{number}, 0)" for number in columns.distinct.values()}
    joins = "".join(f" LEFT JOIN d{number} {using}" for number in columns.distinct.values())
    keys = [f"m.{name}" for name in names]
    return select([*keys, *(placed[number] for number in sorted(placed))], f"m{joins}")


def select(
    columns: Sequence[str], source: str, *, where: str = "", by: int = 0, distinct: bool = False
) -> str:
    """Groups are named by position, so that a key is not computed a second time."""
    condition = f" WHERE {where}" if where else ""
    grouped = f" GROUP BY {', '.join(str(number + 1) for number in range(by))}" if by else ""
    every = "DISTINCT " if distinct else ""
    return f"SELECT {every}{', '.join(columns)} FROM {source}{condition}{grouped}"  # noqa: S608 - every part was compiled from checked nodes
