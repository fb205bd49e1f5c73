"""BA-RENCANA: the leaders approve the plan and targets of the year, or ask for changes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Party, Signer


@dataclass(frozen=True)
class PlanPart:
    """One part of the plan as presented: (a) the goals … (g) the draft circular."""

    name: str
    content: str  # "4 area strategis, 12 indikator"
    remark: str  # of the leaders; "" for none


@dataclass(frozen=True)
class Change:
    """What the leaders want otherwise, and who sees to it."""

    part: str
    wanted: str
    who: str
    due: date


@dataclass(frozen=True)
class Target:
    """One indicator with its baseline and what it shall reach (Lampiran)."""

    name: str
    code: str
    area: str
    unit: str  # "%", "hari"
    direction: Literal["naik lebih baik", "turun lebih baik", "dalam rentang"]
    baseline: Decimal | Missing
    q1: Decimal | None  # None where the quarter has no target
    q2: Decimal | None
    q3: Decimal | None
    q4: Decimal | None
    year: Decimal


@dataclass(frozen=True)
class Facts:
    """Who met, what was decided, what was approved, and what must change."""

    issue: Issue
    kop: Kop
    number: str
    year: int  # fiscal
    held: Dated
    parties: tuple[Party, ...]
    legal_basis: tuple[str, ...]
    presented: str  # what was presented, and how it was examined
    decision: Literal["disetujui", "disetujui dengan catatan", "perlu perubahan"]
    in_force: date | None  # from when the plan counts; None when it is not approved
    parts: tuple[PlanPart, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    copies_made: int
    signed: Dated
    signers: tuple[Signer, ...]
    witnesses: tuple[Signer, ...]
    targets: tuple[Target, ...]


DOCUMENT = Document(
    code="BA-RENCANA",
    title="Berita Acara Persetujuan Rencana dan Target Kinerja Tahun Berjalan",
    facts=Facts,
    long_tables=("targets", "changes"),
)
