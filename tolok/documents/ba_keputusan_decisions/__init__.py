"""BA-KEPUTUSAN: what the leaders decide on the report (JW17; KT7 for the yearly one)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Party, Signer


@dataclass(frozen=True)
class Decided:
    """One recommendation and what became of it."""

    recommendation: str
    indicator: str
    decision: Literal["disetujui", "disetujui dengan perubahan", "ditunda", "ditolak"]
    responsible: str
    due: date | None
    remark: str


@dataclass(frozen=True)
class Continued:
    """One indicator: improve, go on as before, or close."""

    code: str
    name: str
    achievement: Decimal | Missing
    decision: Literal[
        "dilanjutkan dengan perbaikan",
        "dilanjutkan tanpa perbaikan",
        "ditutup: tercapai",
        "ditutup: waktu terlampaui",
    ]
    remark: str


@dataclass(frozen=True)
class Facts:
    """Who met, what lay before them, what was decided on report, advice and indicators."""

    issue: Issue
    kop: Kop
    number: str
    period: str  # "Triwulan III Tahun Anggaran 2026"
    held: Dated
    parties: tuple[Party, ...]
    legal_basis: tuple[str, ...]
    presented: tuple[str, ...]  # the papers that lay before the meeting
    discussed: str
    decision: Literal["diterima", "perlu perbaikan"]
    repairs: tuple[str, ...]  # what must be repaired; empty when the report is accepted
    repair_due: date | None
    recommendations: tuple[Decided, ...]
    indicators: tuple[Continued, ...]
    notes: tuple[str, ...]
    copies_made: int
    signed: Dated
    signers: tuple[Signer, ...]
    witnesses: tuple[Signer, ...]


DOCUMENT = Document(
    code="BA-KEPUTUSAN",
    title="Berita Acara Keputusan Rapat Pimpinan atas Laporan Kinerja",
    facts=Facts,
    long_tables=("recommendations", "indicators"),
)
