"""KOMP-AKSI: every action of the plan, how far it is, what stands in its way (JW13)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

from tolok.documents.achievements import AsOf
from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Signer

State = Literal["belum", "berjalan", "selesai", "terlambat", "dibatalkan"]

LOOKS: Final[dict[State, tuple[str, str]]] = {
    "belum": ("○", "EEEEEE"),
    "berjalan": ("►", "DDE9F3"),
    "selesai": ("●", "DCEFE3"),
    "terlambat": ("■", "F6D9D6"),
    "dibatalkan": ("□", "FFFFFF"),
}


@dataclass(frozen=True)
class StateWords:
    """The state of an action as shape, word and tint."""

    state: State

    @property
    def marked(self) -> str:
        return f"{LOOKS[self.state][0]} {self.state.capitalize()}"

    @property
    def tint(self) -> str:
        return LOOKS[self.state][1]


@dataclass(frozen=True)
class Count(StateWords):
    """How many actions are in a state."""

    number: int


@dataclass(frozen=True)
class Action(StateWords):
    """One action for one indicator; targets are percent done by the end of each quarter."""

    indicator: str  # "K1 Tender/seleksi gagal"
    activity: str
    output: str
    responsible: str
    unit: str  # units that take part
    starts: date
    ends: date
    budget: Decimal | None  # None where it costs nothing of its own
    q1: Decimal
    q2: Decimal
    q3: Decimal
    q4: Decimal
    done: Decimal | Missing  # percent
    evidence: str
    obstacle: str
    follow_up: str


@dataclass(frozen=True)
class Facts:
    """All actions of the year so far."""

    issue: Issue
    government: str  # "Pemerintah Kabupaten Contoh Jaya"
    position: AsOf
    actions: tuple[Action, ...]
    signed: Dated
    signer: Signer

    @property
    def counts(self) -> tuple[Count, ...]:
        found = [action.state for action in self.actions]
        return tuple(Count(state, found.count(state)) for state in get_args(State))

    @property
    def total_budget(self) -> Decimal:
        return sum((action.budget or Decimal(0) for action in self.actions), Decimal(0))


DOCUMENT = Document(
    code="KOMP-AKSI",
    title="Kompilasi Rencana Aksi",
    facts=Facts,
    long_tables=("actions",),
)
