"""Indicators with all attributes of their manual, and the actions that serve them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tolok.documents.facts import Missing


@dataclass(frozen=True)
class Variable:
    """A named count or sum of the formula, and where it is read."""

    name: str
    meaning: str
    source: str


@dataclass(frozen=True)
class Threshold:
    """From which achievement a status is given; the word is printed, never colour alone."""

    status: str  # "Tercapai"
    meaning: str  # "capaian ≥ 100 %"


@dataclass(frozen=True)
class Indicator:
    """The manual of one indicator (domain rules 4.2); targets are words: "85", "80–90"."""

    code: str
    name: str
    goal: str
    area: str
    field: str  # the measurement field: "Ketepatan Waktu"
    definition: str
    kind: str  # "Proses"
    formula: str
    variables: tuple[Variable, ...]
    unit: str
    direction: str  # "Maksimalkan (makin tinggi makin baik)"
    source: str
    collection: str
    monitoring: str  # frequency
    reporting: str  # frequency
    consolidation: str  # "Nilai terakhir"
    baseline: Decimal | Missing
    baseline_year: int
    baseline_source: str
    targets: tuple[str, ...]  # one for each period; "" where it is not measured
    target: str  # of the year
    responsible: str
    thresholds: tuple[Threshold, ...]
    weight: Decimal | None  # percent, where indicators are weighted
    notes: str


@dataclass(frozen=True)
class Action:
    """What is done for an indicator, by whom, until when."""

    activity: str
    indicator: str  # its code
    output: str
    responsible: str
    units: str  # that take part
    starts: date
    ends: date
    budget: Decimal | None  # None: without money of its own
    targets: tuple[str, ...]  # one for each period
