"""Performance rated by aspects: a form for one package, and recaps over packages.

The same engine serves suppliers (domain rules 1.2) and Pokja Pemilihan (domain rules 5): aspects
with weights, 1 to 3 points, value = sum of weight × points ÷ 100, categories by bounds. A mean is
a mean over packages, never over Pokja or units.
"""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer

# --- One package


@dataclass(frozen=True)
class Criterion:
    """What so many points mean for an aspect."""

    points: int
    text: str


@dataclass(frozen=True)
class Aspect:
    """One aspect with all its criteria; the chosen one has the points of the rating."""

    name: str
    weight: int  # percent
    criteria: tuple[Criterion, ...]
    rating: int | Missing
    predicate: str  # "Sangat Baik"; "" while there is no rating
    score: Decimal | Missing  # weight × rating ÷ 100


@dataclass(frozen=True)
class Band:
    """A category of the final value."""

    name: str
    least: Decimal  # the value from which it counts; the workbook computes with it
    meaning: str  # "2 ≤ nilai < 3"


# --- Many packages


@dataclass(frozen=True)
class AspectMean:
    """One aspect over all rated packages."""

    name: str
    weight: int  # percent
    mean: Decimal | Missing


@dataclass(frozen=True)
class Share(Band):
    """A category, and the rated packages that came to it."""

    packages: int
    percent: Decimal | Missing


@dataclass(frozen=True)
class Result:
    """What the packages give together."""

    packages: int  # finished, so to be rated
    rated: int
    coverage: Decimal | Missing  # percent rated
    violations: int  # packages whose value is 0 for a proven violation
    mean: Decimal | Missing
    category: str | Missing
    index: Decimal | Missing  # mean ÷ 3 × 100
    aspects: tuple[AspectMean, ...]
    shares: tuple[Share, ...]  # from the lowest category

    @property
    def weight(self) -> int:
        return sum(aspect.weight for aspect in self.aspects)


@dataclass(frozen=True)
class Recap:
    """What every recap of ratings says besides its rows."""

    issue: Issue
    kop: Kop
    year: int
    period: str  # "1 Januari s.d. 31 Desember 2026"
    result: Result
    legal_basis: str
    instrument: str  # its version
    remarks: str  # notes and follow-up; "" when there are none
    signed: Dated
    signer: Signer


@dataclass(frozen=True)
class PackageRow:
    """One package in a recap over packages."""

    name: str
    code: str
    work_unit: str
    method: str
    ratings: tuple[int, ...]  # one for each aspect; empty while it is not rated
    value: Decimal | Missing
    category: str  # "" while there is no value
    note: str  # "pelanggaran terbukti"; "" otherwise


@dataclass(frozen=True)
class PackageRecap(Recap):
    """A recap whose rows are packages."""

    rows: tuple[PackageRow, ...]


@dataclass(frozen=True)
class GroupRow:
    """One Pokja, or one unit, in a recap over them."""

    name: str
    about: str  # "5 anggota", "3 Pokja Pemilihan"
    packages: int
    rated: int
    points: tuple[int, ...]  # summed over its packages, one for each aspect; workbook
    means: tuple[Decimal | Missing, ...]  # one for each aspect
    total: Decimal  # the packages' values summed
    mean: Decimal | Missing
    category: str  # "" while there is no mean
    counts: tuple[int, ...]  # rated packages in each category


@dataclass(frozen=True)
class GroupRecap(Recap):
    """A recap whose rows are groups of packages."""

    rows: tuple[GroupRow, ...]

    @property
    def total(self) -> Decimal:
        return sum((row.total for row in self.rows), Decimal(0))
