"""What the page of one indicator shows: its value, its groups, and how it is computed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tolok.core.formula.nodes import Fact
from tolok.core.formula.words import in_words, parts_in_words
from tolok.core.indicator import Indicator
from tolok.core.numbers import format_number
from tolok.measurement.charts import NO_NAME, Charted
from tolok.measurement.in_force import exclusions_in_force
from tolok.measurement.made_of import row_word, sum_text
from tolok.measurement.showing import PERCENT, QUARTERS, Shown
from tolok.measurement.units import UNIT, GroupRow, UnitRow, group_rows, unit_row, unit_rows
from tolok.measurement.values import Value, measure
from tolok.measurement.year import shown_in, sums_by, values_of
from tolok.measurement.year_values import YearValues
from tolok.organisation.models import WorkUnit
from tolok.registry.models import Snapshot
from tolok.ui import charts, plots


@dataclass(frozen=True)
class Division:
    """The formula in words beside its numbers; a text is empty where there is no such part."""

    above: str
    below: str
    numerator: str
    denominator: str
    factor: str


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator in one snapshot; its groups are measured when they are asked for."""

    snapshot: Snapshot
    indicator: Indicator

    @cached_property
    def shown(self) -> Shown:
        (shown,) = shown_in(self.snapshot, [self.indicator], self._kept)
        return shown

    @property
    def placed_by(self) -> str:
        """The date that places a package in a quarter, as inside a sentence."""
        return in_words(Fact(self.indicator.reference_date))

    @cached_property
    def gauge(self) -> plots.Gauge:
        unit, places = self.indicator.unit, self.indicator.decimals
        within = plots.PERCENT if unit == PERCENT else None
        return plots.gauge(self.shown.reading, unit, places=places, within=within)

    @cached_property
    def division(self) -> Division | None:
        formula, value = self.indicator.formula, self.shown.value
        if formula is None:
            return None
        above, below = parts_in_words(formula, rows=row_word(self.indicator))
        return Division(
            above,
            below,
            sum_text(value.numerator, formula.numerator, short=False),
            sum_text(value.denominator, formula.denominator, short=False),
            _factor(formula.factor),
        )

    @cached_property
    def course(self) -> charts.Chart:
        return self._charted.course(self.shown.quarters)

    @cached_property
    def by_unit(self) -> charts.Chart | None:
        return self._charted.groups(self._of_units, UNIT, self._unit_name, "Unit kerja")

    @cached_property
    def kinds(self) -> list[tuple[str, list[GroupRow]]]:
        """By method and by kind of procurement, the largest first."""
        return [
            (first, group_rows(self.indicator, self._measured(by), by))
            for by, first in (("mtd_pemilihan", "Metode"), ("jenis_pengadaan", "Jenis pengadaan"))
        ]

    @cached_property
    def units(self) -> list[UnitRow]:
        """Work units, the worst first."""
        units = self._charted.worst_first(self._of_units)
        quarters = sums_by(self.snapshot, self.indicator, UNIT, "triwulan")
        return unit_rows(self.indicator, units, quarters, self._unit_name)

    @cached_property
    def total(self) -> UnitRow:
        quarters = {number: self.shown.quarters.get(number) for number in QUARTERS}
        return unit_row(self.indicator, self.snapshot.agency.name, self.shown.value, quarters)

    @cached_property
    def _charted(self) -> Charted:
        return Charted(self.indicator, self.shown.value)

    @cached_property
    def _kept(self) -> YearValues:
        return values_of(self.snapshot)

    @cached_property
    def _of_units(self) -> Sequence[Value]:
        return self._kept.of(self.indicator.code, UNIT)

    def _measured(self, *by: str) -> list[Value]:
        """Groups that only this page asks for are not kept."""
        exclusions = exclusions_in_force(self.snapshot.agency, self.snapshot.year)
        return measure(self.snapshot, [self.indicator], by=by, exclusions=exclusions)

    @cached_property
    def _unit_name(self) -> Callable[[str], str]:
        """A unit of which only the code is known is called by its code."""
        units = WorkUnit.objects.filter(agency=self.snapshot.agency)
        names = dict(units.values_list("code", "name"))
        return lambda code: names.get(code) or _named(code)


def _named(key: str) -> str:
    return key or NO_NAME


def _factor(factor: Fraction) -> str:
    """Empty for 1, which changes nothing."""
    if factor == 1:
        return ""
    number = format_number(factor.numerator)
    below = factor.denominator
    return number if below == 1 else f"{number}/{format_number(below)}"
