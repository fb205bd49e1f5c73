"""PRESENTASI: a report, or the plan, as slides for the leaders, with charts and speaker notes.

The report is JW16 and KT7; the plan, in which nothing is measured yet, is JW5 and KT1.vi.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.achievements import (
    Achievement,
    Count,
    Position,
    Recommendation,
    Scale,
    counts,
)
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue


@dataclass(frozen=True)
class Point:
    """One value of a series."""

    label: str  # "TW I", "Baik", "U1 Persyaratan"
    value: Decimal | Missing


@dataclass(frozen=True)
class Series:
    """One chart: what it shows, its points, and what one reads from it."""

    title: str
    unit: str
    kind: Literal["garis", "batang"]
    points: tuple[Point, ...]
    words: str
    notes: str


@dataclass(frozen=True)
class Notes:
    """What the speaker says on each slide."""

    opening: str
    summary: str
    achievement: str
    values: str
    recommendations: str
    decisions: str
    closing: str


@dataclass(frozen=True)
class Facts:
    """Title, summary, achievement, charts, advice (of a plan: its actions), what to decide."""

    issue: Issue
    about: Literal["laporan", "rencana"]
    government: str
    unit: str  # "Bagian Pengadaan Barang/Jasa"
    frequency: Literal["bulanan", "triwulan", "semester", "tahunan"]
    period: str
    audience: str  # before whom it is held
    held: Dated
    presenter: str
    position: Position
    summary: tuple[str, ...]
    rows: tuple[Achievement, ...]
    scale: Scale
    charts: tuple[Series, ...]
    recommendations: tuple[Recommendation, ...]
    decisions: tuple[str, ...]
    notes: Notes

    @property
    def counts(self) -> tuple[Count, ...]:
        return counts(self.rows)


DOCUMENT = Document(
    code="PRESENTASI",
    title="Materi Presentasi Laporan Pencapaian Kinerja",
    facts=Facts,
    formats=("pptx",),
)
