"""What a plan says, as one frozen value: what is checked, hashed, compared and printed.

Leaves are of few kinds (text, whole number, Decimal, date, None), so that the value can be kept
as JSON and read back to the last digit.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

MEASUREMENT_AREAS: Final = (
    "Ketepatan Waktu",
    "Penghematan Biaya",
    "Kualitas",
    "Tingkat Layanan",
)
"""The four that LKPP's V7 asks every plan to measure (FAQ V.7 Manajemen Kinerja)."""

OTHER_AREA: Final = "Lainnya"


@dataclass(frozen=True)
class Goal:
    """One goal of procurement, and where it comes from."""

    key: str  # "T.1"; the same in every version
    text: str
    source: str  # "Perpres 16/2018 Pasal 4 huruf a", "RPJMD"
    reference: str  # "RPJMD 2025-2029, misi 3"; "" for Pasal 4
    organisation_goal: str  # the goal of the organisation that it serves; "" for none


@dataclass(frozen=True)
class Package:
    """A package of the RUP that the area is worked on with, as it was announced."""

    code: str
    name: str
    work_unit: str
    method: str
    kind: str
    ceiling: Decimal | None
    selection_from: date | None


@dataclass(frozen=True)
class Area:
    """A strategic area, tied to one measurement area."""

    key: str  # "A.1"
    name: str
    reason: str
    measures: str  # one of MEASUREMENT_AREAS or OTHER_AREA
    packages: tuple[Package, ...]


@dataclass(frozen=True)
class Variable:
    """A named count or sum of the formula, and where it is read."""

    name: str
    meaning: str
    source: str


@dataclass(frozen=True)
class Baseline:
    """Where the indicator stands before the year: computed, typed, or not known and why."""

    kind: Literal["dihitung", "diketik", "belum ada", ""]  # "" while nobody has said
    value: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    year: int | None  # the year it was measured in
    snapshot: str  # SHA-256 of the data it was computed from
    formula_version: str
    source: str
    reason: str  # why there is none, or why it has no interval


@dataclass(frozen=True)
class Target:
    """One period's target: a number, or a range from low to high."""

    number: int  # of the period within the year, from 1; 0 is the whole year
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Action:
    """What is done for an indicator, by whom, from when until when."""

    key: str  # "R.1"
    activity: str
    output: str
    owner_unit: str
    owner_person: str
    units: str  # that take part
    starts: date | None
    ends: date | None
    budget: Decimal | None  # None: without money of its own
    milestones: tuple[str, ...]  # one for each quarter, "" for none


@dataclass(frozen=True)
class Indicator:
    """The manual of one indicator (domain rules 4.2) as it was copied into the plan."""

    # What it is
    code: str
    name: str
    goal: str  # key
    area: str  # key
    measures: str  # measurement area
    definition: str
    kind: str

    # How it is computed and read
    formula: str  # in words
    expression: str  # as the engine reads it; "" when it is not computed from the data
    formula_version: str
    variables: tuple[Variable, ...]
    unit: str
    decimals: int
    direction: str  # of core.achievement.Direction
    met: int  # percent from which it is reached
    near: int
    consolidation: str

    # Where it comes from and when
    source: str
    collection: str
    monitoring: str  # of core.indicator.Frequency
    reporting: str
    data_needed: tuple[str, ...]
    legal_basis: str
    notes: str

    # Who, how much, from where to where, by what
    owner_unit: str
    owner_person: str
    weight: Decimal | None
    baseline: Baseline
    targets: tuple[Target, ...]
    actions: tuple[Action, ...]

    def target_of(self, number: int) -> Target | None:
        return next((one for one in self.targets if one.number == number), None)


@dataclass(frozen=True)
class Content:
    """The whole plan of an agency's year."""

    agency: str  # code
    year: int
    valid_from: int  # the quarter from which its targets count; later after a budget change
    vision: str
    missions: tuple[str, ...]
    background: str
    goals: tuple[Goal, ...]
    areas: tuple[Area, ...]
    indicators: tuple[Indicator, ...]

    @property
    def actions(self) -> tuple[tuple[Indicator, Action], ...]:
        return tuple((one, action) for one in self.indicators for action in one.actions)
