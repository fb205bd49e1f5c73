"""What the page of rows behind a value shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from tolok.core.indicator import Indicator
from tolok.core.numbers import format_number
from tolok.measurement.behind import BehindRow, behind, fact_names
from tolok.measurement.explain import OpenRow
from tolok.measurement.listed import AnyRow, Asked, Part, Summary, rows_of, summary
from tolok.measurement.made_of import is_money
from tolok.measurement.showing import Shown
from tolok.registry.dictionary import dictionary
from tolok.ui.frame import Choice
from tolok.ui.paging import ROWS_A_PAGE

PART_NAMES: Final = {
    Part.USED: "Dihitung",
    Part.LEFT_OUT: "Tidak dihitung",
    Part.OPEN: "Belum pasti",
}


@dataclass(frozen=True)
class Sum:
    """A numerator or denominator over all rows."""

    number: Decimal | None
    is_money: bool

    @property
    def places(self) -> int | None:
        """Rupiah with its cents; counts and days as they are."""
        return 2 if self.is_money else None


@dataclass(frozen=True)
class RowsPage:
    """One part of the rows in scope, a page of it at a time."""

    asked: Asked
    part: Part
    fact: str  # of the rows that are not settled, only those waiting for this fact
    query: QueryDict

    @property
    def indicator(self) -> Indicator:
        return self.asked.indicator

    @cached_property
    def summary(self) -> Summary:
        return summary(self.asked)

    @property
    def shown(self) -> Shown:
        return Shown(self.indicator, self.summary.value)

    @cached_property
    def above(self) -> Sum:
        formula = self.indicator.formula
        return Sum(self.summary.value.numerator, is_money(formula.numerator if formula else None))

    @cached_property
    def below(self) -> Sum:
        formula = self.indicator.formula
        terms = formula.denominator if formula else None
        return Sum(self.summary.value.denominator, is_money(terms))

    @property
    def has_denominator(self) -> bool:
        return self.summary.value.denominator is not None

    @cached_property
    def page(self) -> Page[AnyRow]:
        pages: Paginator[AnyRow] = Paginator(self._rows, ROWS_A_PAGE)
        return pages.get_page(self.query.get("halaman"))

    @cached_property
    def rows(self) -> list[BehindRow]:
        return behind(self.asked.snapshot, self.page, self._fields)

    @property
    def heads(self) -> list[str]:
        return [dictionary()[name].label for name in self._fields]

    @property
    def choices(self) -> list[Choice]:
        """The parts, each with how many rows it has."""
        return [self._choice(part) for part in Part]

    @cached_property
    def _fields(self) -> list[str]:
        return fact_names(self.indicator, self.part)

    @property
    def _rows(self) -> Sequence[AnyRow]:
        found = rows_of(self.asked, self.part, self.summary.count(self.part))
        if not self.fact or self.part is not Part.OPEN:
            return found
        wanted = dictionary()[self.fact].lacking
        return [row for row in found if isinstance(row, OpenRow) and _waits_for(row, wanted)]

    def _choice(self, part: Part) -> Choice:
        query = self.query.copy()
        query["lihat"] = part
        for name in ("halaman", "fakta"):
            query.pop(name, None)
        label = f"{PART_NAMES[part]} {format_number(self.summary.count(part))}"
        return Choice(label, f"?{query.urlencode()}", part is self.part)


def _waits_for(row: OpenRow, fact: str) -> bool:
    return any(told.endswith(fact) for told in row.facts)
