"""LAP-CAPAIAN: what a month, a quarter, half a year or a year has achieved (JW15)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.achievements import (
    Achievement,
    Activity,
    Correction,
    Count,
    Explanation,
    Position,
    Recommendation,
    Scale,
    counts,
)
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Picture, Signer


@dataclass(frozen=True)
class Received:
    """How complete the data of one unit are."""

    unit: str
    packages: int  # that had to report
    reported: int
    note: str  # why some are missing; "" when none is


@dataclass(frozen=True)
class ActionProgress:
    """How far the actions for one indicator are."""

    indicator: str
    action: str
    planned: Decimal  # percent by the end of the period
    done: Decimal | Missing
    state: Literal["belum", "berjalan", "selesai", "terlambat", "dibatalkan"]


@dataclass(frozen=True)
class Facts:
    """The report in the five parts A. to E."""

    issue: Issue
    kop: Kop
    frequency: Literal["bulanan", "triwulan", "semester", "tahunan"]
    period: str  # "Triwulan III Tahun Anggaran 2026"
    number: str
    position: Position
    general: str
    purpose: str
    scope: str
    legal_basis: tuple[str, ...]
    activities: tuple[Activity, ...]
    received: tuple[Received, ...]
    summary: str
    rows: tuple[Achievement, ...]
    scale: Scale
    chart: Picture | None
    explanations: tuple[Explanation, ...]
    corrections: tuple[Correction, ...]
    actions: tuple[ActionProgress, ...]
    conclusions: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    closing: str
    signed: Dated
    signers: tuple[Signer, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        return counts(self.rows)

    @property
    def packages(self) -> int:
        return sum(unit.packages for unit in self.received)

    @property
    def reported(self) -> int:
        return sum(unit.reported for unit in self.received)


DOCUMENT = Document(
    code="LAP-CAPAIAN",
    title="Laporan Pencapaian Kinerja",
    facts=Facts,
    long_tables=(*("activities", "received", "rows", "corrections", "actions", "recommendations"),),
)
