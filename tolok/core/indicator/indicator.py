"""One indicator with the attributes of its manual (*manual indikator*, domain rules 4.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tolok.core.achievement import Direction
from tolok.core.formula.dictionary import Dictionary, Field
from tolok.core.formula.formula import Filter, Formula
from tolok.core.formula.measure import Measure, Rows

SOP_METHODS: Final = (
    "Tender",
    "Seleksi",
    "Tender Cepat",
    "Penunjukan Langsung",
    "Dikecualikan",
)  # the object of performance management in the SOP (Kaltim 2024)


class Kind(StrEnum):
    """What is measured: means, way of working, product, or effect (*jenis indikator*)."""

    INPUT = "input"
    PROCESS = "proses"
    OUTPUT = "output"
    OUTCOME = "outcome"


class Frequency(StrEnum):
    MONTHLY = "bulanan"
    QUARTERLY = "triwulan"
    HALF_YEARLY = "semester"
    YEARLY = "tahunan"


class Consolidation(StrEnum):
    """How values of several periods or units become one (*konsolidasi periode*).

    RATIO: numerators and denominators are added up, then divided: the default, because the mean
    of percentages is not the percentage of the whole.
    """

    RATIO = "rasio"
    SUM = "jumlah"
    AVERAGE = "rata-rata"
    LAST = "terakhir"


@dataclass(frozen=True)
class Thresholds:
    """From which achievement, in percent, the status is *Tercapai* or *Mendekati*."""

    met: Decimal = Decimal(100)
    near: Decimal = Decimal(80)


@dataclass(frozen=True)
class Indicator:
    """What is measured, how it is computed, and how its value is to be read."""

    # What it is
    code: str
    name: str
    goal: str  # tujuan PBJ
    area: str  # bidang pengukuran
    definition: str  # definisi operasional
    kind: Kind

    # How it is computed: a formula over rows, or what is needed before it can be
    formula: Formula | None
    filter: Filter | None
    rows: tuple[str, ...]  # kinds of rows (`baris`)
    scope: tuple[str, ...]  # methods (`mtd_pemilihan`); none = every method
    reference_date: Field  # places a package in a period
    must_exist: tuple[Filter, ...]  # without any such row in the year's data, 0 would be a lie
    needs: str  # "belum dapat dihitung: perlu …"; "" when there is a formula

    # How it is read
    unit: str
    decimals: int
    direction: Direction
    thresholds: Thresholds
    consolidation: Consolidation

    # Where it comes from and when
    source: str
    collection: str
    monitoring: Frequency
    reporting: Frequency
    data_needed: tuple[str, ...]
    legal_basis: str
    valid_from: date
    valid_to: date | None
    version: str  # of what its value depends on; a kept value names it

    def valid_in(self, year: int) -> bool:
        """It is measured for a fiscal year when it is valid on some day of it."""
        return self.valid_from.year <= year and (
            self.valid_to is None or year <= self.valid_to.year
        )

    def measure(
        self, dictionary: Dictionary, *, where: Filter | None = None, excluded: Iterable[str] = ()
    ) -> Measure | None:
        """What is to be computed; None when it has no formula."""
        if self.formula is None:
            return None
        rows = Rows(self.rows, self.scope, where, tuple(excluded))
        return Measure(
            code=self.code,
            formula=self.formula,
            speaks_of=rows.speaks_of(dictionary),
            filter=self.filter.condition if self.filter else None,
            included=rows.included(dictionary),
            reference=self.reference_date,
        )
