"""LAP-SOSIALISASI: how the system was introduced to those who answer for performance."""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.activity import ActivityReport
from tolok.documents.document import Document
from tolok.documents.facts import Missing


@dataclass(frozen=True)
class Question:
    """One question from the floor and its answer."""

    question: str
    asker: str  # unit, not the person where that is not needed
    answer: str


@dataclass(frozen=True)
class Facts(ActivityReport):
    """The report, with questions and how well the matter was understood."""

    materials: tuple[str, ...]  # handed out
    test_before: Decimal | Missing  # mean of the participants, 0 to 100
    test_after: Decimal | Missing
    tested: int  # participants who took both tests
    questions: tuple[Question, ...]


DOCUMENT = Document(
    code="LAP-SOSIALISASI",
    title="Laporan Sosialisasi Implementasi Pengelolaan Kinerja",
    facts=Facts,
    long_tables=("presence", "questions"),
)
