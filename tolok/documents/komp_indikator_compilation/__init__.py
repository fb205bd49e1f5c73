"""KOMP-INDIKATOR: the values of every indicator, period by period (JW13)."""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.achievements import Direction, Position, Reading, Scale
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Picture, Signer


@dataclass(frozen=True)
class Period(Reading):
    """One period of an indicator: what it was computed from, and what came out."""

    period: str  # "TW I"
    numerator: Decimal | Missing
    denominator: Decimal | None  # None where the formula does not divide
    target: Decimal | Missing
    target_upper: Decimal | None
    excluded: int  # packages left out, with a reason each
    remark: str

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why numbers are missing, each reason once."""
        values = (self.numerator, self.target, self.actual)
        return tuple(dict.fromkeys(one.reason for one in values if isinstance(one, Missing)))


@dataclass(frozen=True)
class Compiled:
    """One indicator with its attributes and periods."""

    code: str
    name: str
    unit: str
    direction: Direction
    formula: str
    source: str
    frequency: str
    responsible: str
    baseline: Decimal | Missing
    trend: Picture | None
    periods: tuple[Period, ...]


@dataclass(frozen=True)
class Facts:
    """All indicators of the year so far."""

    issue: Issue
    government: str  # "Pemerintah Kabupaten Contoh Jaya"
    position: Position
    indicators: tuple[Compiled, ...]
    scale: Scale
    signed: Dated
    signer: Signer


DOCUMENT = Document(
    code="KOMP-INDIKATOR",
    title="Kompilasi Pencapaian Kinerja Per Indikator",
    facts=Facts,
    long_tables=("indicators",),
)
