"""What a data rule is: a query over the derived tables, and the sentence it says."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

import duckdb

from tolok.core.dates import format_date_short
from tolok.core.numbers import format_number, format_rupiah

SourceRow: TypeAlias = tuple[str, int, str]  # file SHA-256, row in it, table


@dataclass(frozen=True)
class Rule:
    """A data rule.

    Its query gives one row per doubt: `kd_paket` first (NULL when the doubt is about a table as
    a whole), then the values its message names. The columns `kolom`, `terendah`, `tertinggi` and
    `dugaan` say which fact is disputed, between which values, and which of them it probably is.
    """

    code: str
    title: str  # what it looks for, as the list of findings heads it
    query: str
    message: str  # str.format over the values
    tables: tuple[str, ...] = ()  # whose rows of the package are shown as evidence
    note: bool = False  # tells, but asks nobody to decide
    quirk: int | None = None  # its number in the list of known faults of the sources


@dataclass(frozen=True)
class Doubt:
    """One finding before it is stored."""

    rule: str
    note: bool
    package: str
    message: str
    values: Mapping[str, str]
    rows: tuple[SourceRow, ...] = ()
    field: str = ""
    lowest: str = ""
    highest: str = ""
    guess: str = ""

    @property
    def fingerprint(self) -> str:
        """The same doubt about the same values is the same finding, import after import."""
        facts = json.dumps([self.rule, self.package, sorted(self.values.items()), self.field])
        return hashlib.sha256(facts.encode()).hexdigest()


DISPUTE: Final = ("kolom", "terendah", "tertinggi", "dugaan")


def doubts_of(rule: Rule, session: duckdb.DuckDBPyConnection) -> Iterator[Doubt]:
    """Run the rule on the tables of a workshop."""
    found = session.execute(rule.query)
    names = [column[0] for column in found.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    evidence = _evidence(rule, rows, session)
    for row in rows:
        yield _doubt(rule, row, evidence)


def _doubt(
    rule: Rule, row: Mapping[str, object], evidence: Mapping[str, tuple[SourceRow, ...]]
) -> Doubt:
    package = str(row["kd_paket"] or "")
    values = {
        name: shown(value)
        for name, value in row.items()
        if name not in {"kd_paket", *DISPUTE} and value is not None
    }
    spoken = {name: shown(value) for name, value in row.items()}
    return Doubt(
        rule=rule.code,
        note=rule.note,
        package=package,
        message=rule.message.format_map(spoken),
        values=values,
        rows=evidence.get(package, ()),
        field=str(row.get("kolom") or ""),
        lowest=_stored(row.get("terendah")),
        highest=_stored(row.get("tertinggi")),
        guess=_stored(row.get("dugaan")),
    )


def _evidence(
    rule: Rule, rows: list[dict[str, object]], session: duckdb.DuckDBPyConnection
) -> dict[str, tuple[SourceRow, ...]]:
    packages = [row["kd_paket"] for row in rows if row["kd_paket"]]
    if not packages or not rule.tables:
        return {}
    lines = session.execute(
        "SELECT DISTINCT kd_paket, _berkas, _baris, tabel FROM asal"
        " WHERE list_contains($packages, kd_paket) AND list_contains($tables, tabel) ORDER BY ALL",
        {"packages": packages, "tables": list(rule.tables)},
    ).fetchall()
    evidence: dict[str, list[SourceRow]] = {}
    for package, file, line, table in lines:
        evidence.setdefault(package, []).append((file, line, table))
    return {package: tuple(found) for package, found in evidence.items()}


def shown(value: object) -> str:
    """A value as the message prints it."""
    match value:
        case Decimal():
            return format_rupiah(value)
        case date():
            return format_date_short(value)
        case bool():
            return "ya" if value else "tidak"
        case int():
            return format_number(Decimal(value))
        case None:
            return "belum ada"
    return str(value)


def _stored(value: object) -> str:
    """A disputed value as a correction would be typed: plain digits, ISO dates."""
    return "" if value is None else str(value)
