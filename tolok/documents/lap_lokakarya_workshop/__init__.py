"""LAP-LOKAKARYA: the workshop that drafts goals, areas, indicators, targets and actions."""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.activity import ActivityReport
from tolok.documents.document import Document
from tolok.documents.facts import Missing


@dataclass(frozen=True)
class Proposal:
    """An indicator as the workshop proposes it, with what it starts from and its first action."""

    name: str
    area: str
    unit: str
    baseline: Decimal | Missing
    target: Decimal | Missing
    action: str
    who: str  # answers for it


@dataclass(frozen=True)
class OpenMatter:
    """What the workshop could not settle."""

    matter: str
    options: str
    decides: str


@dataclass(frozen=True)
class Facts(ActivityReport):
    """The report, with what the workshop proposes."""

    year: int  # the plan's fiscal year
    functions: tuple[str, ...]  # who was represented: UKPBJ, planning …
    goals: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    open_matters: tuple[OpenMatter, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        """The strategic areas, in the order of their first indicator."""
        return tuple(dict.fromkeys(one.area for one in self.proposals))


DOCUMENT = Document(
    code="LAP-LOKAKARYA",
    title="Laporan Lokakarya Penyusunan Rencana Kinerja",
    facts=Facts,
    long_tables=("presence", "proposals"),
)
