"""F3: the yearly performance plan, in chapters (Kaltim) or in parts a-g (Jayawijaya)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.f03_performance_plan.collection import (
    CircularDraft,
    DataColumn,
    Instrument,
    Task,
    Window,
)
from tolok.documents.f03_performance_plan.indicators import Action, Indicator
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer

FIELDS = ("Ketepatan Waktu", "Penghematan Biaya", "Kualitas", "Tingkat Layanan")


@dataclass(frozen=True)
class Goal:
    """One goal of procurement, and the plan of the organisation it comes from."""

    text: str
    source: str  # "Perpres 16/2018 Pasal 4 huruf a; RPJMD 2025–2029 misi 3"


@dataclass(frozen=True)
class Alignment:
    """How a goal of the organisation is served by procurement."""

    plan: str  # "RPJMD 2025–2029"
    organisation_goal: str
    procurement_goal: str
    area: str


@dataclass(frozen=True)
class Area:
    """A strategic area; its measurement fields tell what is measured in it."""

    name: str
    reason: str
    fields: str  # "Ketepatan Waktu, Kualitas"


@dataclass(frozen=True)
class PlannedPackage:
    """A package of the year that the area is worked on with."""

    name: str
    rup_code: str  # "" while it is not in SiRUP
    area: str
    work_unit: str
    method: str
    ceiling: Decimal | Missing  # pagu
    selection_month: str  # "Februari 2026"


@dataclass(frozen=True)
class Coverage:
    """How many indicators measure one of the fields that LKPP's check list asks for."""

    field: str
    indicators: str  # codes: "W1, W3"; "" when none does


@dataclass(frozen=True)
class Facts:
    """The plan, whichever SOP orders it: both print the same facts."""

    issue: Issue
    layout: Literal["bab", "bagian"]  # chapters I–VIII, or parts a–g with the actions as annex
    kop: Kop
    organisation: str  # "Pemerintah Kabupaten Contoh Jaya"
    year: int
    number: str
    signed: Dated
    approval: str  # what the signers of the approval sheet approve
    signers: tuple[Signer, ...]
    preface: str  # "" for none
    # I
    background: str
    purpose: str
    scope: str
    legal_basis: tuple[str, ...]
    # II
    vision: str
    missions: tuple[str, ...]
    goals: tuple[Goal, ...]
    alignment: tuple[Alignment, ...]
    # III
    areas: tuple[Area, ...]
    packages: tuple[PlannedPackage, ...]
    # IV, V
    periods: tuple[str, ...]  # "TW I" …; each indicator has a target for each
    indicators: tuple[Indicator, ...]
    # VI
    actions: tuple[Action, ...]
    # VII
    mechanism: tuple[str, ...]
    schedule: tuple[Window, ...]
    team: tuple[Task, ...]
    instruments: tuple[Instrument, ...]
    # VIII and annexes
    closing: str
    data_columns: tuple[DataColumn, ...]
    circular: CircularDraft

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """At least the four fields of V7; others only where an indicator measures them."""
        others = dict.fromkeys(one.field for one in self.indicators if one.field not in FIELDS)
        return tuple(
            Coverage(field, ", ".join(one.code for one in self.indicators if one.field == field))
            for field in (*FIELDS, *others)
        )

    @property
    def uncovered(self) -> str:
        """The fields without an indicator, "" when all are measured."""
        return ", ".join(one.field for one in self.coverage if not one.indicators)


DOCUMENT = Document(
    code="F3",
    title="Dokumen Perencanaan Kinerja Pengadaan",
    facts=Facts,
    has_contents=True,
    long_tables=("alignment", "packages", "actions", "schedule", "data_columns"),
)
