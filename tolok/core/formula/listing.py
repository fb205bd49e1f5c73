"""The rows behind one value: what each adds, and why the others were left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.core.formula.corners import truth
from tolok.core.formula.dictionary import Dictionary, Field
from tolok.core.formula.measure import Measure
from tolok.core.formula.nodes import Fact, Node, conjuncts, facts
from tolok.core.formula.shape import Aggregate
from tolok.core.formula.sql import Dialect, sql
from tolok.core.formula.totals import TABLE, select
from tolok.core.formula.words import in_words

ORDER: Final = ("kd_klpd", "tahun_anggaran", "baris", "kd_paket")  # as rows lie in a snapshot


@dataclass(frozen=True)
class Listed:
    """One row in scope: used, with what it adds; or left out, with the reason."""

    package: str
    name: str
    used: bool
    amounts: tuple[Decimal, ...]  # in the order of the formula's aggregates
    reason: str


@dataclass(frozen=True)
class ListingQuery:
    """One SELECT: code, name, used, not taken out, the amounts, the conditions, the facts."""

    text: str
    sums: int
    conditions: tuple[Node, ...]
    facts: tuple[Field, ...]


def listing_query(measure: Measure, dictionary: Dictionary, *, dialect: Dialect) -> ListingQuery:
    """All rows in scope, in the order of the snapshot."""
    aggregates, conditions = measure.formula.aggregates, conjuncts(measure.filter)
    needed = (node for node in (*conditions, *measure.needs))
    fields = tuple(dict.fromkeys(field for node in needed for field in facts(node)))
    columns = [
        *_names(dictionary, dialect),
        f"COALESCE({truth(measure.used, dialect)}, FALSE)",
        truth(measure.included, dialect),
        *(_amount(one, measure, dictionary, dialect) for one in aggregates),
        *(truth(one, dialect) for one in conditions),
        *(f"{sql(Fact(field), dialect)} IS NULL" for field in fields),
    ]
    where = truth(measure.scope, dialect)
    text = f"{select(columns, TABLE, where=where)} ORDER BY {_order(dictionary, dialect)}"
    return ListingQuery(text, len(aggregates), conditions, fields)


def read_row(query: ListingQuery, cells: Sequence[object], exclusions: Mapping[str, str]) -> Listed:
    """`exclusions`: package -> why a person took it out of the indicator."""
    package, name, used, included = cells[:4]
    sums, conditions = query.sums, len(query.conditions)
    amounts = cells[4 : 4 + sums]
    met = cells[4 + sums : 4 + sums + conditions]
    missing = cells[4 + sums + conditions :]
    reason = ""
    if included is False:
        reason = f"dikecualikan: {exclusions.get(str(package), '')}"
    elif not used:
        reason = _reason(query, met, missing)
    added = tuple(Decimal(str(amount or 0)) for amount in amounts)
    return Listed(str(package), str(name), bool(used), added if used else (), reason)


def _reason(query: ListingQuery, met: Sequence[object], missing: Sequence[object]) -> str:
    """What it fails; or, when it fails nothing for certain, the facts it lacks."""
    failed = [
        f"tidak memenuhi saringan: {in_words(one)}"
        for one, holds in zip(query.conditions, met, strict=True)
        if holds is False
    ]
    lacking = [
        f"{field.lacking} belum ada"
        for field, absent in zip(query.facts, missing, strict=True)
        if absent
    ]
    return "; ".join(failed or lacking)


def _amount(
    aggregate: Aggregate, measure: Measure, dictionary: Dictionary, dialect: Dialect
) -> str:
    """What a used row adds; of a distinct count, the first row with the value adds 1."""
    if aggregate.of is None:
        return "1"
    value = sql(aggregate.of, dialect)
    if aggregate.how == "sum":
        return value
    if aggregate.how == "count":
        return f"CASE WHEN {value} THEN 1 ELSE 0 END"
    used = f"COALESCE({truth(measure.used, dialect)}, FALSE)"
    order = _order(dictionary, dialect)
    first = f"ROW_NUMBER() OVER (PARTITION BY {used}, {value} ORDER BY {order}) = 1"
    return f"CASE WHEN {used} AND {first} THEN 1 ELSE 0 END"


def _names(dictionary: Dictionary, dialect: Dialect) -> tuple[str, str]:
    code, name, unit = (
        sql(Fact(dictionary[one]), dialect) for one in ("kd_paket", "nama_paket", "nama_satker")
    )
    return f"COALESCE({code}, '')", f"COALESCE({name}, {unit}, '')"


def _order(dictionary: Dictionary, dialect: Dialect) -> str:
    return ", ".join(sql(Fact(dictionary[name]), dialect) for name in ORDER)
