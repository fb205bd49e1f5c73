"""F14: the regulation's worksheet of a satisfaction survey (Permenpan-RB 14/2017)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Respondent:
    """One answered sheet."""

    code: str
    scores: tuple[int | Missing, ...]  # 1 to 4 by unsur; "TR" and "–" are no scores
    note: str


@dataclass(frozen=True)
class Unsur:
    """One column, and its foot."""

    code: str
    name: str
    total: int | Missing
    answered: int
    average: Decimal | Missing  # NRR
    weighted: Decimal | Missing
    converted: Decimal | Missing  # NRR × 25
    quality: str | Missing  # "A"


@dataclass(frozen=True)
class Quality:
    """A letter and the values it stands for."""

    letter: str
    meaning: str  # "Sangat baik"
    interval: str  # "88,31–100,00"
    least: Decimal  # workbook


@dataclass(frozen=True)
class Facts:
    """The answers, the sums by unsur, the IKM and its letter, and whether so many suffice."""

    issue: Issue
    kop: Kop
    year: int
    survey: str  # "Survei Kepuasan Pelanggan Eksternal (F13)"
    unit: str
    period: str
    population: int | Missing
    sample: int | Missing  # required by Krejcie-Morgan
    enough: bool
    unsur: tuple[Unsur, ...]
    rows: tuple[Respondent, ...]
    weighting: Literal["tepat", "0,11"]  # 1 ÷ number of unsur, or as the regulation prints it
    index: Decimal | Missing  # the weighted averages added up
    ikm: Decimal | Missing  # × 25, rounded to two decimals
    letter: str | Missing
    meaning: str | Missing
    qualities: tuple[Quality, ...]  # from the lowest
    remarks: str
    signed: Dated
    signer: Signer

    @property
    def weight(self) -> str:
        """1/9, with the way it was taken."""
        exact = f"1/{len(self.unsur)}, tanpa pembulatan"
        return exact if self.weighting == "tepat" else "0,11, dibulatkan"

    @property
    def respondents(self) -> int:
        return len(self.rows)


DOCUMENT = Document(
    code="F14",
    title="Kertas Kerja Perhitungan Survei Kepuasan Pelanggan Kinerja Pengadaan",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows",),
    not_printed=("qualities.least",),
)
