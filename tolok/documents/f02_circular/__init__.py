"""F2: the circular that puts the plan into force in every work unit."""

from dataclasses import dataclass
from datetime import date

from tolok.documents.document import Document
from tolok.documents.parts import Issue, Kop, Letter, Signer


@dataclass(frozen=True)
class Point:
    """One thing to be done, with its parts a., b. where it has them."""

    text: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Window:
    """When the data of one period are collected (Lampiran I)."""

    period: str  # "TW I"
    opens: date
    closes: date
    closing_time: str  # "23.59 WIB"
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Receiver:
    """One unit the circular goes to (Lampiran II); blanks are filled in by hand."""

    unit: str
    appointed: str  # the penanggung jawab kinerja: name, NIP, telephone
    received: date | None


@dataclass(frozen=True)
class Facts:
    """The circular, in the six parts of the modern form."""

    issue: Issue
    kop: Kop
    letter: Letter
    recipients: tuple[str, ...]
    realm: str  # "di lingkungan Pemerintah Kabupaten …"
    subject: str  # what it is about, behind TENTANG
    background: str
    purpose: str
    scope: str
    legal_basis: tuple[str, ...]
    points: tuple[Point, ...]
    closing: str
    signer: Signer
    copies: tuple[str, ...]
    issuer: str  # "Sekretaris Daerah", on the annexes
    schedule: tuple[Window, ...]
    schedule_note: str
    distribution: tuple[Receiver, ...]


DOCUMENT = Document(
    code="F2",
    title="Surat Edaran Implementasi Pengelolaan Kinerja Pengadaan",
    facts=Facts,
    long_tables=("schedule", "distribution"),
)
