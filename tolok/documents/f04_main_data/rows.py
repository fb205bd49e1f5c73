"""The rows of F4: a contract as its PPK knows it, a selection as its Pokja does, an action."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tolok.documents.facts import Missing


@dataclass(frozen=True)
class ContractRow:
    """One package from contract to handing-over; None is what has not happened yet."""

    package: str
    rup_code: str
    area: str  # strategic area; "" outside of all
    kind: str
    method: str
    ceiling: Decimal  # pagu
    supplier: str
    number: str
    signed_on: date | None
    value: Decimal | Missing  # addenda included
    ends: date | None  # addenda included
    addenda: str  # "1 adendum waktu"; "" without
    handed_over: date | None  # BAST
    late_days: int | None  # from the end of the contract to the handing-over
    late_cause: str
    status: Literal["berjalan", "selesai", "diputus"]
    domestic: Decimal | Missing  # PDN
    small: Decimal | Missing  # UMK-Koperasi
    rating: str  # "2,50 (Baik)"; "" while F5 is not filled in
    obstacles: str
    evidence: str


@dataclass(frozen=True)
class SelectionRow:
    """One package from announcement to award."""

    package: str
    rup_code: str
    tender_code: str
    work_unit: str
    kind: str
    method: str
    ceiling: Decimal
    estimate: Decimal | Missing  # HPS
    announced: date | None
    planned_award: date | None  # by the first schedule
    awarded: date | None
    days: int | None  # from announcement to award
    schedule_changes: int
    registered: int
    bids: int
    valid_bids: int
    objections: int  # sanggah
    upheld: int
    answered_in_time: int
    outcome: Literal["berjalan", "selesai", "gagal", "ulang"]
    outcome_cause: str  # why it failed or was repeated
    winner: str
    award: Decimal | None
    saving: Decimal | Missing  # percent of the HPS
    obstacles: str
    evidence: str


@dataclass(frozen=True)
class ActionRow:
    """How far an action of the plan has come."""

    activity: str
    indicator: str  # its code
    responsible: str
    due: date
    target: str  # of the period
    realised: str
    status: Literal["belum", "berjalan", "selesai", "terlambat", "dibatalkan"]
    obstacles: str
    follow_up: str
    evidence: str
