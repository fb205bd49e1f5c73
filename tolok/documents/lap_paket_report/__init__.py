"""LAP-PAKET: who answers for a package reports its course, its values and its action plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tolok.documents.achievements import Reading
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Milestone:
    """A step of the package, as planned and as it came."""

    name: str
    planned: date | None
    actual: date | None  # None while it has not come
    remark: str

    @property
    def delay(self) -> str:
        """In calendar days; a step that has not come has none."""
        if not self.planned or not self.actual:
            return "–"
        days = (self.actual - self.planned).days
        if not days:
            return "tepat waktu"
        return f"terlambat {days} hari" if days > 0 else f"lebih cepat {-days} hari"


@dataclass(frozen=True)
class Measure(Reading):
    """An indicator as this package alone gives it."""

    name: str
    code: str
    unit: str
    target: Decimal | Missing


@dataclass(frozen=True)
class Action:
    """One action of the plan that concerns this package."""

    task: str
    due: date
    status: Literal["belum", "berjalan", "selesai", "terlambat", "dibatalkan"]
    reached: str  # the result so far, and its proof
    obstacle: str  # "" for none
    next_step: str  # "" for none


@dataclass(frozen=True)
class Facts:
    """The package, what was planned and what came of it in the period."""

    issue: Issue
    kop: Kop
    year: int
    period: str  # "Triwulan II"
    data_date: date
    package: str
    rup_code: str
    tender_code: str  # "" for a package without one
    work_unit: str
    ppk: str
    pokja: str
    method: str
    procurement_kind: str
    area: str
    pagu: Decimal
    hps: Decimal | Missing
    supplier: str  # "" while none is chosen
    contract_number: str
    contract_date: date | None
    contract_value: Decimal | Missing
    planned_progress: Decimal | Missing  # percent of the work
    actual_progress: Decimal | Missing
    milestones: tuple[Milestone, ...]
    measures: tuple[Measure, ...]
    actions: tuple[Action, ...]
    obstacles: tuple[str, ...]
    evidence: tuple[str, ...]
    statement: str  # the sentence above the signatures
    signed: Dated
    signers: tuple[Signer, ...]


DOCUMENT = Document(
    code="LAP-PAKET",
    title="Laporan Kinerja Per Paket",
    facts=Facts,
    long_tables=("milestones", "measures", "actions"),
)
