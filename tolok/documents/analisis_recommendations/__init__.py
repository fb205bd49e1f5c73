"""ANALISIS: why indicators miss their targets, by a named method, and what to do (JW14)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.achievements import Reading, Recommendation
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Picture, Signer


@dataclass(frozen=True)
class Why:
    """One step of the five whys."""

    question: str
    answer: str


@dataclass(frozen=True)
class Bone:
    """One of the six branches of the fishbone, and the causes on it."""

    branch: Literal["Manusia", "Metode", "Sistem", "Dokumen", "Pengukuran", "Lingkungan"]
    causes: tuple[str, ...]


@dataclass(frozen=True)
class Cause:
    """One row of the Pareto table, the commonest first."""

    name: str
    cases: int
    share: Decimal  # percent
    cumulative: Decimal


@dataclass(frozen=True)
class Case(Reading):
    """One indicator: where it stands, what was found by which method, the root cause."""

    code: str
    name: str
    unit: str
    target: Decimal | Missing
    method: Literal["5-why", "fishbone", "Pareto", "tren"]
    problem: str
    whys: tuple[Why, ...]  # of 5-why
    bones: tuple[Bone, ...]  # of the fishbone
    pareto: tuple[Cause, ...]
    chart: Picture | None
    finding: str  # what the picture or the tables show
    root_cause: str

    @property
    def reasons(self) -> tuple[str, ...]:
        values = (self.target, self.actual, self.achievement)
        return tuple(dict.fromkeys(one.reason for one in values if isinstance(one, Missing)))


@dataclass(frozen=True)
class Facts:
    """The analysis in the parts A. to E."""

    issue: Issue
    kop: Kop
    number: str
    period: str  # "Triwulan III Tahun Anggaran 2026"
    basis: tuple[str, ...]  # the compilations it was made from
    method_words: str
    cases: tuple[Case, ...]
    not_analysed: str  # which indicators were not analysed, and why
    recommendations: tuple[Recommendation, ...]
    conclusion: str
    signed: Dated
    signers: tuple[Signer, ...]


DOCUMENT = Document(
    code="ANALISIS",
    title="Hasil Analisis dan Rekomendasi Perbaikan",
    facts=Facts,
    long_tables=("recommendations",),
)
