"""F15: the yearly evaluation, from executive summary to annexes (KT7)."""

from dataclasses import dataclass

from tolok.documents.achievements import (
    Achievement,
    Correction,
    Count,
    Explanation,
    Position,
    Recommendation,
    Scale,
    counts,
)
from tolok.documents.document import Document
from tolok.documents.f15_evaluation_report.chapters import (
    Annex,
    Exclusion,
    Finding,
    NextYear,
    PokjaPart,
    Source,
    SupplierPart,
    SurveyPart,
)
from tolok.documents.parts import Dated, Issue, Kop, Picture, Signer


@dataclass(frozen=True)
class Facts:
    """Front matter, the eight chapters, the annexes."""

    # Front matter
    issue: Issue
    kop: Kop
    agency: str  # "Pemerintah Kabupaten Contoh Jaya", as sentences name it
    number: str
    foreword: tuple[str, ...]
    executive_summary: tuple[str, ...]
    position: Position

    # I Introduction
    background: tuple[str, ...]
    legal_basis: tuple[str, ...]
    purpose: str
    scope: str

    # II Method and coverage
    method: tuple[str, ...]
    sources: tuple[Source, ...]
    packages: int  # all of the year
    measured: int
    exclusions: tuple[Exclusion, ...]
    corrections: tuple[Correction, ...]
    limits: tuple[str, ...]

    # III Achievement
    achievement_words: str
    rows: tuple[Achievement, ...]
    scale: Scale
    chart: Picture | None
    explanations: tuple[Explanation, ...]

    # IV to VI
    suppliers: SupplierPart
    pokja: PokjaPart
    survey: SurveyPart

    # VII and VIII
    analysis_words: str
    findings: tuple[Finding, ...]
    recommendations: tuple[Recommendation, ...]
    next_words: str
    next_year: tuple[NextYear, ...]
    closing: str

    # Signatures and annexes
    signed: Dated
    signers: tuple[Signer, ...]
    trend_period: str
    annexes: tuple[Annex, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        return counts(self.rows)

    @property
    def next_year_number(self) -> int:
        return self.position.year + 1


DOCUMENT = Document(
    code="F15",
    title="Laporan Evaluasi Kinerja Pengadaan UKPBJ",
    facts=Facts,
    has_contents=True,
    long_tables=(
        *("sources", "exclusions", "corrections", "findings", "recommendations"),
        *("next_year", "annexes"),  # `rows` stand in two tables: those of LAP-CAPAIAN and F16
    ),
)
