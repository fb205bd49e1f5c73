"""STATUS-AKHIR: the indicators that are closed, achieved or out of time (JW17c)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tolok.documents.achievements import Count, Direction, Reading, Scale, counts
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Closed(Reading):
    """One indicator whose measuring has ended."""

    code: str
    name: str
    unit: str
    direction: Direction
    target: Decimal | Missing
    target_upper: Decimal | None
    uncorrected: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    closed: date
    decision: str  # "BA-KEPUTUSAN Nomor …"
    lesson: str  # what is taken along to next year

    @property
    def reasons(self) -> tuple[str, ...]:
        values = (self.target, self.actual)
        return tuple(dict.fromkeys(one.reason for one in values if isinstance(one, Missing)))


@dataclass(frozen=True)
class Open:
    """One indicator that goes on."""

    code: str
    name: str
    reason: str
    next_step: str
    due: date | None


@dataclass(frozen=True)
class Facts:
    """The closed ones, the open ones, and what follows for the year."""

    issue: Issue
    kop: Kop
    number: str
    year: int
    legal_basis: tuple[str, ...]
    introduction: str
    closed: tuple[Closed, ...]
    scale: Scale
    open: tuple[Open, ...]
    conclusions: tuple[str, ...]
    closing: str
    signed: Dated
    signers: tuple[Signer, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        return counts(self.closed)


DOCUMENT = Document(
    code="STATUS-AKHIR",
    title="Laporan Akhir Status Indikator Kinerja",
    facts=Facts,
    long_tables=("closed", "open"),
)
