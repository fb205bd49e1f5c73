"""A page of rows with what the reader needs beside each: its facts, corrections and sources."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.formula.nodes import facts
from tolok.core.indicator import Indicator
from tolok.measurement.listed import AnyRow, Part
from tolok.registry.dictionary import dictionary
from tolok.registry.lineage import Source, sources_of
from tolok.registry.models import Correction, Package, Snapshot
from tolok.registry.packages.facts import ShownFact, facts_of

MOST_FACTS: Final = 3
MOST_SOURCES: Final = 2
Corrections = Mapping[str, Sequence[Correction]]  # package -> those accepted


@dataclass(frozen=True)
class BehindRow:
    """One row; `package` is None for a RUP entry or a budget."""

    row: AnyRow
    package: Package | None
    facts: Sequence[ShownFact]
    sources: Sequence[Source]

    @property
    def first_sources(self) -> Sequence[Source]:
        """Enough to find the facts; the package's own page lists all."""
        return self.sources[:MOST_SOURCES]

    @property
    def more_sources(self) -> int:
        return max(0, len(self.sources) - MOST_SOURCES)


def behind(snapshot: Snapshot, rows: Iterable[AnyRow], fields: Sequence[str]) -> list[BehindRow]:
    """In a fixed number of queries, however many rows there are."""
    listed = list(rows)
    codes = [row.package for row in listed if row.package]
    of_year = Package.objects.of_year(snapshot.agency, snapshot.year)
    packages = {one.code: one for one in of_year.filter(code__in=codes)}
    corrections = _corrections(snapshot, codes)
    sources = sources_of(snapshot, codes) if codes else {}
    tables = _tables(fields)
    return [
        BehindRow(
            row=row,
            package=packages.get(row.package),
            facts=_facts(packages.get(row.package), fields, corrections),
            sources=sorted(
                sources.get(row.package, ()), key=lambda one: tables.get(one.table, len(tables))
            ),
        )
        for row in listed
    ]


def fact_names(indicator: Indicator, part: Part) -> list[str]:
    """The facts a row's contribution is made of; where it is in doubt, those it is chosen by."""
    if indicator.formula is None or "paket" not in indicator.rows:
        return []
    fields = [*indicator.formula.fields]
    if indicator.filter is not None and part is not Part.USED:
        fields = [*facts(indicator.filter.condition), *fields]
    names = dict.fromkeys(field.name for field in fields if hasattr(Package, field.code))
    return list(names)[:MOST_FACTS]


def _facts(
    package: Package | None, fields: Sequence[str], corrections: Corrections
) -> Sequence[ShownFact]:
    if package is None:
        return ()
    return facts_of(package, fields, corrections.get(package.code, ()))


def _corrections(snapshot: Snapshot, codes: Collection[str]) -> Corrections:
    accepted = Correction.objects.of_year(snapshot.agency, snapshot.year).accepted()
    found: dict[str, list[Correction]] = {}
    for correction in accepted.filter(package_code__in=codes):
        found.setdefault(correction.package_code, []).append(correction)
    return found


def _tables(fields: Iterable[str]) -> Mapping[str, int]:
    """The published tables that hold these facts, in the order of the facts."""
    columns = (column for name in fields for column in dictionary()[name].columns)
    names = dict.fromkeys(column.rpartition(".")[0] for column in columns)
    return {name: place for place, name in enumerate(names)}
