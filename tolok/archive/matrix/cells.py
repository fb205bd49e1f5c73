"""The cells of the matrix: document by unit by period, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Max

from tolok.archive.matrix.expectations import Expectation, expected_of
from tolok.archive.matrix.tally import State, Tally, tally
from tolok.archive.models import Paper
from tolok.core.period import quarter, semester
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import WorkUnit
from tolok.registry.models import Package

Place = tuple[str, int | None, str]  # document, work unit (none: the agency), period
_STATES: Final = {
    Paper.Status.DRAFT: State.DRAFT,
    Paper.Status.WAITING: State.WAITING,
    Paper.Status.ISSUED: State.ISSUED,
    Paper.Status.SIGNED: State.SIGNED,
}


@dataclass(frozen=True)
class Cell:
    document: str
    unit: int | None
    period: str
    tally: Tally
    step: str = ""  # of the SOP; "" where it does not ask for the paper


@dataclass(frozen=True)
class Found:
    """The papers of one place."""

    counts: Mapping[State, int]
    newest: int  # its primary key


@dataclass(frozen=True)
class Registers:
    """What papers are expected of or about."""

    units: Mapping[int, WorkUnit]  # all of the agency
    in_year: frozenset[int]  # those the sources name in that year
    packages: Mapping[int, int]  # unit -> finished packages within the SOP's scope
    suppliers: int
    pokja: int

    def units_of(self, expectation: Expectation) -> list[int | None]:
        match expectation.per:
            case "agency":
                return [None]
            case "unit":
                return [unit for unit in self.units if unit in self.in_year]
        return [unit for unit in self.units if self.packages.get(unit)]

    def how_many(self, expectation: Expectation, unit: int | None) -> int:
        match expectation.each:
            case "package":
                every = sum(self.packages.values())
                return every if unit is None else self.packages.get(unit, 0)
            case "supplier":
                return self.suppliers
            case "pokja":
                return self.pokja
        return 1


def cells_of(year: FiscalYear, today: date) -> tuple[list[Cell], Registers]:
    """Every expected place, then the places where something unexpected is."""
    expected = expected_of(year.sop)
    registers = _registers(year, expected.methods)
    found = _found(year)
    cells = list(_expected(expected.papers, registers, found, year=year.year, today=today))
    asked = {(cell.document, cell.unit, cell.period) for cell in cells}
    more = (Cell(*place, _as_found(one)) for place, one in found.items() if place not in asked)
    return [*cells, *more], registers


def _expected(
    papers: tuple[Expectation, ...],
    registers: Registers,
    found: Mapping[Place, Found],
    *,
    year: int,
    today: date,
) -> Iterator[Cell]:
    for paper in papers:
        for unit in registers.units_of(paper):
            many = registers.how_many(paper, unit)
            for period in paper.periods:
                there = found.get((paper.document, unit, period), Found({}, 0))
                counted = tally(
                    many,
                    there.counts,
                    paper=there.newest or None if many == 1 else None,
                    later=_is_running(period, year, today),
                )
                yield Cell(paper.document, unit, period, counted, paper.step)


def _as_found(there: Found) -> Tally:
    many = sum(there.counts.values())
    return Tally(there.counts, there.newest if many == 1 else None)


def _is_running(period: str, year: int, today: date) -> bool:
    kind, number = period[:-1], period[-1:]
    if kind == "TW":
        return quarter(year, int(number)).end >= today
    return kind == "S" and semester(year, int(number)).end >= today


def _found(year: FiscalYear) -> dict[Place, Found]:
    papers = Paper.objects.of_year(year.agency, year.year).in_force().order_by()
    groups = papers.values_list("document", "unit", "period", "status")
    counts: dict[Place, dict[State, int]] = defaultdict(dict)
    newest: dict[Place, int] = defaultdict(int)
    for document, unit, period, status, many, last in groups.annotate(Count("pk"), Max("pk")):
        place = (document, unit, period)
        counts[place][_STATES[Paper.Status(status)]] = many
        newest[place] = max(newest[place], last)
    return {place: Found(by_state, newest[place]) for place, by_state in counts.items()}


def _registers(year: FiscalYear, methods: tuple[str, ...]) -> Registers:
    units = {unit.pk: unit for unit in WorkUnit.objects.filter(agency=year.agency)}
    in_year = frozenset(pk for pk, unit in units.items() if _is_of(unit, year.year))
    packages = Package.objects.filter(
        agency=year.agency, year=year.year, status=Package.Status.DONE
    ).order_by()
    if methods:
        packages = packages.filter(method__in=methods)
    by_unit = packages.exclude(work_unit=None).values_list("work_unit").annotate(Count("pk"))
    others = packages.aggregate(
        suppliers=Count("supplier", distinct=True), pokja=Count("pokja", distinct=True)
    )
    return Registers(units, in_year, dict(by_unit), **others)


def _is_of(unit: WorkUnit, year: int) -> bool:
    return (unit.first_year or year) <= year <= (unit.last_year or year)
