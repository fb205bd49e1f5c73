"""Facts of a report on an activity: the introduction of the system, the workshop on the plan."""

from dataclasses import dataclass
from typing import Literal

from tolok.documents.parts import FollowUp, Issue, Kop, Letter, Meeting, Photo, Signer


@dataclass(frozen=True)
class UnitPresence:
    """How many of a unit were invited, and how many came."""

    unit: str
    invited: int
    present: int
    remark: str

    @property
    def came(self) -> Literal["lengkap", "sebagian", "tidak hadir"]:
        if not self.present:
            return "tidak hadir"
        return "lengkap" if self.present >= self.invited else "sebagian"


@dataclass(frozen=True)
class Session:
    """One part of the programme as it took place."""

    topic: str
    time: str  # "09.15–10.15"
    speaker: str
    summary: str  # what was said or done


@dataclass(frozen=True)
class ActivityReport:
    """Parts A to E of a report, with presence and pictures annexed."""

    issue: Issue
    kop: Kop
    letter: Letter
    subject: str  # behind LAPORAN TENTANG
    general: str
    purpose: str
    scope: str
    legal_basis: tuple[str, ...]
    meeting: Meeting
    chair: str
    budget: str  # where the cost is borne; "" without cost
    sessions: tuple[Session, ...]
    results: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]
    conclusions: tuple[str, ...]
    suggestions: tuple[str, ...]
    closing: str
    signer: Signer
    copies: tuple[str, ...]
    presence: tuple[UnitPresence, ...]
    photos: tuple[Photo, ...]

    @property
    def invited(self) -> int:
        return sum(one.invited for one in self.presence)

    @property
    def present(self) -> int:
        return sum(one.present for one in self.presence)

    @property
    def units_present(self) -> int:
        return sum(one.present > 0 for one in self.presence)
