"""Facts of the chapters of F15 on method, suppliers, Pokja, survey, analysis and next year."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.facts import Missing
from tolok.documents.parts import Picture

Category = Literal["Buruk", "Cukup", "Baik", "Sangat Baik"]


@dataclass(frozen=True)
class Source:
    """Where data came from, and how much of it could be used."""

    name: str  # "SPSE (tender dan seleksi)"
    period: str
    read: int
    refused: int
    note: str


@dataclass(frozen=True)
class Exclusion:
    """Packages that are not measured, and why."""

    reason: str
    packages: int


@dataclass(frozen=True)
class Share:
    """How many packages have a category."""

    category: Category
    packages: int


@dataclass(frozen=True)
class Rated:
    """One supplier, work unit, Pokja: the mean over its packages."""

    name: str
    packages: int
    mean: Decimal | Missing
    category: Category | Missing
    note: str  # "1 kontrak diputus"


@dataclass(frozen=True)
class RatingPart:
    """Packages rated with one instrument: coverage, index, distribution."""

    words: str
    finished: int  # packages that had to be rated
    rated: int
    mean: Decimal | Missing
    index: Decimal | Missing  # mean ÷ 3 × 100
    instrument: str
    distribution: tuple[Share, ...]
    chart: Picture | None


@dataclass(frozen=True)
class SupplierPart(RatingPart):
    """Chapter IV."""

    suppliers: tuple[Rated, ...]
    work_units: tuple[Rated, ...]


@dataclass(frozen=True)
class PokjaPart(RatingPart):
    """Chapter V."""

    pokja: tuple[Rated, ...]
    units: tuple[Rated, ...]


@dataclass(frozen=True)
class Group:
    """One group of respondents and its index."""

    name: str  # "Internal", "Eksternal"
    population: int
    sample: int  # the least that Krejcie and Morgan ask for
    respondents: int
    index: Decimal | Missing
    letter: Literal["A", "B", "C", "D"] | Missing
    quality: str  # "Baik"; "" while there is no index

    @property
    def too_few(self) -> bool:
        return self.respondents < self.sample


@dataclass(frozen=True)
class Element:
    """One element (unsur) of the survey: its mean in each group."""

    code: str
    name: str
    internal: Decimal | Missing
    external: Decimal | Missing


@dataclass(frozen=True)
class SurveyPart:
    """Chapter VI."""

    words: str
    weight: str  # "1/9"
    groups: tuple[Group, ...]
    combined: Decimal | Missing
    elements: tuple[Element, ...]
    chart: Picture | None
    suggestions: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What the analysis found for an indicator."""

    indicator: str
    method: Literal["5-why", "fishbone", "Pareto", "tren"]
    finding: str
    cause: str


@dataclass(frozen=True)
class NextYear:
    """An indicator's target of the year that follows."""

    code: str
    name: str
    unit: str
    actual: Decimal | Missing
    target: Decimal | Missing
    change: str  # "tetap", "dinaikkan", "baru"


@dataclass(frozen=True)
class Annex:
    """A format that stands behind the report."""

    code: str
    title: str
    copies: int
    place: str  # where it is kept
