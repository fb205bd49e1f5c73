"""HITUNG: how one indicator's value comes about, from its attributes and row by row (JW13)."""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.achievements import Direction, Reading, Scale
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Attribute:
    """A line of the indicator's manual."""

    label: str  # "Sumber data"
    text: str


@dataclass(frozen=True)
class CountedRow:
    """What one package adds."""

    name: str
    code: str
    work_unit: str
    numerator: Decimal
    denominator: Decimal | None  # None where nothing is divided


@dataclass(frozen=True)
class LeftOut:
    """A package that does not count, or might: what would settle it."""

    name: str
    code: str
    reason: str


@dataclass(frozen=True)
class Target:
    """One number, or a range from low to high."""

    low: Decimal | Missing
    high: Decimal | None  # None when it is one number


@dataclass(frozen=True)
class Facts:
    """The manual, the rows with their sums, the value, and what it is worth."""

    issue: Issue
    kop: Kop
    year: int
    period: str  # "Triwulan II (1 April s.d. 30 Juni 2026)"
    code: str
    name: str
    attributes: tuple[Attribute, ...]
    formula: str  # in words
    numerator: str  # "HPS dikurangi nilai kontrak"
    denominator: str  # "" where nothing is divided
    factor: int  # 100 for percentages
    measure: str  # "%", "hari"
    places: int  # decimals of the value
    rows: tuple[CountedRow, ...]
    numerator_total: Decimal | Missing
    denominator_total: Decimal | Missing | None
    left_out: tuple[LeftOut, ...]
    direction: Direction
    baseline: Decimal | Missing
    target: Target
    reading: Reading  # value, achievement, status
    ended: bool  # its term is over: what is not reached will not be
    scale: Scale
    remarks: str
    signed: Dated
    prepared_by: Signer
    checked_by: Signer

    @property
    def signers(self) -> tuple[Signer, ...]:
        return self.checked_by, self.prepared_by

    @property
    def better(self) -> str:
        return {
            "naik": "makin tinggi makin baik",
            "turun": "makin rendah makin baik",
            "rentang": "di dalam rentang target",
        }[self.direction]


DOCUMENT = Document(
    code="HITUNG",
    title="Formulir Perhitungan Indikator Kinerja",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows", "left_out"),
    not_printed=("places",),  # how the value is rounded, not a value
)
